// Runs inside the page, in a world of its own that shares the page's elements but none of its
// variables, and that the page's content security policy does not bind. It is sent as text, so it
// stays within what Chromium 90 understands and imports nothing.
globalThis.journey = (() => {
  const ROLE_OF_TAG = {
    A: (element) => (element.hasAttribute('href') ? 'link' : ''),
    ARTICLE: 'article',
    ASIDE: 'complementary',
    BUTTON: 'button',
    DETAILS: 'group',
    DIALOG: 'dialog',
    FIELDSET: 'group',
    FIGURE: 'figure',
    FOOTER: 'contentinfo',
    FORM: 'form',
    H1: 'heading',
    H2: 'heading',
    H3: 'heading',
    H4: 'heading',
    H5: 'heading',
    H6: 'heading',
    HEADER: 'banner',
    IMG: 'img',
    INPUT: (element) => ROLE_OF_INPUT[element.type] || 'textbox',
    LI: 'listitem',
    MAIN: 'main',
    NAV: 'navigation',
    OL: 'list',
    OPTION: 'option',
    OUTPUT: 'status',
    PROGRESS: 'progressbar',
    SECTION: 'region',
    SELECT: (element) => (element.multiple || element.size > 1 ? 'listbox' : 'combobox'),
    SUMMARY: 'button',
    TABLE: 'table',
    TD: 'cell',
    TEXTAREA: 'textbox',
    TH: (element) => (element.scope === 'row' ? 'rowheader' : 'columnheader'),
    TR: 'row',
    UL: 'list',
  }
  const ROLE_OF_INPUT = {
    button: 'button',
    checkbox: 'checkbox',
    file: 'file',
    image: 'button',
    number: 'spinbutton',
    radio: 'radio',
    range: 'slider',
    reset: 'button',
    search: 'searchbox',
    submit: 'button',
  }
  const CONTROLS = 'input, select, textarea, button'
  const NAMED_BY_CONTENT = new Set(
    'button cell checkbox columnheader heading link listitem menuitem option radio row rowheader switch tab treeitem'.split(
      ' ',
    ),
  )
  const SET_AS_A_WHOLE = new Set(['date', 'time', 'month', 'week', 'datetime-local', 'range', 'color'])

  const tidy = (text) => (text || '').replace(/\s+/g, ' ').trim()

  function isVisible(element) {
    if (element.tagName === 'OPTION') return isVisible(element.closest('select') || element.parentElement)
    return element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible'
  }

  function roleOf(element) {
    const given = element.getAttribute('role')
    if (given) return given.split(' ')[0]
    const rule = ROLE_OF_TAG[element.tagName]
    return typeof rule === 'function' ? rule(element) : rule || ''
  }

  function contentOf(node, top) {
    if (node.nodeType === Node.TEXT_NODE) return node.data
    if (node.nodeType !== Node.ELEMENT_NODE) return ''
    if (node !== top && node.matches(CONTROLS) && !node.matches('button')) return ''
    if (node.getAttribute('aria-hidden') === 'true' || (node !== top && getComputedStyle(node).display === 'none'))
      return ''
    const label = node !== top && node.getAttribute('aria-label')
    if (label) return ` ${label} `
    if (node.tagName === 'IMG') return ` ${node.alt} `
    const inner = Array.from(node.childNodes, (child) => contentOf(child, top)).join('')
    return getComputedStyle(node).display.startsWith('inline') ? inner : ` ${inner} `
  }

  const textOfIds = (ids) =>
    ids
      .split(/\s+/)
      .map((id) => document.getElementById(id))
      .filter(Boolean)
      .map((element) => contentOf(element, element))
      .join(' ')

  function nameOf(element) {
    const labelledBy = element.getAttribute('aria-labelledby')
    const ways = [
      () => labelledBy && textOfIds(labelledBy),
      () => element.getAttribute('aria-label'),
      () => element.labels && Array.from(element.labels, (label) => contentOf(label, label)).join(' '),
      () => element.matches('input[type=submit], input[type=button]') && element.value,
      () => element.tagName === 'IMG' && element.alt,
      () => NAMED_BY_CONTENT.has(roleOf(element)) && contentOf(element, element),
      () => {
        const caption = element.querySelector(':scope > caption, :scope > legend, :scope > figcaption')
        return caption && contentOf(caption, caption)
      },
      () => element.getAttribute('title'),
      () => element.getAttribute('placeholder'),
    ]
    for (const way of ways) {
      const name = tidy(way())
      if (name) return name
    }
    return ''
  }

  function labelled(label, scope) {
    const controls = Array.from(scope.querySelectorAll('input, select, textarea, [role=combobox], [role=textbox]'))
    return preferExact(controls, nameOf, label)
  }

  /** Those whose text is the wanted one; if there are none, those whose text contains it. */
  function preferExact(elements, textOf, wanted) {
    const texts = elements.map((element) => tidy(textOf(element)))
    const exact = elements.filter((_, at) => texts[at] === tidy(wanted))
    return exact.length > 0 ? exact : elements.filter((_, at) => texts[at].includes(tidy(wanted)))
  }

  /** The innermost elements that show the text. */
  function showing(text, scope) {
    const wanted = tidy(text)
    const innermostIn = (element) => {
      if (element.matches('script, style, template, noscript')) return []
      if (!tidy(element.textContent).includes(wanted)) return []
      const inner = Array.from(element.children).flatMap(innermostIn)
      return inner.length > 0 ? inner : [element]
    }
    return preferExact(Array.from(scope.children).flatMap(innermostIn), (element) => element.textContent, wanted)
  }

  /** The elements that may have the role: those that say one, and those whose tag can mean it. */
  const selectorOf = (role) =>
    [
      '[role]',
      ...Object.keys(ROLE_OF_TAG).filter((tag) => [role, 'function'].includes(kindOf(ROLE_OF_TAG[tag]))),
    ].join()
  const kindOf = (rule) => (typeof rule === 'function' ? 'function' : rule)

  /** Every element a target means, hidden ones too. */
  function find(target) {
    if (typeof target === 'string') return Array.from(document.querySelectorAll(target))
    const scopes = target.within === undefined ? [document] : seen(find(target.within))
    const found = scopes.flatMap((scope) => {
      if (target.css !== undefined) return Array.from(scope.querySelectorAll(target.css))
      if (target.text !== undefined) return showing(target.text, scope)
      if (target.label !== undefined) return labelled(target.label, scope)
      const sameRole = Array.from(scope.querySelectorAll(selectorOf(target.role))).filter(
        (element) => roleOf(element) === target.role,
      )
      return target.name === undefined ? sameRole : preferExact(seen(sameRole), nameOf, target.name)
    })
    const unique = Array.from(new Set(found))
    return target.nth === undefined ? unique : seen(unique).slice(target.nth, target.nth + 1)
  }

  const seen = (elements) => elements.filter((element) => element === document || isVisible(element))

  const outline = (element) => element.cloneNode(false).outerHTML.slice(0, 120)

  /** The one visible element a target means, or why there is not exactly one. */
  function one(target) {
    const all = find(target)
    const visible = seen(all)
    if (visible.length === 1) return { element: visible[0] }
    if (visible.length === 0) return { why: all.length === 0 ? 'nothing like it on the page' : 'it is hidden' }
    return { why: `${visible.length} of them: ${visible.slice(0, 4).map(outline).join(' ')}` }
  }

  function usable(target) {
    const { element, why } = one(target)
    if (why) return { why }
    if (element.matches(':disabled') || element.getAttribute('aria-disabled') === 'true')
      return { why: 'it is disabled' }
    return { element }
  }

  const hits = (element, hit) =>
    hit && (element.contains(hit) || (hit.closest('label') && hit.closest('label').control === element))

  /** The point to click, once the element is in view and nothing lies over it. */
  function pointOf(target) {
    const { element, why } = usable(target)
    if (why) return { why }
    const within = (box) => box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth
    if (!within(element.getBoundingClientRect()))
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
    const box = element.getClientRects()[0] || element.getBoundingClientRect()
    const left = Math.max(box.left, 0)
    const top = Math.max(box.top, 0)
    const x = (left + Math.min(box.right, innerWidth)) / 2
    const y = (top + Math.min(box.bottom, innerHeight)) / 2
    const hit = document.elementFromPoint(x, y)
    if (!hits(element, hit)) return { why: `something lies over it: ${hit ? outline(hit) : 'nothing at that point'}` }
    return { x, y }
  }

  /** React hears of a value set from outside through these two events. */
  function announce(element) {
    element.dispatchEvent(new Event('input', { bubbles: true }))
    element.dispatchEvent(new Event('change', { bubbles: true }))
  }

  /** Puts the caret into a field with everything in it selected, or sets a field that cannot be typed into. */
  function prepareField(target, value) {
    const { element, why } = usable(target)
    if (why) return { why }
    if (element.readOnly) return { why: 'it is read-only' }
    element.focus()
    if (SET_AS_A_WHOLE.has(element.type)) {
      element.value = value
      if (element.value !== value) return { why: `it refuses the value ${value}` }
      announce(element)
      return { filled: true }
    }
    element.select()
    return { filled: false }
  }

  function choose(target, label) {
    const { element, why } = usable(target)
    if (why) return { why }
    const option = preferExact(Array.from(element.options), (each) => each.label, label)[0]
    if (!option || option.disabled) return { why: `it has no option ${label}` }
    element.focus()
    option.selected = true
    announce(element)
    return {}
  }

  /** File fields are often hidden behind a button, so a hidden one is good too. */
  function giveFiles(target, files) {
    const element = find(target).find((each) => each.type === 'file')
    if (!element) return { why: 'no file field like it on the page' }
    if (element.disabled) return { why: 'it is disabled' }
    const transfer = new DataTransfer()
    for (const { name, type, base64 } of files) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      transfer.items.add(new File([bytes], name, { type }))
    }
    element.files = transfer.files
    announce(element)
    return {}
  }

  function read(target, what) {
    const { element, why } = one(target)
    if (why) return { why }
    const readings = {
      text: () => element.innerText.trim(),
      value: () => String(element.value === undefined ? '' : element.value),
      checked: () => String(element.checked === undefined ? element.getAttribute('aria-checked') : element.checked),
      name: () => nameOf(element),
    }
    return { read: what in readings ? readings[what]() : element.getAttribute(what) }
  }

  /** Least and longest pause before the page is looked at again, in ms. */
  const SOON_MS = 10
  const SELDOM_MS = 100
  /** As long as a picture may take on a busy machine. */
  const PICTURE_MS = 250

  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

  /** Resolves once what was scrolled or moved is on the screen, where the browser looks for what lies under a click. */
  const pictured = () =>
    Promise.race([
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
      pause(PICTURE_MS),
    ])

  /** Resolves once the document changed, or after a while: what is typed or moves changes nothing in it. */
  const changed = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(done)
      const timer = setTimeout(done, SELDOM_MS)
      function done() {
        observer.disconnect()
        clearTimeout(timer)
        resolve()
      }
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
    })

  const COMMANDS = {
    prepareField,
    choose,
    giveFiles,
    read,
    count: (target) => ({ count: seen(find(target)).length }),
    present: (target) => ({ why: seen(find(target)).length > 0 ? undefined : 'nothing like it is to be seen' }),
    absent: (target) => ({ why: seen(find(target)).length > 0 ? 'it is still there' : undefined }),
    focus: (target) => {
      const { element, why } = usable(target)
      if (element) element.focus()
      return { why }
    },
    /** The point to click once it stays where it is: an element may still be moving into place. */
    steadyPoint: async (target) => {
      const before = pointOf(target)
      if (before.why) return before
      await pictured()
      const after = pointOf(target)
      return after.why || (after.x === before.x && after.y === before.y) ? after : { why: 'it keeps moving' }
    },
  }

  /** Does a command, again after each change of the page while it gives a reason `why` not, for so many ms. */
  return async (command, args, patienceMs) => {
    const end = performance.now() + patienceMs
    for (let least = SOON_MS; ; least = Math.min(least * 2, SELDOM_MS)) {
      const answer = await COMMANDS[command](...args)
      if (answer.why === undefined || performance.now() > end) return answer
      await changed()
      await pause(least)
    }
  }
})()
