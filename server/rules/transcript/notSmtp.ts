import * as l10n from '@vscode/l10n'
import type { Fault } from '../../protocol/causes/replyCause.ts'
import { rfc } from '../../protocol/references.ts'
import { commandSaid, type SaidLine, unreadableSaid } from '../../transcript/saidText.ts'
import type { Exchange, Session, Span } from '../../transcript/session.ts'
import { toEndOf } from '../evidence/strayContent.ts'
import type { Rule } from '../rule.ts'

/** How another protocol begins, as octets or as a tool spells them out. */
interface Foreign {
  readonly form: RegExp
  readonly message: () => string
  readonly fault: Fault
}

const fromClient: readonly Foreign[] = [
  {
    form: /^(?:GET|POST|HEAD|PUT|OPTIONS|CONNECT|DELETE|PATCH|TRACE|PRI) \S{1,2000} HTTP\/\d(?:\.\d)?/,
    message: () => l10n.t`This is an HTTP request, not SMTP: it was sent to the wrong port.`,
    fault: 'client',
  },
  {
    form: /^(?:\\x16\\x03\\x0[0-4]|\^V\^C\^[@A-D])/,
    message: () =>
      l10n.t`This is the beginning of a TLS handshake, not SMTP: the port speaks plain text first, so use STARTTLS, or implicit TLS on port 465.`,
    fault: 'client',
  },
  {
    form: /^PROXY (?:TCP[46]|UNKNOWN)\b/,
    message: () =>
      l10n.t`This is a header of the PROXY protocol, not SMTP: a proxy in front adds it, and this server does not expect it.`,
    fault: 'middlebox',
  },
  {
    form: /^SSH-\d\.\d+-/,
    message: () => l10n.t`This is how an SSH client begins, not SMTP: it was sent to the wrong port.`,
    fault: 'client',
  },
]

const fromServer: readonly Foreign[] = [
  {
    form: /^SSH-\d\.\d+-/,
    message: () => l10n.t`This is an SSH server, not SMTP: the client is at the wrong port.`,
    fault: 'client',
  },
  {
    form: /^HTTP\/\d(?:\.\d)? \d{3}\b/,
    message: () => l10n.t`This is an HTTP server, not SMTP: the client is at the wrong port.`,
    fault: 'client',
  },
  {
    form: /^\+OK\b/,
    message: () => l10n.t`This is a POP3 server, not SMTP: the client is at the wrong port.`,
    fault: 'client',
  },
  {
    form: /^\* OK\b/,
    message: () => l10n.t`This is an IMAP server, not SMTP: the client is at the wrong port.`,
    fault: 'client',
  },
  {
    form: /^\\x15\\x03\\x0[0-4]/,
    message: () =>
      l10n.t`This is a TLS alert, not SMTP: the port wants TLS from the first octet on, as 465 does.`,
    fault: 'client',
  },
]

/**
 * Behind its signature, which ends with a line `QUIT`, a binary header of the PROXY protocol has its version and command,
 * the address family, and a length below 256.
 */
const binaryProxy = /^(?:[ !]|\\x2[01])(?:\\x(?:00|[123][12])|[!"12])\\x00/

/** So much of a line shows what it begins with. */
const beginning = 2100

/** A line of which control characters are spelled out in hexadecimal, as are those that a tool spelled out in octal. */
interface Spelled {
  readonly text: string
  /** How many characters of the payload stand in front of an offset of the text. */
  readonly widthOf: (offset: number) => number
}

const octal = /^\\0[0-3][0-7]/

/** How one character, or one that is spelled out, is written here, and how many characters of the line it takes. */
function spellAt(payload: string, at: number): { readonly text: string; readonly width: number } {
  const code = payload.charCodeAt(at)
  const asHex = (value: number) => `\\x${value.toString(16).padStart(2, '0')}`
  if (code < 0x20) return { text: asHex(code), width: 1 }
  const spelled = code === 0x5c ? octal.exec(payload.slice(at, at + 4))?.[0] : undefined
  if (spelled) return { text: asHex(Number.parseInt(spelled.slice(1), 8)), width: 4 }
  return { text: payload.charAt(at), width: 1 }
}

function spell(payload: string): Spelled {
  const ends: number[] = []
  let text = ''
  for (let at = 0; at < payload.length && at < beginning; ) {
    const one = spellAt(payload, at)
    at += one.width
    text += one.text
    ends.push(...Array.from({ length: one.text.length }, () => at))
  }
  return { text, widthOf: offset => ends[offset - 1] ?? 0 }
}

interface Found {
  readonly span: Span
  readonly message: string
  readonly fault: Fault
}

/** What an ordinary command or reply does not begin with. */
const canBegin = /^(?:[^A-Za-z0-9]|[GPHOCDTS])/

function foreignIn({ payload, spanOf }: SaidLine, forms: readonly Foreign[]): Found | null {
  if (!canBegin.test(payload)) return null
  const { text, widthOf } = spell(payload)
  for (const { form, message, fault } of forms) {
    const match = form.exec(text)
    if (match) return { span: spanOf(0, widthOf(match[0].length)), message: message(), fault }
  }
  return null
}

function inCommand(session: Session, exchange: Exchange): Found | null {
  const { unit, index } = exchange
  if (unit.kind !== 'command') return null
  if (unit.verb === 'QUIT') {
    const next = session.exchanges[index + 1]
    const said = next ? commandSaid(session, next) : null
    if (!said || !binaryProxy.test(spell(said.payload).text)) return null
    return {
      span: unit.verbSpan,
      message: l10n.t`This QUIT is the end of a binary header of the PROXY protocol, not SMTP: a proxy in front adds it, and this server does not expect it.`,
      fault: 'middlebox',
    }
  }
  const said = commandSaid(session, exchange)
  return said && foreignIn(said, fromClient)
}

/** What the server says that is no reply. */
function* inAnswers(session: Session): Generator<Found> {
  for (const said of unreadableSaid(session)) {
    const foreign = foreignIn(said, fromServer)
    if (foreign) yield foreign
  }
}

function firstForeign(session: Session): Found | null {
  for (const exchange of session.exchanges) {
    const found = inCommand(session, exchange)
    if (found) return found
  }
  for (const found of inAnswers(session)) return found
  return null
}

/** Another protocol where SMTP should be, by the way in which it begins. What follows in the session follows from it. */
export const notSmtp: Rule = {
  id: 'transcript/not-smtp',
  title: 'Another protocol',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['unknown-verb', 'malformed', 'login'],
  references: [rfc(5321, '4.1.1'), rfc(8314, '3.3')],
  what: 'A line that another protocol begins with: an HTTP request, a TLS handshake, a header of the PROXY protocol, an SSH banner; or an answer from a server of HTTP, SSH, POP3, IMAP or TLS.',
  why: 'Client and server do not speak the same protocol, so that nothing behind it means what it seems to mean. Postfix and others close the connection at once.',
  remedy:
    'Connect to the port that speaks the protocol; for TLS, send STARTTLS on ports 25 and 587 and begin with TLS on port 465; switch the PROXY header off, or let the server expect it.',
  example: `
S: 220 mx.example ESMTP
C: GET /status HTTP/1.1
S: 221 2.7.0 This is a mail server. Goodbye.`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: HELP HTTP/1.1
S: 214 no such topic
C: QUIT
S: 221 mx.example bye`,
  *check(session) {
    const found = firstForeign(session)
    if (!found) return
    yield { ...found, consequences: toEndOf(session, found.span.line) }
  },
}
