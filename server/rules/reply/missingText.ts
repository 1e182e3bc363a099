import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { isBeingTyped } from '../evidence/beingTyped.ts'
import { asHabit } from '../evidence/habit.ts'
import { answeredBy, givenReplies } from '../evidence/replies.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Report, Rule } from '../rule.ts'

/** A reply that is nothing but its code. Silent on empty lines in a longer reply, and on an empty challenge of AUTH. */
export const missingText: Rule = {
  id: 'reply/missing-text',
  title: 'Reply without text',
  fault: 'server',
  severity: 'hint',
  profile: 'strict',
  onlyWith: ['no-text'],
  references: [rfc(5321, '4.2')],
  what: 'A reply that consists of its code alone.',
  why: 'Clients have to take a bare code, but servers are not supposed to send one: not every client knows what to do with it, and nobody who reads the log is told a reason.',
  remedy: 'Put a few words behind the code.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 250
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 250 ok
C: QUIT
S: 221 mx.example.org closing`,
  *check(session, context) {
    const bare = [...givenReplies(session)].flatMap(given => {
      const { code, texts, codeSpans, enhancedCode } = given.reply
      const [span] = codeSpans
      const isBare = code !== 334 && enhancedCode === null && texts.every(text => text === '')
      return isBare && !isBeingTyped(session, span.line, context) ? [{ span, given }] : []
    })
    yield* asHabit(
      bare.map(
        ({ span, given }): Report => ({
          span,
          message: l10n.t`The reply to ${answeredBy(given)} says nothing but ${given.reply.code}.`,
          fixes: () => {
            const { line, end } = span
            const rest = { line, start: end, end: session.texts[line]?.length ?? end }
            return [fixOf(l10n.t('Append “ok”'), replaceAt(rest, ' ok'))]
          },
        }),
      ),
    )
  },
}
