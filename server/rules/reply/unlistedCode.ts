import * as l10n from '@vscode/l10n'
import { commandFacts, repliesToAnyCommand } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { isKnownReplyCode } from '../../protocol/replyCodes.ts'
import { couldStand } from '../../transcript/history.ts'
import type { Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { type Answer, answeredBy, answersIn, mayBeLeftOver } from '../evidence/replies.ts'
import type { Report, Rule } from '../rule.ts'

/** Codes that may answer anything: those of RFC 5321, a refused order, TLS or a login that is required. */
const anywhere: ReadonlySet<number> = new Set([...repliesToAnyCommand, 503, 530])

const dataFacts = commandFacts('DATA')
/** In LMTP the message is answered for each recipient, with what RCPT could have got. */
const messageCodes: readonly number[] = [
  ...(dataFacts?.endOfData?.success ?? []),
  ...(dataFacts?.endOfData?.error ?? []),
]

/** The codes that are listed for what was answered; null where there is no list. */
function listedFor({ verb, exchange }: Answer): readonly number[] | null {
  if (verb === '.') {
    const perRecipient =
      exchange.before.protocol === 'LMTP' ? (commandFacts('RCPT')?.replies.error ?? []) : []
    return [...messageCodes, ...perRecipient]
  }
  const facts = commandFacts(verb)
  if (!facts) return null
  const { success, intermediate, error } = facts.replies
  const listed = [...success, ...intermediate, ...error]
  return listed.length > 0 ? listed : null
}

function isUnlisted(answer: Answer): boolean {
  const { code } = answer.reply
  if (anywhere.has(code) || !isKnownReplyCode(code)) return false
  return listedFor(answer)?.includes(code) === false
}

function* reports(session: Session): Generator<Report> {
  for (const answer of answersIn(session)) {
    if (!couldStand(answer.exchange) || mayBeLeftOver(session, answer.exchange) || !isUnlisted(answer))
      continue
    const { reply } = answer
    yield {
      span: reply.codeSpans[0],
      message: l10n.t`${reply.code} is unusual as an answer to ${answeredBy(answer)}; a client goes by its first digit.`,
    }
  }
}

/** A known code at a command that no RFC lists it for. Real servers do it daily, so that only the strict ask for it. */
export const unlistedCode: Rule = {
  id: 'reply/unlisted-code',
  title: 'Reply code that is not listed for this command',
  fault: 'server',
  severity: 'information',
  profile: 'strict',
  references: [rfc(5321, '4.3.2'), rfc(5321, '4.2')],
  what: 'A registered reply code that answers a command for which it is not listed.',
  why: 'Clients go by the first digit, so that nothing breaks; but a person, or a program that sorts failures by their codes, is led astray.',
  remedy: 'Choose a code that is listed for the command and begins with the same digit.',
  yieldsTo: [
    'reply/unexpected-class',
    'reply/before-end-of-data',
    'reply/required-command-unrecognized',
    'reply/vrfy-disabled-code',
    'reply/too-many-recipients-code',
    'reply/quit-not-221',
    'reply/repeated-hello-refused',
    'reply/second-transaction-refused',
    'reply/text-contradicts-class',
  ],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 252 nothing to verify
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: VRFY anna
S: 252 cannot verify, will try to deliver
C: QUIT
S: 221 mx.example.org closing`,
  check(session) {
    return asHabit(reports(session), l10n.t`Here again.`, report => report.message)
  },
}
