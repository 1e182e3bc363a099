import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { standingAt } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { nameOf } from '../evidence/names.ts'
import {
  isOutOfStep,
  mayPipeline,
  type PipelinedGroup,
  pipelinedGroups,
} from '../evidence/pipelinedGroups.ts'
import { placeOf } from '../evidence/places.ts'
import { relatedToReply } from '../evidence/related.ts'
import { inStepFix } from '../repair/inStep.ts'
import type { Related, Rule } from '../rule.ts'

const shown = 5

/** The first of a group that was sent too early although the server announced no PIPELINING. */
function tooEarly(group: PipelinedGroup): Exchange | null {
  const [before, exchange] = group
  const { unit } = before
  const isOutOfPlace = unit.kind === 'command' && (unit.verb === 'QUIT' || unit.verb === 'STARTTLS')
  return !isOutOfPlace && mayPipeline(group, exchange) === false ? exchange : null
}

function announcement(session: Session, exchange: Exchange): Related | null {
  const { hello } = standingAt(session, exchange)
  if (hello?.unit.kind !== 'command') return null
  const isHelo = hello.unit.verb === 'HELO'
  return relatedToReply(
    hello.reply,
    isHelo ? l10n.t`After HELO there are no extensions.` : l10n.t`PIPELINING is not announced here.`,
  )
}

/**
 * Commands sent together although the server announced no PIPELINING. Reported once in a session. Silent where the
 * replies do not prove it: a command without a reply is another matter, and an excerpt does not show what was announced.
 */
export const notAnnounced: Rule = {
  id: 'pipelining/not-announced',
  title: 'Pipelining without PIPELINING',
  fault: 'client',
  severity: 'error',
  onlyWith: ['pipelined'],
  references: [rfc(5321, '4.3.1'), rfc(2920, '3')],
  what: 'A command that is sent before the reply to the one in front of it, where the server announced no PIPELINING.',
  why: 'Such a server may drop what it has not asked for, or take it for an attack: Exim answers with "SMTP synchronization error" and closes the connection.',
  remedy: 'Wait for the reply to each command, or send in groups only to servers that announce PIPELINING.',
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 250 8BITMIME
C: MAIL FROM:<anna@client.example>
C: RCPT TO:<bob@mx.example>
S: 250 sender ok
S: 250 recipient ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 250 PIPELINING
C: MAIL FROM:<anna@client.example>
C: RCPT TO:<bob@mx.example>
S: 250 sender ok
S: 250 recipient ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  *check(session) {
    const groups = pipelinedGroups(session).filter(group => tooEarly(group) !== null)
    const [group, ...others] = groups
    if (!group) return
    const [before, exchange] = group
    const isRefused = group.some(isOutOfStep)
    yield {
      span: placeOf(exchange),
      message: isRefused
        ? l10n.t`The server breaks off because ${nameOf(exchange)} came before its reply to ${nameOf(before)}; it announced no PIPELINING.`
        : l10n.t`${nameOf(exchange)} was sent before the reply to ${nameOf(before)} had come, but the server announced no PIPELINING.`,
      related: [
        announcement(session, exchange),
        ...others.slice(0, shown).map(([, early]) => ({
          span: placeOf(early),
          message: l10n.t`This was sent without waiting, too.`,
        })),
      ],
      fixes: () => inStepFix(session, groups),
    }
  },
}
