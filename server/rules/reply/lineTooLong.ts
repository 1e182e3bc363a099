import * as l10n from '@vscode/l10n'
import { limits } from '../../protocol/limits.ts'
import { rfc } from '../../protocol/references.ts'
import { octetsOf, offsetBeyond } from '../../transcript/octets.ts'
import { replySaid } from '../../transcript/saidText.ts'
import type { Reply, Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { repliesIn } from '../evidence/replies.ts'
import type { Report, Rule } from '../rule.ts'

const limit = limits.replyLine.value
const lineEnd = 2

/** Whether a tool has put the lines of a reply on one: their code stands in the middle of it again. */
function isJoined(payload: string): boolean {
  const code = payload.slice(0, 3)
  return [' ', '-'].some(separator => payload.includes(` ${code}${separator}`, 3))
}

/** A challenge, or what a mechanism has to say at its end, may be as long as it must (RFC 4954 section 4). */
function isOfAuth({ code }: Reply): boolean {
  return code === 334 || code === 235
}

/** No UTF-16 unit is more than three octets: most lines need not be counted. */
function mayBeTooLong(text: string): boolean {
  return text.length * 3 + lineEnd > limit
}

function* reports(session: Session): Generator<Report> {
  for (const reply of repliesIn(session)) {
    if (isOfAuth(reply)) continue
    if (!reply.codeSpans.some(({ line }) => mayBeTooLong(session.texts[line] ?? ''))) continue
    for (const { payload, spanOf } of replySaid(session, reply)) {
      const octets = octetsOf(payload) + lineEnd
      if (octets <= limit || isJoined(payload)) continue
      yield {
        span: spanOf(offsetBeyond(payload, limit - lineEnd), payload.length),
        message: l10n.t`This line of the reply has ${octets} octets, ${octets - limit} more than a reply line may have; the text fits into a reply of several lines.`,
      }
    }
  }
}

/**
 * A reply line of more than 512 octets. Silent on AUTH challenges, and where a tool has put the lines of a reply on one.
 */
export const lineTooLong: Rule = {
  id: 'reply/line-too-long',
  title: 'Reply line too long',
  fault: 'server',
  severity: 'warning',
  onlyWith: ['long-line'],
  references: [rfc(5321, '4.5.3.1.5')],
  what: 'A line of a reply that, with its line end, has more than 512 octets.',
  why: 'Clients may read replies into a buffer of 512 octets: the rest is lost, or is read as a reply of its own, and the session is out of step.',
  remedy:
    'Break the text into several lines, all with the same code and a hyphen behind it on all but the last.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 250 ${'still here and well, '.repeat(25)}thank you
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 250 ${'still here and well, '.repeat(20)}thank you
C: QUIT
S: 221 mx.example.org closing`,
  check(session) {
    return asHabit(reports(session), l10n.t`Too long as well.`)
  },
}
