import type { UseComboboxReturnValue } from 'downshift'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import type { Option } from './options.ts'

type Props = {
  box: Pick<UseComboboxReturnValue<Option>, 'isOpen' | 'highlightedIndex' | 'getMenuProps' | 'getItemProps'>
  items: readonly Option[]
}

/** The list under a combobox. */
export function OptionList({ box, items }: Props) {
  const { combo } = useText(kitText)
  return (
    <ul className="options" {...box.getMenuProps()}>
      {box.isOpen && items.length === 0 && <li className="none">{combo.none}</li>}
      {box.isOpen &&
        items.map((item, index) => (
          <li
            key={item.id}
            className={index === box.highlightedIndex ? 'at' : undefined}
            {...box.getItemProps({ item, index })}
          >
            {item.label}
            {item.note && <span className="note">{item.note}</span>}
          </li>
        ))}
    </ul>
  )
}
