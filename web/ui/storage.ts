type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The browser's store, which some offices switch off and which may be full: then work goes on without it. */
const storeOf = (find: () => Storage): Store => ({
  getItem: (key) => attempt(() => find().getItem(key)),
  setItem: (key, value) => void attempt(() => find().setItem(key, value)),
  removeItem: (key) => void attempt(() => find().removeItem(key)),
})

function attempt<Value>(run: () => Value): Value | null {
  try {
    return run()
  } catch {
    return null // full or forbidden
  }
}

/** Stays on this machine. */
export const machineStore = storeOf(() => localStorage)
/** Lives as long as this tab of the browser. */
export const tabStore = storeOf(() => sessionStorage)
