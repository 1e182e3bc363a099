import { linesBefore, linesNear } from '../../transcript/linesAround.ts'
import type { LineRead } from '../../transcript/reading.ts'
import { remembered } from '../../transcript/remembered.ts'
import { payloadOf } from '../../transcript/stretch.ts'
import type { CursorPlace } from './cursorPlace.ts'

/** How many lines are looked at on each side of the cursor: some hundred sessions. */
const farthestLine = 2000

/** How many names of a kind are of interest. */
const most = 40

/** Names that the commands around the cursor use: those of the own session first, then the most frequent, then the nearest. */
export interface NamesNear {
  readonly senders: readonly string[]
  readonly recipients: readonly string[]
  /** What clients call themselves in their hellos. */
  readonly clients: readonly string[]
  /** The domains of all addresses. */
  readonly domains: readonly string[]
}

interface Use {
  count: number
  isOwn: boolean
}

class Uses {
  readonly #uses = new Map<string, Use>()

  add(name: string, isOwn: boolean): void {
    const use = this.#uses.get(name)
    if (!use) this.#uses.set(name, { count: 1, isOwn })
    else {
      use.count += 1
      use.isOwn ||= isOwn
    }
  }

  /** The best first; a map keeps the order in which names came, the nearest first. */
  ranked(): readonly string[] {
    return [...this.#uses]
      .sort(([, a], [, b]) => Number(b.isOwn) - Number(a.isOwn) || b.count - a.count)
      .slice(0, most)
      .map(([name]) => name)
  }
}

const path = /^\s*(MAIL\s+FROM|RCPT\s+TO)\s*:\s*<([^<>\s"]{1,255})>/i
const hello = /^\s*(?:EHLO|HELO|LHLO)\s+([^\s<>]{1,255})\s*$/i

/** The command on a line; undefined on most. */
function commandOn({ text, records }: LineRead): string | undefined {
  for (const record of records) if (record.kind === 'command') return payloadOf(text, record)
  return undefined
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** The names around a cursor; the line of the cursor does not count. */
export const namesNear = remembered(({ transcript: { reading }, line }: CursorPlace): NamesNear => {
  const senders = new Uses()
  const recipients = new Uses()
  const clients = new Uses()
  const domains = new Uses()
  let first = line
  for (const before of linesBefore(reading, line, farthestLine)) first = before.line
  for (const near of linesNear(reading, line, farthestLine)) {
    const isOwn = near.line >= first && near.line < line
    const command = commandOn(near)
    if (command === undefined) continue
    const [, verb, address = ''] = path.exec(command) ?? []
    if (verb) {
      const kind = /^MAIL/i.test(verb) ? senders : recipients
      kind.add(address, isOwn)
      if (address.includes('@')) domains.add(domainOf(address), isOwn)
      continue
    }
    const name = hello.exec(command)?.[1]
    if (name) clients.add(name, isOwn)
  }
  return {
    senders: senders.ranked(),
    recipients: recipients.ranked(),
    clients: clients.ranked(),
    domains: domains.ranked(),
  }
})

/** The recipients that the transaction before the cursor has already named, in lower case. */
export function recipientsNamed({ transcript: { reading }, line }: CursorPlace): ReadonlySet<string> {
  const named = new Set<string>()
  for (const before of linesBefore(reading, line, farthestLine)) {
    const command = commandOn(before)
    if (command === undefined) continue
    const [, verb, address = ''] = path.exec(command) ?? []
    if (verb && /^RCPT/i.test(verb)) named.add(address.toLowerCase())
    else if (/^\s*(?:MAIL|RSET|EHLO|HELO|LHLO)\b/i.test(command)) return named
  }
  return named
}

/** The SASL mechanisms that the EHLO reply in force offers, in upper case; null where the text does not tell. */
export function mechanismsOffered({ transcript: { reading }, line, before }: CursorPlace): string[] | null {
  const { keywords, hello: greeting } = before.view.optimistic
  if (keywords === null) return greeting === 'none' || greeting === 'HELO' ? [] : null
  if (!keywords.includes('AUTH')) return []
  for (const { text, records } of linesBefore(reading, line, farthestLine)) {
    for (const record of records) {
      const found = record.kind === 'reply' ? /^250[ -]AUTH[ =](.*)$/i.exec(payloadOf(text, record)) : null
      if (found)
        return (found[1] ?? '')
          .toUpperCase()
          .split(/\s+/)
          .filter(name => name !== '')
    }
  }
  return null
}
