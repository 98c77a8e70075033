import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Field, type FieldFacts } from './Field.tsx'
import { OptionList } from './OptionList.tsx'
import { matchOptions, type Option } from './options.ts'

type Props = FieldFacts & {
  options: readonly Option[]
  values: readonly string[]
  onChange: (ids: string[]) => void
}

type State = UseComboboxState<Option>
type Change = UseComboboxStateChangeOptions<Option>

/**
 * After a choice the list stays open for the next one, and the text is empty again. The answer to Enter is found from
 * the text itself, since a fast hand presses it before the list has followed.
 */
const reducer =
  (left: readonly Option[]) =>
  (state: State, { type, changes }: Change): Partial<State> => {
    const { InputChange, InputBlur, InputKeyDownEnter, ItemClick } = useCombobox.stateChangeTypes
    if (type === InputChange) return { ...changes, highlightedIndex: changes.inputValue === '' ? -1 : 0 }
    if (type === InputBlur) return { ...changes, selectedItem: null, inputValue: '' }
    if (type !== InputKeyDownEnter && type !== ItemClick) return changes
    if (!changes.selectedItem) return changes
    const lit = type === ItemClick ? undefined : matchOptions(left, state.inputValue)[state.highlightedIndex]
    return {
      ...changes,
      selectedItem: lit ?? changes.selectedItem,
      isOpen: true,
      inputValue: '',
      highlightedIndex: -1,
    }
  }

/** Any number of many, each shown with a button that takes it away. */
export function MultiCombobox({ options, values, onChange, ...field }: Props) {
  const { combo } = useText(kitText)
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const picked = values.map((value) => options.find(({ id }) => id === value)).filter((option) => option !== undefined)
  const left = useMemo(() => options.filter(({ id: option }) => !values.includes(option)), [options, values])
  const items = useMemo(() => matchOptions(left, typed), [left, typed])
  const remove = (id: string) => onChange(values.filter((value) => value !== id))
  const box = useCombobox<Option>({
    inputId: id,
    labelId: `${id}-label`,
    items,
    selectedItem: null,
    itemToString: (item) => item?.label ?? '',
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
    onStateChange: ({ selectedItem }) => {
      if (selectedItem) onChange([...values, selectedItem.id])
    },
    stateReducer: reducer(left),
  })
  const takeBack = (event: KeyboardEvent) => {
    const last = values[values.length - 1]
    if (event.key === 'Backspace' && box.inputValue === '' && last !== undefined) remove(last)
  }
  return (
    <Field {...field} id={id}>
      {(control) => (
        <div className="combo" ref={frame}>
          {picked.map(({ id, label }) => (
            <span key={id} className="picked">
              {label}
              <button type="button" aria-label={combo.remove(label)} onClick={() => remove(id)}>
                ×
              </button>
            </span>
          ))}
          <input {...box.getInputProps({ ...control, autoComplete: 'off', onKeyDown: takeBack })} />
          <button type="button" className="open" {...box.getToggleButtonProps({ 'aria-label': combo.open })}>
            ▾
          </button>
          <OptionList box={box} items={items} frame={frame} />
          <span className="aloud" role="status">
            {combo.picked(picked.length)}
          </span>
        </div>
      )}
    </Field>
  )
}
