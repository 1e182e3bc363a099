import type { WritableDialect } from '../dialects/dialect.ts'
import { ownRemark } from '../dialects/ownRemarks.ts'
import { writableDialects } from '../dialects/registry.ts'
import type { SaidEvent, SaidLine } from './said.ts'

/** How a dialect writes what its tool remarks; what it has no words for is told in the language's own. */
interface Words {
  readonly connected?: (host: string) => string
  readonly 'tls-started'?: (cipher: string) => string
  readonly closed?: string
  readonly lost?: string
}

/** A dialect to write in. */
export interface Form {
  readonly dialect: WritableDialect
  readonly words: Words
  /** `#` begins a comment. */
  readonly hasComments: boolean
}

const words = {
  smtp: {},
  swaks: {
    connected: host => `=== Connected to ${host}.`,
    'tls-started': cipher => `=== TLS started with ${cipher}`,
    closed: '=== Connection closed with remote host.',
    lost: '*** Remote host closed connection unexpectedly.',
  },
  curl: {
    connected: host => `* Connected to ${host}`,
    'tls-started': cipher => `* SSL connection using ${cipher}`,
    closed: '* Closing connection',
    lost: '* Connection died',
  },
  bare: {
    connected: host => `Connected to ${host}.`,
    closed: 'Connection closed by foreign host.',
  },
} as const satisfies Readonly<Record<string, Words>>

/** The names of the forms that sessions can be written in. */
export type FormName = keyof typeof words

/** The form of that name. */
export function formNamed(name: FormName): Form | undefined {
  const dialect = writableDialects.find(one => one.name === name)
  return dialect && { dialect, words: words[name], hasComments: name === 'smtp' || name === 'bare' }
}

const hostInRemark =
  /(?:Trying|[Cc]onnect(?:ed|ing|ion)? (?:from|to)(?: host)?) +["'[]?([A-Za-z0-9](?:[\w.:-]*[A-Za-z0-9])?)/
const cipherInRemark = /\b(?:TLS|SSL)v\d\S*(?: \/ \S+)?/

/** The ways to tell of an event, the tool's own first. */
export function remarksOf({ words: own }: Form, event: SaidEvent['event'], text: string): readonly string[] {
  switch (event) {
    case 'connected': {
      const host = hostInRemark.exec(text)?.[1] ?? null
      return [...(own.connected ? [own.connected(host ?? 'server')] : []), ownRemark(event, host)]
    }
    case 'tls-started': {
      const cipher = cipherInRemark.exec(text)?.[0]
      const named = cipher ? `cipher ${cipher.replace(/\.$/, '')}` : 'unknown cipher'
      return [...(own[event] ? [own[event](named)] : []), ownRemark(event)]
    }
    case 'closed':
    case 'lost':
      return [...(own[event] ? [own[event]] : []), ownRemark(event)]
    default:
      return [ownRemark(event)]
  }
}

/**
 * The ways to write what somebody says, the usual first. Mail data that could be taken for their end do without the dot
 * that the server takes off again (RFC 5321 section 4.5.2). Without prefixes such a dot keeps mail data from being taken
 * for a reply, `C:` a command and `S:` a reply for something else, and a space an answer in AUTH.
 */
export function linesFor(
  { dialect }: Form,
  { speaker, payload, record }: SaidLine,
  secure: boolean,
): readonly string[] {
  const line = dialect.write(speaker, payload, secure)
  const isStuffed = record.kind === 'message' && payload.startsWith('.')
  const unstuffed = isStuffed ? [dialect.write(speaker, payload.slice(1), secure)] : []
  if (line !== payload || record.kind === 'chunk') return [line, ...unstuffed]
  if (speaker === 'server') return [line, line === '' ? 'S:' : `S: ${line}`]
  return [
    line,
    ...unstuffed,
    record.kind === 'message' ? `.${line}` : ` ${line}`,
    line === '' ? 'C:' : `C: ${line}`,
  ]
}
