import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { textAt } from '../evidence/places.ts'
import { givenReplies, isToMisplaced } from '../evidence/replies.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** Enhanced status codes that are not the same on all lines of a reply. Lines without one are another rule's business. */
export const enhancedDiffersBetweenLines: Rule = {
  id: 'reply/enhanced-differs-between-lines',
  title: 'Different enhanced status codes in one reply',
  fault: 'server',
  severity: 'warning',
  onlyWith: ['enhanced'],
  references: [rfc(2034, '4')],
  what: 'A reply of several lines whose enhanced status codes differ.',
  why: 'A reply has one reason. Which of the codes a client keeps for its bounce is chance.',
  remedy: 'Repeat the same enhanced status code on every line.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY bob
S: 550-5.1.1 nobody of that name
S: 550 5.7.1 and we would not tell
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY bob
S: 550-5.1.1 nobody of that name
S: 550 5.1.1 here
C: QUIT
S: 221 mx.example.org closing`,
  *check(session) {
    for (const given of givenReplies(session)) {
      const { enhancedCodeSpans } = given.reply
      const [first] = enhancedCodeSpans
      if (!first || enhancedCodeSpans.length === 1 || isToMisplaced(given)) continue
      const code = textAt(session, first)
      const others = enhancedCodeSpans.filter(span => textAt(session, span) !== code)
      const [span] = others
      if (!span) continue
      yield {
        span,
        message: l10n.t`This line says ${textAt(session, span)} in a reply that began with ${code}.`,
        related: [{ span: first, message: l10n.t`The first code of the reply.` }],
        fixes: () => [fixOf(l10n.t`Use ${code} on all lines`, ...others.map(at => replaceAt(at, code)))],
      }
    }
  },
}
