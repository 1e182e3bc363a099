import * as l10n from '@vscode/l10n'
import { commandsAtAnyTime } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { textOf } from '../../transcript/answered.ts'
import { couldStand } from '../../transcript/history.ts'
import type { Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { type Answer, answersIn } from '../evidence/replies.ts'
import { withCode } from '../repair/withCode.ts'
import type { Report, Rule, RuleContext } from '../rule.ts'

/** Where the session was refused, and among chunks, when servers take little else than BDAT and RSET. */
function hasReason({ verb, exchange: { before } }: Answer): boolean {
  if (before.phase === 'rejected') return true
  return before.phase.startsWith('bdat') && verb !== 'RSET' && verb !== 'QUIT'
}

/** What is wrong with 503, and whose liberty it is, where that is known. */
function describe({ verb, exchange: { before } }: Answer): string {
  const isBeforeHello = before.hello === 'none'
  if (isBeforeHello && verb === 'RSET')
    return l10n.t`${verb} may come at any time: there is no wrong order that 503 could speak of (OpenSMTPD does this before the first hello).`
  if (isBeforeHello && (verb === 'VRFY' || verb === 'EXPN'))
    return l10n.t`${verb} may come at any time: there is no wrong order that 503 could speak of (Sendmail does this before the first hello where its PrivacyOptions say so).`
  return l10n.t`${verb} may come at any time: there is no wrong order that 503 could speak of.`
}

/** The code that the server should have used. */
function properCode(verb: string): number {
  if (verb === 'QUIT') return 221
  if (verb === 'HELP') return 214
  return verb === 'VRFY' || verb === 'EXPN' ? 252 : 250
}

function* reports(session: Session, context: RuleContext): Generator<Report> {
  for (const answer of answersIn(session)) {
    const { verb, exchange, reply } = answer
    if (reply.code !== 503 || !commandsAtAnyTime.has(verb) || !couldStand(exchange) || hasReason(answer))
      continue
    if (/\btoo many\b/i.test(textOf(reply))) continue
    yield {
      span: reply.codeSpans[0],
      message: describe(answer),
      fixes: () => withCode(reply, properCode(verb), context),
    }
  }
}

/**
 * 503 to a command that may stand anywhere. Silent where the greeting refused the session, among chunks, and where the
 * text says that there were too many of them.
 */
export const code503ToAlwaysLegalCommand: Rule = {
  id: 'reply/503-to-always-legal-command',
  title: '503 to a command that is allowed at any time',
  fault: 'server',
  severity: 'information',
  onlyWith: ['objection'],
  references: [rfc(5321, '4.1.4')],
  what: 'NOOP, RSET, HELP, VRFY, EXPN or QUIT answered with 503 in a session that the server had opened.',
  why: 'These commands need neither a hello nor a transaction. A client that sends RSET first to be safe, or NOOP to keep the connection, takes the refusal for a fault of its own.',
  remedy: 'Accept these commands in every state. A client can ignore the refusal.',
  example: `
S: 220 mx.example.org ESMTP
C: RSET
S: 503 5.5.1 Invalid command: not at this point
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 554 mx.example.org no mail service
C: NOOP
S: 503 bad sequence
C: QUIT
S: 221 mx.example.org closing`,
  check(session, context) {
    return asHabit(reports(session, context), l10n.t`Here again.`)
  },
}
