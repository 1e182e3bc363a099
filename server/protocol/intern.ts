/**
 * Makes equal values one object, so that comparing two of them is one `===`.
 *
 * The given values have to be immutable; `keyOf` names each of them uniquely.
 * What is interned stays in memory, so it is for values of which there are few (states, kinds of lines).
 */
export function interner<T extends object>(keyOf: (value: T) => string): (value: T) => T {
  const known = new Map<string, T>()
  return value => {
    const key = keyOf(value)
    const found = known.get(key)
    if (found) return found
    known.set(key, Object.freeze(value) as T)
    return value
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
