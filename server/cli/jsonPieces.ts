/** An item of an array, on lines of its own, as `JSON.stringify` with an indentation of 2 writes it at a depth. */
export function jsonItem(value: unknown, depth: number): string {
  const margin = `\n${'  '.repeat(depth)}`
  return margin + JSON.stringify(value, null, 2).replaceAll('\n', margin)
}

/** Prints an array of items that were made with `jsonItem` for a depth that is one more than this. */
export function printArray(print: (text: string) => void, items: readonly string[], depth: number): void {
  print('[')
  for (const [index, item] of items.entries()) print(index === 0 ? item : `,${item}`)
  print(items.length === 0 ? ']' : `\n${'  '.repeat(depth)}]`)
}
