import * as l10n from '@vscode/l10n'
import { commandsOfEveryServer } from '../../protocol/commands.ts'
import { limits } from '../../protocol/limits.ts'
import { rfc } from '../../protocol/references.ts'
import { couldStand } from '../../transcript/history.ts'
import { octetsOf } from '../../transcript/octets.ts'
import { parsePathCommand } from '../../transcript/pathCommand.ts'
import { commandSaid } from '../../transcript/saidText.ts'
import type { Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { type Answer, answersIn } from '../evidence/replies.ts'
import type { Report, Rule } from '../rule.ts'

const lineEnd = 2

/** MAIL and RCPT with a path in brackets directly behind the colon. */
function hasPath(payload: string, keyword: string): boolean {
  const parsed = parsePathCommand(payload)
  const { colon, path, opens, closes } = parsed
  if (parsed.keyword?.text.toUpperCase() !== keyword || !colon || !path) return false
  return opens && closes && path.start === colon.end && colon.start === parsed.keyword.end
}

/** Whether a command is written as it should be, to the last character, so that no server can stumble over its form. */
function isWellFormed(verb: string, payload: string): boolean {
  if (!/^[!-~]+(?: [!-~]+)*$/.test(payload) || octetsOf(payload) + lineEnd > limits.commandLine.value)
    return false
  switch (verb) {
    case 'MAIL':
      return hasPath(payload, 'FROM')
    case 'RCPT':
      return hasPath(payload, 'TO')
    case 'EHLO':
    case 'HELO':
    case 'VRFY':
      return /^\S+ \S+$/.test(payload)
    case 'NOOP':
      return true
    default:
      return !payload.includes(' ')
  }
}

function isUnrecognized({ protocol }: Session, { verb, reply: { code }, exchange }: Answer): boolean {
  // 502 is listed for EHLO: a client falls back to HELO then.
  const isUnknown = code === 500 || (code === 502 && verb !== 'EHLO')
  if (!isUnknown || !commandsOfEveryServer.has(verb) || !couldStand(exchange)) return false
  return protocol !== 'LMTP' || (verb !== 'EHLO' && verb !== 'HELO')
}

function describe({ verb, reply: { code } }: Answer): Pick<Report, 'message' | 'severity'> {
  if (verb === 'EHLO') {
    return {
      message: l10n.t`The server does not know EHLO (${code}), as servers older than ESMTP did; it may know HELO.`,
      severity: 'information',
    }
  }
  const message = l10n.t`Every server has to know ${verb}; ${code} says that this one does not.`
  return verb === 'VRFY' ? { message, severity: 'information' } : { message }
}

function* reports(session: Session): Generator<Report> {
  for (const answer of answersIn(session)) {
    if (!isUnrecognized(session, answer)) continue
    const payload = commandSaid(session, answer.exchange)?.payload
    if (payload === undefined || !isWellFormed(answer.verb, payload)) continue
    if (isAmongUnreadable(session, answer)) continue
    yield { span: answer.reply.codeSpans[0], ...describe(answer) }
  }
}

/** Whether something stands around the command that the server stumbles over: what was sent with it, or just before it. */
function isAmongUnreadable(session: Session, { exchange }: Answer): boolean {
  const before = session.exchanges[exchange.index - 1]
  // Sent in one piece, with something else than CRLF in between.
  if (session.exchanges[exchange.index + 1]?.line === exchange.line) return true
  if (!before || before.unit.kind === 'tls') return false
  const code = before.reply?.code ?? null
  return code === null || code === 500 || code === 502
}

/**
 * A command that every server has to know, answered with 500 or 502. Only for commands without the least flaw in their
 * form, as 500 is also what a server says to those; silent on LMTP servers, which must not know EHLO and HELO, and
 * behind something else that was not understood.
 */
export const requiredCommandUnrecognized: Rule = {
  id: 'reply/required-command-unrecognized',
  title: 'Server does not know a command that every server must know',
  fault: 'server',
  severity: 'warning',
  onlyWith: ['objection'],
  references: [rfc(5321, '4.5.1'), rfc(5321, '4.3.2')],
  what: 'EHLO, HELO, MAIL, RCPT, DATA, RSET, NOOP, QUIT or VRFY answered with 500, or with 502 (not implemented), which is fine only for EHLO.',
  why: 'These commands are the least that a server has to implement. Where one of them is unknown, something else than a mail server answers, or a gateway on the way cuts commands out.',
  remedy:
    'Implement the command, or find out what stands between client and server. A client falls back from EHLO to HELO.',
  yieldsTo: ['reply/vrfy-disabled-code'],
  mayFollowFix: true,
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 500 what do you mean?
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org LMTP server
C: EHLO client.example.net
S: 500 say LHLO to an LMTP server
C: LHLO client.example.net
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: QUIT
S: 221 2.0.0 closing`,
  check(session) {
    return asHabit(reports(session), l10n.t`Not known either.`, ({ message }) => message)
  },
}
