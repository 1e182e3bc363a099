/** A place in an insertion where somebody fills something in. */
export interface Hole {
  /** What stands there until then. */
  readonly filled: string
  /** What it can be, where there are few possibilities; `filled` is one of them. */
  readonly choices?: readonly string[]
  /** Holes of one name are filled alike. */
  readonly name?: string
}

/** A text to insert, with holes. */
export type Insertion = readonly (string | Hole)[]

/** A hole that can be filled with anything. */
export function hole(filled: string): Hole {
  return { filled }
}

/** A hole to be filled with one of some words. */
export function choice(choices: readonly string[]): Hole {
  return choices.length > 1 ? { filled: choices[0] ?? '', choices } : { filled: choices[0] ?? '' }
}

/** The insertion with every hole filled as it is offered. */
export function plainText(insertion: Insertion): string {
  return insertion.map(part => (typeof part === 'string' ? part : part.filled)).join('')
}

/** Whether somebody has to fill something in. */
export function hasHoles(insertion: Insertion): boolean {
  return insertion.some(part => typeof part !== 'string')
}

function escapeText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&')
}

function escapeChoice(text: string): string {
  return text.replace(/[\\,|]/g, '\\$&')
}

function tabStop(number: number, { filled, choices }: Hole): string {
  if (choices) return `\${${number}|${choices.map(escapeChoice).join(',')}|}`
  return filled === '' ? `\${${number}}` : `\${${number}:${escapeText(filled)}}`
}

/** The insertion as a snippet of LSP, with a tab stop for each hole and the last behind all. */
export function snippetText(insertion: Insertion): string {
  const named = new Map<string, number>()
  let count = 0
  const parts = insertion.map(part => {
    if (typeof part === 'string') return escapeText(part)
    const known = part.name === undefined ? undefined : named.get(part.name)
    if (known !== undefined) return `\${${known}}`
    count += 1
    if (part.name !== undefined) named.set(part.name, count)
    return tabStop(count, part)
  })
  return `${parts.join('')}$0`
}

/** An insertion as the payload of a line, which `write` puts into the form of the dialect. */
export function written(insertion: Insertion, write: (payload: string) => string): Insertion {
  const payload = plainText(insertion)
  const line = write(payload)
  const at = line.lastIndexOf(payload)
  return at < 0 ? [line] : [line.slice(0, at), ...insertion, line.slice(at + payload.length)]
}
