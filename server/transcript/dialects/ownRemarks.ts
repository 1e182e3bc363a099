import {
  type ConnectionEvent,
  remembering,
  type Utterance,
  utterance,
  type WritableDialect,
} from './dialect.ts'

/**
 * What the language's own remarks say, in the manner of RFC 3207's `C & S: <negotiate a TLS session>`: what a
 * transcript has to tell and neither side says.
 */
export const ownRemarks = {
  connected: 'open a connection',
  'tls-started': 'negotiate a TLS session',
  authenticated: 'authenticated',
  'not-authenticated': 'not authenticated',
  closed: 'close the connection',
  lost: 'lose the connection',
} as const satisfies Partial<Record<ConnectionEvent, string>>

/** Something is left out: what comes before the next line is not known. */
export const ellipsis = 'C & S: <...>'

const remark = /^[ \t]*C & S: <([^>]*)>[ \t]*$/
const midway = 'excerpt'

const events = new Map<string, ConnectionEvent>(
  Object.entries(ownRemarks).map(([event, words]) => [words, event as ConnectionEvent]),
)

/** The line that tells of an event; `host` may be named where a connection is opened. */
export function ownRemark(event: keyof typeof ownRemarks, host: string | null = null): string {
  return `C & S: <${ownRemarks[event]}${event === 'connected' && host ? ` to ${host}` : ''}>`
}

/** An own remark is one wherever it stands: only a line with a mark could be mail data that looks like it. */
function readOwnRemark(line: string): readonly Utterance[] | undefined {
  const words = remark.exec(line)?.[1]
  if (words === undefined) return undefined
  if (words === '...') return remembering(midway)
  const event = events.get(words.replace(/ to \S+$/, ''))
  return event && utterance('note', 0, event)
}

/** A dialect in which the language's own remarks are understood as well. */
export function withOwnRemarks<D extends Pick<WritableDialect, 'read'>>(dialect: D): D {
  return {
    ...dialect,
    read(line, context) {
      const own = readOwnRemark(line)
      if (own) return own
      if (context.memory !== midway) return dialect.read(line, context)
      const isOpening = context.expected === 'opening'
      const read = dialect.read(line, isOpening ? { ...context, expected: 'dialogue' } : context)
      const [first, ...rest] = read
      return first && /^(?:client|server)$/.test(first.speaker)
        ? [{ ...first, excerpt: true, memory: '' }, ...rest]
        : read
    },
  }
}
