import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { lastCodeOf, textAt } from '../evidence/places.ts'
import { givenReplies } from '../evidence/replies.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Fix, Rule } from '../rule.ts'

function setAll(session: Session, spans: readonly Span[], code: string, title: string): Fix {
  const others = spans.filter(span => textAt(session, span) !== code)
  return fixOf(title, ...others.map(span => replaceAt(span, code)))
}

/** Lines of one reply with different codes. Silent on 421, with which a server breaks a reply off. */
export const multilineCodeMismatch: Rule = {
  id: 'reply/multiline-code-mismatch',
  title: 'Different codes in one reply',
  fault: 'server',
  severity: 'error',
  references: [rfc(5321, '4.2.1')],
  what: 'A reply of several lines that do not all have the same code.',
  why: 'Some clients go by the first line, others by the last, and strict ones give the connection up: nobody can tell what was meant.',
  remedy: 'Give every line of a reply the same code.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 252-PIPELINING
S: 250 8BITMIME
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 8BITMIME
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    for (const { reply } of givenReplies(session)) {
      const { codeSpans } = reply
      const [first] = codeSpans
      if (codeSpans.length === 1 || reply.code === 421) continue
      const code = textAt(session, first)
      const span = codeSpans.find(one => textAt(session, one) !== code)
      if (!span) continue
      const lastCode = textAt(session, lastCodeOf(reply))
      yield {
        span,
        message: l10n.t`This line says ${textAt(session, span)} in the middle of a reply that began with ${code}.`,
        related: [{ span: first, message: l10n.t`The reply begins here.` }],
        fixes: () => [
          setAll(session, codeSpans, lastCode, l10n.t`Set all lines to ${lastCode}, the code of the last`),
          ...(lastCode === code
            ? []
            : [setAll(session, codeSpans, code, l10n.t`Set all lines to ${code}, the code of the first`)]),
        ],
      }
    }
  },
}
