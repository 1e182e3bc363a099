import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { columnOfExchange, isRefused } from '../../transcript/history.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

/**
 * Whether what the client sends can be read on its way: `tls` it cannot, `clear` it can, `local` it never leaves the
 * machine, `unmarked` nothing in a whole session speaks of TLS, `unknown` the text does not tell.
 */
export type Channel = 'tls' | 'clear' | 'local' | 'unmarked' | 'unknown'

/** Logs of servers, which do not say whether the port is one for TLS. */
const serverLogs = new Set([
  'aiosmtpd',
  'exim-bh',
  'exim-log',
  'haraka',
  'opensmtpd',
  'opensmtpd-log',
  'postfix-debug',
  'postfix-log',
  'qpsmtpd',
  'sendmail-log',
  'smtp-server',
  'smtpd-python',
])

/** Tools that say so where a connection is under TLS from its beginning. */
const tellingTools = new Set(['curl', 'swaks', 'msmtp'])

const underTls =
  /\b(?:TLS|SSL)\b.{0,40}(?:started|established|connection using|negotiat|handshake|cipher|v1)|\bsmtps:|\bssl:\/\/|[:\s]465\b|isSSL true|^CONNECTED\(|\bcipher\b/i
const inClear = /^Escape character is|isSSL false/
const loopback = /\b127\.0\.0\.1\b|\blocalhost\b|\[::1\]|(?:^|\s)::1\b/i

/** Lines that a tool prints in front of what is first said. */
const remarkLimit = 200

interface Surroundings {
  readonly tls: boolean
  readonly clear: boolean
  readonly local: boolean
  readonly refusedStartTls: number
}

const surroundingsOf = rememberedLast((session: Session): Surroundings => {
  const found = { tls: false, clear: false, local: false }
  const speaks = (kind: string) => kind !== 'note' && kind !== 'comment' && kind !== 'blank' && kind !== 'tls'
  for (const [line, records] of session.records.slice(0, remarkLimit).entries()) {
    const text = session.texts[line]?.slice(0, 500) ?? ''
    if (records.some(({ kind }) => speaks(kind))) continue
    found.tls ||= underTls.test(text)
    found.clear ||= inClear.test(text)
    found.local ||= loopback.test(text)
  }
  const refused = session.exchanges.find(one => columnOfExchange(one) === 'STARTTLS' && isRefused(one))
  return { ...found, refusedStartTls: refused?.index ?? Number.POSITIVE_INFINITY }
})

/** Whether the tool's own mark on the line says that it went over TLS, as swaks writes it. */
export function isMarkedTls(session: Session, line: number): boolean {
  return /^(?: ~>|\*~>|<~)/.test(session.texts[line] ?? '')
}

/** Whether TLS is certainly active when the client sends `exchange`. */
export function isUnderTls(session: Session, exchange: Exchange): boolean {
  return exchange.before.tls || isMarkedTls(session, exchange.line)
}

/** Over what the client sends `exchange`, as far as the text tells. */
export function channelOf(session: Session, exchange: Exchange, dialect: Dialect): Channel {
  if (isUnderTls(session, exchange)) return 'tls'
  const { tls, clear, local, refusedStartTls } = surroundingsOf(session)
  const isOpen = exchange.before.keywords?.includes('STARTTLS') === true || refusedStartTls < exchange.index
  const start = session.texts[exchange.line]?.slice(0, 120).split(/\bAUTH\b|\bMAIL\b/i, 1)[0] ?? ''
  const isLocal = local || loopback.test(start)
  // A server does not offer STARTTLS inside of TLS (RFC 3207 section 4.2).
  if (isOpen) return isLocal ? 'local' : 'clear'
  if (session.greeting === null || tls || serverLogs.has(dialect.name)) return 'unknown'
  if (isLocal) return 'local'
  return clear || tellingTools.has(dialect.name) ? 'clear' : 'unmarked'
}
