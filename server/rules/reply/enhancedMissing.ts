import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { isBeingTyped } from '../evidence/beingTyped.ts'
import { asHabit } from '../evidence/habit.ts'
import { separatorOf } from '../evidence/places.ts'
import { answeredBy, answersIn, type GivenReply, isToHello, isToMisplaced } from '../evidence/replies.ts'
import { fixOf, insertAt } from '../repair/edits.ts'
import type { Report, Rule } from '../rule.ts'

/** Whether a reply needs an enhanced status code: all do but the greeting, those to a hello, and 3yz. */
function needsCode(given: GivenReply): boolean {
  const { exchange, reply } = given
  if (!exchange || isToHello(given) || isToMisplaced(given)) return false
  const isAnnounced = exchange.before.keywords?.includes('ENHANCEDSTATUSCODES') === true
  return isAnnounced && /^[245]/.test(String(reply.code))
}

/** The codes of the lines that have no enhanced status code. */
function linesWithout({ reply: { codeSpans, enhancedCodeSpans } }: GivenReply): Span[] {
  if (codeSpans.length === enhancedCodeSpans.length) return []
  const lines = new Set(enhancedCodeSpans.map(({ line }) => line))
  return codeSpans.filter(({ line }) => !lines.has(line))
}

function placesIn(session: Session): { span: Span; given: GivenReply }[] {
  const places: { span: Span; given: GivenReply }[] = []
  for (const given of answersIn(session)) {
    const [span] = needsCode(given) ? linesWithout(given) : []
    if (span) places.push({ span, given })
  }
  return places
}

/** A reply without the enhanced status code that the server announced. Silent where the announcement is not in the text. */
export const enhancedMissing: Rule = {
  id: 'reply/enhanced-missing',
  title: 'Reply without an enhanced status code',
  fault: 'server',
  severity: 'information',
  profile: 'strict',
  references: [rfc(2034, '3'), rfc(2034, '4')],
  what: 'A reply without an enhanced status code although the server announced ENHANCEDSTATUSCODES.',
  why: 'The announcement promises a code on every line of nearly every reply; without it a client has only the three digits and the words to go by.',
  remedy: 'Put an enhanced status code at the start of each line, or do not announce the extension.',
  yieldsTo: ['reply/enhanced-malformed'],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 ENHANCEDSTATUSCODES
C: NOOP
S: 250 still here
C: QUIT
S: 221 2.0.0 closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 ENHANCEDSTATUSCODES
C: NOOP
S: 250 2.0.0 still here
C: QUIT
S: 221 2.0.0 closing`,
  *check(session, context) {
    const places = placesIn(session).filter(({ span }) => !isBeingTyped(session, span.line, context))
    yield* asHabit(
      places.map(({ span, given }): Report => {
        const { reply } = given
        const code = reply.enhancedCode ?? `${Math.trunc(reply.code / 100)}.0.0`
        const isPartial = reply.enhancedCode !== null
        return {
          span,
          message: isPartial
            ? l10n.t`This line of the reply to ${answeredBy(given)} lacks the enhanced status code that the others have.`
            : l10n.t`The reply to ${answeredBy(given)} has no enhanced status code, which the server announced for all its replies.`,
          fixes: () => [
            fixOf(
              l10n.t`Insert ${code}`,
              ...linesWithout(given).map(at => {
                const { line, end } = separatorOf(session, at)
                return insertAt({ line, start: end, end }, end === at.end ? ` ${code}` : `${code} `)
              }),
            ),
          ],
        }
      }),
    )
  },
}
