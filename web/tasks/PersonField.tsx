import { useQueryClient } from '@tanstack/react-query'
import { useCombobox } from 'downshift'
import { useEffect, useId, useRef, useState } from 'react'
import type { Role } from '#domain/access/actor.ts'
import { wordFor } from '#domain/glossary.ts'
import { listPeople, type PersonView } from '#domain/org/org.contract.ts'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import { kitText } from '#web/text/kit.text.ts'
import { call } from '../api.ts'
import { useLanguage, useText } from '../text.tsx'
import { Field, type FieldFacts } from '../ui/Field.tsx'
import { OptionList } from '../ui/OptionList.tsx'
import type { Option } from '../ui/options.ts'
import { usePaused } from '../ui/usePaused.ts'
import { useRead } from '../useEndpoint.ts'

const SHOWN = 30

type Props = FieldFacts & {
  value: Ref | null
  onChange: (person: Ref | null) => void
  /** Only people of this unit. */
  unitId?: string | undefined
  /** Only people with this role. */
  role?: Role | undefined
}

/** One person, found by the server by name, pinyin or initials. */
export function PersonField({ value, onChange, unitId, role, ...field }: Props) {
  const { combo } = useText(kitText)
  const { language } = useLanguage()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const find = usePaused(typed === (value?.name ?? '') ? '' : typed.trim())
  const client = useQueryClient()
  const queryFor = (words: string) => ({
    limit: SHOWN,
    ...(words && { find: words }),
    ...(unitId && { unitId }),
    ...(role && { role }),
  })
  const { data, isPlaceholderData } = useRead(listPeople, { query: queryFor(find) })
  const items = (data?.items ?? []).map((person) => optionOf(person, unitId, language))
  const selected: Option | null = value && { id: value.id, label: value.name, keys: [] }
  const box = useCombobox<Option>({
    inputId: id,
    labelId: `${id}-label`,
    items,
    selectedItem: selected,
    itemToString: (item) => item?.label ?? '',
    itemToKey: (item) => item?.id,
    onInputValueChange: ({ inputValue }) => setTyped(inputValue),
    onSelectedItemChange: ({ selectedItem }) =>
      onChange(selectedItem ? { id: selectedItem.id, name: selectedItem.label } : null),
    stateReducer: (state, { type, changes }) => {
      const { InputChange, InputBlur, InputKeyDownEnter } = useCombobox.stateChangeTypes
      if (type === InputChange) {
        const emptied = changes.inputValue === ''
        return { ...changes, highlightedIndex: emptied ? -1 : 0, ...(emptied && { selectedItem: null }) }
      }
      if (type !== InputBlur && type !== InputKeyDownEnter) return changes
      // The lit answer counts only when it answers what is typed now, not what was typed before.
      const asked = state.inputValue === (state.selectedItem?.label ?? '') ? '' : state.inputValue.trim()
      const isAnswered = !isPlaceholderData && find === asked
      if (!isAnswered && type === InputKeyDownEnter) return { ...state, isOpen: true }
      const chosen = isAnswered ? (changes.selectedItem ?? state.selectedItem) : state.selectedItem
      return { ...changes, selectedItem: chosen, inputValue: chosen?.label ?? '' }
    },
  })
  const { isOpen, setHighlightedIndex } = box
  // The answers come after the typing: the best of them is lit then.
  const best = typed.trim() !== '' && find === typed.trim() && !isPlaceholderData ? items[0]?.id : undefined
  useEffect(() => {
    if (isOpen && best !== undefined) setHighlightedIndex(0)
  }, [isOpen, best, setHighlightedIndex])
  // A fast hand leaves before the answer is there: it is asked for once more, and the best one taken.
  const catchUp = async () => {
    const asked = typed.trim()
    if (asked === '' || asked === value?.name || (find === asked && !isPlaceholderData)) return
    const { items: found } = await client.fetchQuery({
      queryKey: [listPeople.operationId, { query: queryFor(asked) }],
      queryFn: ({ signal }) => call(listPeople, { query: queryFor(asked) }, signal),
    })
    const [first] = found
    if (first) onChange({ id: first.id, name: first.name })
  }
  return (
    <Field {...field} id={id}>
      {(control) => (
        <div className="combo" ref={frame}>
          <input {...box.getInputProps({ ...control, autoComplete: 'off', onBlur: () => void catchUp() })} />
          <button type="button" className="open" {...box.getToggleButtonProps({ 'aria-label': combo.open })}>
            ▾
          </button>
          <OptionList box={box} items={items} frame={frame} />
        </div>
      )}
    </Field>
  )
}

/** A person as a choice: name, and beside it the post that is meant. */
function optionOf({ id, name, posts }: PersonView, unitId: string | undefined, language: 'zh' | 'en'): Option {
  const post = posts.find((each) => each.unitId === unitId) ?? posts[0]
  const note =
    post && [unitId ? null : post.unitName, post.title || wordFor(post.role, language)].filter(Boolean).join(' ')
  return { id, label: name, note: note || undefined, keys: [] }
}
