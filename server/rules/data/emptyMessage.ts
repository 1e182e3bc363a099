import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { isConfirmed, namedRecipients, standingAt } from '../../transcript/history.ts'
import { contentsIn } from '../evidence/contents.ts'
import { relatedTo } from '../evidence/related.ts'
import type { Rule } from '../rule.ts'

/**
 * A lone dot directly behind 354. Silent where no recipient was accepted, when it is the right thing to send, and
 * where the tool does not print mail data.
 */
export const emptyMessage: Rule = {
  id: 'data/empty-message',
  title: 'Empty message',
  fault: 'client',
  severity: 'hint',
  onlyWith: ['message'],
  references: [rfc(5322, '3.6'), rfc(5321, '4.1.1.4')],
  what: 'The final dot comes at once behind 354, although a recipient was accepted.',
  why: 'The message has neither a header section nor a text. Many servers deliver it all the same, and the reader sees a blank mail from nobody.',
  remedy: 'Send a message with From and Date, or RSET where none should go out.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: DATA
S: 354 go ahead
C: .
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<anna@example.net>
C: RCPT TO:<bob@example.org>
C: DATA
S: 250 ok
S: 550 no such user
S: 354 go ahead
C: .
S: 554 no valid recipients
C: QUIT
S: 221 bye`,
  isOfOwnDialect: true,
  *check(session, { dialect }) {
    if (dialect.elidesContent || dialect.dumpsContent) return
    for (const { unit, exchange, command } of contentsIn(session)) {
      if (unit.kind !== 'message' || unit.elided || unit.lines > 0 || !unit.terminated) continue
      const accepted = namedRecipients(standingAt(session, exchange)).filter(isConfirmed)
      const text = session.texts[unit.lastLine] ?? ''
      const start = text.lastIndexOf('.')
      if (accepted.length === 0 || start < 0) continue
      yield {
        span: { line: unit.lastLine, start, end: start + 1 },
        message: l10n.t`The message is empty: it has not even a header section.`,
        related: [relatedTo(command, l10n.t`The mail data begins here.`)],
      }
    }
  },
}
