/**
 * The phases of an SMTP session, in the words of RFC 5321 section 4.1.4 and the extensions that add to it.
 * `unknown` is the phase of a text that begins in mid-session.
 */
export const phases = {
  connecting: 'connected, the greeting has not been seen',
  rejected: 'the server refused the session in its greeting (RFC 5321 3.1)',
  greeted: 'greeting 220 seen, no EHLO or HELO accepted yet',
  ready: 'EHLO or HELO accepted, no mail transaction open',
  mail: 'MAIL accepted, no recipient accepted yet',
  rcpt: 'at least one recipient accepted',
  'data-rejected': 'DATA refused before 354; the mail transaction is still open',
  'data-content': 'after 354: every line of the client is mail data',
  'data-end': 'after the final dot, its reply outstanding',
  bdat: 'a chunk that is not the last was accepted (RFC 3030)',
  'bdat-failed': 'a chunk was refused; only RSET, EHLO and QUIT may follow (RFC 3030 section 2)',
  'auth-exchange': 'after 334: the lines of the client answer challenges (RFC 4954)',
  'tls-handshake': 'after 220 to STARTTLS, TLS being negotiated',
  'tls-ready': 'TLS active; as after the greeting, EHLO has to come again (RFC 3207 section 4.2)',
  reversed: 'TURN or ATRN accepted, the roles are exchanged',
  closing: 'QUIT sent, its reply outstanding',
  closed: 'the connection is closed or the server announced that it closes it',
  unknown: 'the text begins in mid-session',
} as const satisfies Record<string, string>

/** One phase of an SMTP session. */
export type Phase = keyof typeof phases

/** Phases in which a mail transaction is open (RFC 5321 section 3.3). */
export function isTransactionOpen(phase: Phase): boolean {
  switch (phase) {
    case 'mail':
    case 'rcpt':
    case 'data-rejected':
    case 'data-content':
    case 'data-end':
    case 'bdat':
    case 'bdat-failed':
      return true
    default:
      return false
  }
}
