/** So many values that were asked for lately stay the same objects, and at most twice as many are kept. */
const remembered = 20_000

/**
 * Makes equal values one object, so that comparing two of them is one `===`.
 *
 * The given values have to be immutable; `keyOf` names each of them uniquely.
 * It is for values of which there are few (states, kinds of lines). Where there are many all the same, as in a log of
 * gigabytes, those that have not come for long are forgotten: an equal one that comes later is an object of its own.
 */
export function interner<T extends object>(keyOf: (value: T) => string, most = remembered): (value: T) => T {
  let known = new Map<string, T>()
  let before = new Map<string, T>()
  return value => {
    const key = keyOf(value)
    const found = known.get(key)
    if (found) return found
    const kept = before.get(key) ?? Object.freeze(value)
    if (known.size >= most) {
      before = known
      known = new Map()
    }
    known.set(key, kept)
    return kept
  }
}

const identities = new WeakMap<object, number>()
let identityCount = 0

/** A number that names an object, for keys of what refers to it. */
export function identity(value: object): number {
  const known = identities.get(value)
  if (known !== undefined) return known
  identityCount += 1
  identities.set(value, identityCount)
  return identityCount
}
