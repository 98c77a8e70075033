import { useCombobox, type UseComboboxState, type UseComboboxStateChangeOptions } from 'downshift'
import { type KeyboardEvent, useMemo, useState } from 'react'
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

type Reduce = (
  state: UseComboboxState<Option>,
  actions: UseComboboxStateChangeOptions<Option>,
) => Partial<UseComboboxState<Option>>

/** After a choice the list stays open for the next one, and the text is empty again. */
const reduce: Reduce = (_, { type, changes }) => {
  const { InputChange, InputBlur, InputKeyDownEnter, ItemClick } = useCombobox.stateChangeTypes
  if (type === InputChange) return { ...changes, highlightedIndex: changes.inputValue === '' ? -1 : 0 }
  if (type === InputBlur) return { ...changes, inputValue: '' }
  if ((type === InputKeyDownEnter || type === ItemClick) && changes.selectedItem) {
    return { ...changes, isOpen: true, inputValue: '', highlightedIndex: -1 }
  }
  return changes
}

/** Any number of many, each shown with a button that takes it away. */
export function MultiCombobox({ options, values, onChange, ...field }: Props) {
  const { combo } = useText(kitText)
  const [typed, setTyped] = useState('')
  const picked = values.map((value) => options.find(({ id }) => id === value)).filter((option) => option !== undefined)
  const items = useMemo(
    () =>
      matchOptions(
        options.filter(({ id }) => !values.includes(id)),
        typed,
      ),
    [options, values, typed],
  )
  const remove = (id: string) => onChange(values.filter((value) => value !== id))
  const box = useCombobox<Option>({
    items,
    selectedItem: null,
    inputValue: typed,
    itemToString: (item) => item?.label ?? '',
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
    onStateChange: ({ selectedItem }) => {
      if (selectedItem) onChange([...values, selectedItem.id])
    },
    stateReducer: reduce,
  })
  const takeBack = (event: KeyboardEvent) => {
    const last = values[values.length - 1]
    if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last)
  }
  return (
    <Field {...field}>
      {(control) => (
        <div className="combo">
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
          <OptionList box={box} label={field.label} items={items} />
          <span className="aloud" role="status">
            {combo.picked(picked.length)}
          </span>
        </div>
      )}
    </Field>
  )
}
