/** A function of an object that works each out once, when somebody first asks, and knows it as long as the object lives. */
export function remembered<Of extends object, Found>(find: (of: Of) => Found): (of: Of) => Found {
  const known = new WeakMap<Of, { readonly found: Found }>()
  return of => {
    const before = known.get(of)
    if (before) return before.found
    const found = find(of)
    known.set(of, { found })
    return found
  }
}

const forgetters: (() => void)[] = []

/**
 * The same, but only what was found for the object that was asked about last: for what many rules ask about one session
 * before they come to the next, and what would fill the memory if it were kept for every session of a log.
 */
export function rememberedLast<Of extends object, Found>(find: (of: Of) => Found): (of: Of) => Found {
  let last: { readonly of: Of; readonly found: Found } | undefined
  forgetters.push(() => {
    last = undefined
  })
  return of => {
    if (last?.of === of) return last.found
    const found = find(of)
    last = { of, found }
    return found
  }
}

/** Lets go of what `rememberedLast` keeps: a session may be as long as its file, and what is known of it much longer. */
export function forgetLast(): void {
  for (const forget of forgetters) forget()
}
