import { columnOfExchange } from '../../transcript/history.ts'
import { replySaid } from '../../transcript/saidText.ts'
import type { Exchange, Session } from '../../transcript/session.ts'

function usesEnhancedCodes(session: Session): boolean {
  return session.exchanges.some(exchange => exchange.reply?.enhancedCode != null)
}

/** The name that the server gave itself: the first word of its greeting or of its reply to EHLO (RFC 5321 section 4.2). */
export function serverName(session: Session): string {
  const hello = session.exchanges.find(
    exchange => columnOfExchange(exchange) === 'hello' && exchange.reply?.code === 250,
  )
  const text = session.greeting?.texts[0] ?? hello?.reply?.texts[0] ?? ''
  const name = text.split(/\s/, 1)[0] ?? ''
  return /^[A-Za-z0-9[]/.test(name) ? name : 'mx.example.org'
}

/** The name that the client gave itself in its first hello. */
export function clientName(session: Session): string {
  for (const exchange of session.exchanges) {
    const { unit } = exchange
    if (unit.kind === 'command' && unit.argument !== '' && columnOfExchange(exchange) === 'hello') {
      return unit.argument
    }
  }
  return 'client.example.org'
}

/** The full name, or the address in brackets, that the server gave itself in its greeting or in a reply to a hello; null where it gave none. */
export function announcedName({ greeting, exchanges }: Session): string | null {
  const hellos = exchanges.filter(one => columnOfExchange(one) === 'hello').slice(0, 3)
  for (const reply of [greeting, ...hellos.map(hello => hello.reply)]) {
    const word = reply?.texts[0]?.split(/\s/, 1)[0] ?? ''
    if (/^(?:[a-z0-9-]+\.[a-z0-9.-]+|\[[0-9a-z.:]+\])$/i.test(word)) return word
  }
  return null
}

/** What this server, going by the rest of the session, would have said to a command that it accepts. */
export function acceptance(session: Session, verb: string): string {
  if (verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO') return `250 ${serverName(session)}`
  const isEnhanced = usesEnhancedCodes(session)
  switch (verb) {
    case 'MAIL':
      return isEnhanced ? '250 2.1.0 Ok' : '250 OK'
    case 'RCPT':
      return isEnhanced ? '250 2.1.5 Ok' : '250 OK'
    case 'STARTTLS':
      return isEnhanced ? '220 2.0.0 Ready to start TLS' : '220 Ready to start TLS'
    case 'QUIT':
      return isEnhanced ? '221 2.0.0 Bye' : `221 ${serverName(session)} closing connection`
    default:
      return isEnhanced ? '250 2.0.0 Ok' : '250 OK'
  }
}

/** What a hello in clear was answered, as the server would say it under TLS: without STARTTLS (RFC 3207 section 4.2). */
export function replyUnderTls(session: Session, hello: Exchange): string[] {
  const lines = hello.reply ? replySaid(session, hello.reply).map(({ payload }) => payload) : []
  const kept = lines.filter(line => !/^250[- ]\s*STARTTLS\b/i.test(line))
  return kept.map((line, index) => `250${index === kept.length - 1 ? ' ' : '-'}${line.slice(4)}`)
}
