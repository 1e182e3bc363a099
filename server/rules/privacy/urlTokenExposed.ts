import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { isHiddenSecret } from '../../transcript/authDialogues.ts'
import { hidden } from '../../transcript/commandLine.ts'
import { commandSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** The token behind the last colon of `;urlauth=`, in characters of an URL (RFC 4467 section 3); null where it is removed. */
function tokenIn(said: SaidLine): Span | null {
  const authorisation = /;urlauth=([^\s:]*):([^\s:]*):([^\s:]+)/i.exec(said.payload)
  const token = authorisation?.[3]
  if (!authorisation || token === undefined || isHiddenSecret(token)) return null
  const end = authorisation.index + authorisation[0].length
  return said.spanOf(end - token.length, end)
}

function* tokens(session: Session): Generator<Span> {
  for (const exchange of session.exchanges) {
    if (exchange.unit.kind !== 'command' || exchange.unit.verb !== 'BURL') continue
    const said = commandSaid(session, exchange)
    const span = said && tokenIn(said)
    if (span) yield span
  }
}

/** BURL with a token that lets whoever reads the transcript fetch the message. Silent where the token was removed. */
export const urlTokenExposed: Rule = {
  id: 'privacy/url-token-exposed',
  title: 'Token of an URL in the transcript',
  fault: 'transcript',
  severity: 'warning',
  onlyWith: ['bdat'],
  references: [rfc(4468, '8'), rfc(4467, '3')],
  what: 'BURL whose URL carries an authorization token behind `;urlauth=`.',
  why: 'The token is what lets its holder read the message from the IMAP server, until it expires or its key is reset.',
  remedy:
    'Replace the token before the transcript is shared; where it has been, reset the key of the mailbox with RESETKEY.',
  standsAlone: true,
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250-8BITMIME
S: 250 BURL imap
C: MAIL FROM:<anna@c.example>
S: 250 ok
C: RCPT TO:<bob@submit.example>
S: 250 ok
C: BURL imap://anna@imap.example/Sent;uid=7;urlauth=submit+anna:internal:91354a473744909d LAST
S: 250 ok
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250-8BITMIME
S: 250 BURL imap
C: MAIL FROM:<anna@c.example>
S: 250 ok
C: RCPT TO:<bob@submit.example>
S: 250 ok
C: BURL imap://anna@imap.example/Sent;uid=7;urlauth=submit+anna:internal:******** LAST
S: 250 ok
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    for (const span of tokens(session)) {
      yield {
        span,
        message: l10n.t`This token lets whoever has it read the message: remove it before you share the transcript.`,
        fixes: () => [fixOf(l10n.t`Replace the token by ${hidden}`, replaceAt(span, hidden))],
      }
    }
  },
}
