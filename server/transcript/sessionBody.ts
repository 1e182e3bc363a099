import type { Block } from './block.ts'
import { buildSession } from './buildSession.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { LineRecord, LineRecords } from './lineRecord.ts'
import { type Noted, Notes, note } from './notes.ts'
import { rememberedLast } from './remembered.ts'
import type { Session } from './session.ts'

/** What a session is made of when somebody looks: its own lines, up to `count`, with what the fold found on them. */
export interface SessionBody extends Noted {
  readonly lines: Omit<Block, 'streams'>
  /** Its lines to the last that is not blank or a comment. */
  readonly count: number
  readonly dialect: Dialect
}

/** Whether nothing but blank lines and comments is on a line. */
export function isTrailing(records: LineRecords | undefined): boolean {
  return records?.every(({ kind }) => kind === 'blank' || kind === 'comment') === true
}

/** How many of so many lines there are to the last that is not blank or a comment; at least one. */
export function countToLast(lines: number, recordsOn: (line: number) => LineRecords | undefined): number {
  let count = lines
  while (count > 1 && isTrailing(recordsOn(count - 1))) count -= 1
  return count
}

const said: ReadonlySet<LineRecord['kind']> = new Set([
  'command',
  'auth-response',
  'end-of-data',
  'reply',
  'message',
  'chunk',
  'tls',
])

/** A session in lines that begin with its first; undefined where nobody speaks on them. */
export function bodyOf(lines: SessionBody['lines'], dialect: Dialect): SessionBody | undefined {
  const { records, states } = lines
  const count = countToLast(records.length, line => records[line])
  const last = states[count - 1]
  if (!last || !(last.clientSpoke || last.serverSpoke)) return undefined
  for (let line = 0; line < count; line++) {
    if (records[line]?.some(({ kind }) => said.has(kind)))
      return { lines, count, dialect, notes: new Notes() }
  }
  return undefined
}

const built = note<SessionBody, { readonly deref: () => Session | undefined }>()

/** Makes the session of a body that is gone through once: it stays as long as the body does. */
export function keepSession(body: SessionBody): void {
  const session = build(body)
  built.set(body, { deref: () => session })
}

/**
 * The session that a body holds, made of it when somebody first asks, and again when it was let go of meanwhile. Who
 * asks twice in one turn of the event loop gets the same object.
 */
export function sessionOf(body: SessionBody): Session {
  const known = built.get(body)?.deref()
  if (known) return known
  const session = build(body)
  built.set(body, new WeakRef(session))
  return session
}

const lastBuilt = rememberedLast(build)

/** The session that a body holds, for a look in passing: made for it, it is let go of with the next. */
export function passingSession(body: SessionBody): Session {
  return built.get(body)?.deref() ?? lastBuilt(body)
}

function build({ lines, count, dialect }: SessionBody): Session {
  const own = <T>(all: readonly T[]) => (count === all.length ? all : all.slice(0, count))
  const { texts, ends, records, states } = lines
  return buildSession({ texts: own(texts), ends: own(ends) }, own(records), own(states), dialect)
}
