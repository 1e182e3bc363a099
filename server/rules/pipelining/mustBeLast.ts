import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { hasMoreSteps } from '../../protocol/saslMechanisms.ts'
import { commandSaid } from '../../transcript/saidText.ts'
import type { CommandUnit, Exchange, Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { nameOf } from '../evidence/names.ts'
import { mayPipeline, type PipelinedGroup, pipelinedGroups } from '../evidence/pipelinedGroups.ts'
import { placeOf, textAt } from '../evidence/places.ts'
import { inStepFix } from '../repair/inStep.ts'
import type { Rule } from '../rule.ts'

/** Commands that have to be the last as well, and whose place other rules tell. */
const withOwnRules = new Set(['STARTTLS', 'QUIT'])

function isLastOnly(verb: string): boolean {
  const facts = commandFacts(verb)
  return facts?.lastInGroup === true && facts.status !== 'vendor' && !withOwnRules.has(verb)
}

/** AUTH that brings all that the mechanism needs leaves nothing to wait for (RFC 4954 section 4). */
function isComplete(session: Session, exchange: Exchange): boolean {
  const [verb = '', mechanism = '', response] =
    commandSaid(session, exchange)?.payload.trim().split(/\s+/, 3) ?? []
  return verb.toUpperCase() === 'AUTH' && response !== undefined && !hasMoreSteps(mechanism)
}

interface Misplaced {
  readonly group: PipelinedGroup
  readonly command: CommandUnit
  readonly next: Exchange
}

/** The first command of a group that should have been its last; not where the whole group is out of place. */
function misplaced(session: Session, group: PipelinedGroup): Misplaced | null {
  for (const [index, exchange] of group.slice(0, -1).entries()) {
    const { unit } = exchange
    const next = group[index + 1]
    if (unit.kind !== 'command' || !next) continue
    if (!isLastOnly(unit.verb) || isComplete(session, exchange)) continue
    return mayPipeline(group, next) === false ? null : { group, command: unit, next }
  }
  return null
}

/**
 * A command that changes the state of the session, or has a reply of its own kind, with others behind it in a pipelined
 * group. Silent on STARTTLS and QUIT, which have rules of their own, and where PIPELINING is not announced at all.
 */
export const mustBeLast: Rule = {
  id: 'pipelining/must-be-last',
  title: 'Command in the middle of a pipelined group',
  fault: 'client',
  severity: 'error',
  onlyWith: ['pipelined'],
  references: [rfc(2920, '3.1'), rfc(4954, '4')],
  what: 'EHLO, HELO, DATA, AUTH, VRFY, EXPN, HELP, NOOP, TURN or ETRN with another command behind it in the same pipelined group.',
  why: 'What may follow depends on the reply to such a command. A server that checks it breaks the session off, and one that does not may read the next command as part of an answer.',
  remedy: 'Send it as the last command of its group, and wait for the reply before the next group.',
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250-mx.example
S: 250 PIPELINING
C: VRFY bob
C: MAIL FROM:<anna@client.example>
S: 252 try it and see
S: 250 sender ok
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
C: VRFY bob
S: 250 sender ok
S: 252 try it and see
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example bye`,
  check(session) {
    const all = pipelinedGroups(session).flatMap(group => misplaced(session, group) ?? [])
    const reports = all.map(({ command, next }) => ({
      span: command.verbSpan,
      message: l10n.t`${command.verb} must be the last command of a pipelined group: the client has to wait for its reply before ${nameOf(next)}.`,
      related: [{ span: placeOf(next), message: l10n.t`This was sent without waiting for the reply.` }],
      fixes: () => {
        const groups = all.filter(one => one.command.verb === command.verb).map(one => one.group)
        return inStepFix(session, groups)
      },
    }))
    return asHabit(reports, l10n.t`This is not the last of its group either.`, ({ span }) =>
      textAt(session, span).toUpperCase(),
    )
  },
}
