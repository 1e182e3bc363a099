/** A table of more values than that is let go of when somebody says so. */
const manyValues = 20_000

/** So many of a table's first values stay: the code knows some of them as constants. */
const firstValues = 500

const forgetters: (() => void)[] = []

/**
 * Makes equal values one object, so that comparing two of them is one `===`.
 *
 * The given values have to be immutable; `keyOf` names each of them uniquely.
 * What is interned stays in memory, so it is for values of which there are few (states, kinds of lines).
 */
export function interner<T extends object>(keyOf: (value: T) => string, many = manyValues): (value: T) => T {
  let known = new Map<string, T>()
  forgetters.push(() => {
    if (known.size > many) known = new Map([...known].slice(0, firstValues))
  })
  return value => {
    const key = keyOf(value)
    const found = known.get(key)
    if (found) return found
    known.set(key, Object.freeze(value) as T)
    return value
  }
}

/**
 * Lets go of tables of very many values, for who goes once through more text than the memory holds: in a log of gigabytes
 * there are ever new ones. An equal value that comes later is an object of its own.
 */
export function forgetInterned(): void {
  for (const forget of forgetters) forget()
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
