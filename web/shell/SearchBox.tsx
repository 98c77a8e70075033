import { useRouter } from '@tanstack/react-router'
import { useCombobox } from 'downshift'
import { useRef, useState } from 'react'
import { search } from '#domain/org/org.contract.ts'
import { useText } from '../text.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { usePaused } from '../ui/usePaused.ts'
import { useRead } from '../useEndpoint.ts'
import { type FoundItem, itemsOf } from './found.ts'
import { searchText } from './search.text.ts'
import './search.css'

const SHOWN = 6

/** The running head's search: tasks, units and people by words, codes, pinyin and initials. `/` comes here. */
export function SearchBox() {
  const text = useText(searchText)
  const router = useRouter()
  const frame = useRef<HTMLLabelElement>(null)
  const field = () => frame.current?.querySelector('input')
  const [typed, setTyped] = useState('')
  const find = usePaused(typed.trim())
  const { data } = useRead(search, { query: { find: find || ' ', limit: SHOWN } }, { enabled: find !== '' })
  const items = find === '' || !data ? [] : itemsOf(data, find, text.all(find))
  useKeys({ '/': () => field()?.focus() })
  const box = useCombobox<FoundItem>({
    items,
    itemToString: () => typed,
    itemToKey: (item) => item && `${item.kind} ${item.id}`,
    selectedItem: null,
    defaultHighlightedIndex: 0,
    inputValue: typed,
    onStateChange: ({ type, selectedItem }) => {
      const { InputKeyDownEnter, ItemClick, InputKeyDownEscape } = useCombobox.stateChangeTypes
      if (type === InputKeyDownEscape) setTyped('')
      if ((type !== InputKeyDownEnter && type !== ItemClick) || !selectedItem) return
      setTyped('')
      field()?.blur()
      router.history.push(selectedItem.href)
    },
    stateReducer: (_, { type, changes }) =>
      // Leaving the box chooses nothing.
      type === useCombobox.stateChangeTypes.InputBlur ? { ...changes, selectedItem: null } : changes,
  })
  const open = box.isOpen && find !== '' && data !== undefined
  return (
    <div className="search">
      <label className="find" ref={frame}>
        <input
          {...box.getInputProps({
            type: 'search',
            // Set at once: letters must not be lost between two of a fast hand.
            onChange: (event) => setTyped(event.currentTarget.value),
            placeholder: text.placeholder,
            'aria-label': text.label,
            autoComplete: 'off',
            maxLength: 60,
          })}
        />
        <kbd>/</kbd>
      </label>
      <ul className="found" {...box.getMenuProps({ 'aria-label': text.label })} hidden={!open}>
        {open &&
          items.map((item, index) => (
            <FoundLine
              key={`${item.kind} ${item.id}`}
              item={item}
              opensGroup={item.kind !== items[index - 1]?.kind}
              isAt={index === box.highlightedIndex}
              props={box.getItemProps({ item, index })}
            />
          ))}
        {open && items.length === 1 && <li className="none">{text.none}</li>}
      </ul>
      <span className="aloud" role="status">
        {open && text.found(items.length - 1)}
      </span>
    </div>
  )
}

type LineProps = { item: FoundItem; opensGroup: boolean; isAt: boolean; props: React.ComponentProps<'li'> }

function FoundLine({ item, opensGroup, isAt, props }: LineProps) {
  const { groups } = useText(searchText)
  const { kind, label, note } = item
  return (
    <li {...props} className={[isAt && 'at', opensGroup && 'opens', kind === 'all' && 'all'].filter(Boolean).join(' ')}>
      <span className="kind">{opensGroup && kind !== 'all' ? groups[kind] : ''}</span>
      <span className="label">{label}</span>
      {note && <span className="note">{note}</span>}
    </li>
  )
}
