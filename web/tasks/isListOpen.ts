/** Whether the key went to a combobox whose list is open: then Esc is the list's own. */
export const isListOpen = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true' && target.tagName === 'INPUT'
