import * as l10n from '@vscode/l10n'
import { parseCommandLine, pathOf } from '../../transcript/commandLine.ts'
import { type Transaction, transactionOf } from '../../transcript/history.ts'
import { getsMessage, type RecipientFate, recipientFates } from '../../transcript/recipientFates.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import type { LineName } from '../explanation.ts'
import { markdownCode } from '../markdown.ts'

/** How many recipients a sentence names. */
const shown = 10

/** The address of MAIL or RCPT as it may be shown, with its brackets. */
export function addressOf({ unit }: Exchange): string {
  if (unit.kind !== 'command') return ''
  const path = pathOf(parseCommandLine(`${unit.verb} ${unit.argument}`, 0))
  return markdownCode(path === '' ? unit.text : path)
}

/** The codes of a reply with its line: `450 4.2.0 in line 9`. */
export function codesIn(reply: Reply, name: LineName): string {
  const codes = [reply.code, reply.enhancedCode].filter(Boolean).join(' ')
  return l10n.t`${codes} in line ${name(reply.line)}`
}

function listed(fates: readonly RecipientFate[], tell: (fate: RecipientFate) => string): string {
  const list = fates.slice(0, shown).map(tell).join(', ')
  return fates.length > shown ? l10n.t`${list} and ${fates.length - shown} more` : list
}

function fatesWith(fates: readonly RecipientFate[], from: number, to: number): RecipientFate[] {
  return fates.filter(({ reply }) => reply !== null && reply.code >= from && reply.code < to)
}

/** Who gets a message, and who does not, told at a reply to it; in LMTP the reply is for one of them. */
export function deliverySentences(transaction: Transaction, reply: Reply, name: LineName): string[] {
  const fates = recipientFates(transaction)
  const own = fates.filter(fate => fate.reply === reply && fate.recipient.reply !== reply)
  const told = transaction.message && transaction.message.replies.length > 1 ? own : fates
  const [only] = own
  if (told === own && only) {
    return [
      l10n.t`This reply is for ${addressOf(only.recipient)} alone; the others have replies of their own.`,
    ]
  }
  const taken = told.filter(fate => getsMessage(fate) === true)
  const later = fatesWith(told, 400, 500)
  const never = fatesWith(told, 500, 600)
  const withCodes = (fate: RecipientFate) =>
    fate.reply ? `${addressOf(fate.recipient)} (${codesIn(fate.reply, name)})` : addressOf(fate.recipient)
  return [
    ...(taken.length > 0
      ? [l10n.t`The message goes to ${listed(taken, one => addressOf(one.recipient))}.`]
      : []),
    ...(taken.length === 0 && told.length > 0 ? [l10n.t`Nobody gets the message.`] : []),
    ...(later.length > 0 ? [l10n.t`Deferred, to be tried again later: ${listed(later, withCodes)}.`] : []),
    ...(never.length > 0 ? [l10n.t`Refused for good: ${listed(never, withCodes)}.`] : []),
  ]
}

/** What became of an accepted recipient; null where the text does not tell. */
export function fateSentence(session: Session, recipient: Exchange, name: LineName): string | null {
  const transaction = transactionOf(session, recipient)
  const fate = transaction && recipientFates(transaction).find(one => one.recipient === recipient)
  if (!fate?.reply || fate.reply === recipient.reply) {
    return l10n.t`The recipient is accepted; whether the message is, the reply behind the message decides.`
  }
  const codes = codesIn(fate.reply, name)
  return fate.reply.code < 400
    ? l10n.t`The recipient is accepted and gets the message: ${codes}.`
    : l10n.t`The recipient is accepted, but the message was not: ${codes}.`
}
