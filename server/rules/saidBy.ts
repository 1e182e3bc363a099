import type { Exchange, Span } from '../transcript/session.ts'

/** What the client sent, as a message names it. */
export function nameOf({ unit }: Exchange): string {
  switch (unit.kind) {
    case 'command':
      return unit.verb
    case 'message':
    case 'chunk':
      return 'the message'
    case 'auth-response':
      return 'the answer to the challenge'
    case 'tls':
      return 'the TLS handshake'
  }
}

/** Where the client sent it: the verb of a command, else the beginning of its first line. */
export function placeOf({ unit, line }: Exchange): Span {
  if (unit.kind === 'command') return unit.verbSpan.end > unit.verbSpan.start ? unit.verbSpan : unit.textSpan
  return unit.kind === 'auth-response' ? unit.textSpan : { line, start: 0, end: 1 }
}
