import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { useMemo, useState } from 'react'
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

type Reduce = (
  state: UseComboboxState<Option>,
  actions: UseComboboxStateChangeOptions<Option>,
) => Partial<UseComboboxState<Option>>

/** Typing lights the best answer; emptying the text clears the choice; leaving shows what is chosen. */
const reduce: Reduce = (state, { type, changes }) => {
  const { InputChange, InputBlur } = useCombobox.stateChangeTypes
  if (type === InputChange) {
    const emptied = changes.inputValue === ''
    return { ...changes, highlightedIndex: 0, ...(emptied && { selectedItem: null, highlightedIndex: -1 }) }
  }
  if (type === InputBlur) {
    const chosen = changes.selectedItem ?? state.selectedItem
    return { ...changes, inputValue: chosen?.label ?? '' }
  }
  return changes
}

/** One of many, found by text, pinyin or initials. */
export function Combobox({ options, value, onChange, ...field }: Props) {
  const { combo } = useText(kitText)
  const selected = options.find(({ id }) => id === value) ?? null
  const [typed, setTyped] = useState('')
  const items = useMemo(
    () => (typed === selected?.label ? matchOptions(options, '') : matchOptions(options, typed)),
    [options, typed, selected],
  )
  const box = useCombobox<Option>({
    items,
    selectedItem: selected,
    itemToString: (item) => item?.label ?? '',
    itemToKey: (item) => item?.id,
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
    onSelectedItemChange: ({ selectedItem }) => onChange(selectedItem?.id ?? null),
    stateReducer: reduce,
  })
  return (
    <Field {...field}>
      {(control) => (
        <div className="combo">
          <input {...box.getInputProps({ ...control, autoComplete: 'off' })} />
          <button type="button" className="open" {...box.getToggleButtonProps({ 'aria-label': combo.open })}>
            ▾
          </button>
          <OptionList box={box} label={field.label} items={items} />
        </div>
      )}
    </Field>
  )
}
