import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { useEffectEvent, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Field, type FieldFacts } from './Field.tsx'
import { OptionList } from './OptionList.tsx'
import { matchOptions, type Option } from './options.ts'

type Props = FieldFacts & {
  options: readonly Option[]
  value: string | null
  onChange: (id: string | null) => void
}

type State = UseComboboxState<Option>
type Change = UseComboboxStateChangeOptions<Option>

/** All options while the text is still that of the choice; otherwise those that answer the text. */
const answers = (options: readonly Option[], typed: string, selected: Option | null): Option[] =>
  matchOptions(options, typed === selected?.label ? '' : typed)

/**
 * Typing lights the best answer; emptying the text clears the choice; leaving takes the lit answer, or shows what is
 * chosen. The answer is found from the text itself, since a fast hand presses Tab before the list has followed.
 */
const reducer =
  (options: readonly Option[]) =>
  (state: State, { type, changes }: Change): Partial<State> => {
    const { InputChange, InputBlur, InputKeyDownEnter } = useCombobox.stateChangeTypes
    if (type === InputChange) {
      const emptied = changes.inputValue === ''
      return { ...changes, highlightedIndex: 0, ...(emptied && { selectedItem: null, highlightedIndex: -1 }) }
    }
    if (type !== InputBlur && type !== InputKeyDownEnter) return changes
    // The list has not come yet: what was typed waits for it.
    if (options.length === 0) return { ...changes, selectedItem: state.selectedItem, inputValue: state.inputValue }
    const lit = answers(options, state.inputValue, state.selectedItem)[state.highlightedIndex]
    const chosen = changes.selectedItem ? (lit ?? changes.selectedItem) : state.selectedItem
    return { ...changes, selectedItem: chosen, inputValue: chosen?.label ?? '' }
  }

/** One of many, found by text, pinyin or initials. */
export function Combobox({ options, value, onChange, ...field }: Props) {
  const { combo } = useText(kitText)
  const selected = options.find(({ id }) => id === value) ?? null
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const items = useMemo(() => answers(options, typed, selected), [options, typed, selected])
  const box = useCombobox<Option>({
    inputId: id,
    labelId: `${id}-label`,
    items,
    selectedItem: selected,
    itemToString: (item) => item?.label ?? '',
    itemToKey: (item) => item?.id,
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
    onSelectedItemChange: ({ selectedItem }) => onChange(selectedItem?.id ?? null),
    stateReducer: reducer(options),
  })
  const hasCome = options.length > 0
  const takeLate = useEffectEvent(() => {
    if (value !== null || typed === '' || frame.current?.contains(document.activeElement)) return
    const [late] = matchOptions(options, typed)
    if (late) onChange(late.id)
    else box.setInputValue('')
  })
  // Who typed and left before the list had come gets what leaving would have taken.
  useLayoutEffect(() => {
    if (hasCome) takeLate()
  }, [hasCome])
  const isWaiting = !hasCome && typed !== ''
  return (
    <Field {...field} id={id}>
      {(control) => (
        <div className="combo" ref={frame}>
          <input {...box.getInputProps({ ...control, autoComplete: 'off', 'aria-busy': isWaiting || undefined })} />
          <button type="button" className="open" {...box.getToggleButtonProps({ 'aria-label': combo.open })}>
            ▾
          </button>
          <OptionList box={box} items={items} frame={frame} />
        </div>
      )}
    </Field>
  )
}
