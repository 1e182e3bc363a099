import { endsMessage, isConfirmed, type Transaction } from './history.ts'
import type { Exchange, Reply } from './session.ts'

/** What became of one recipient of a transaction. */
export interface RecipientFate {
  /** Its RCPT. */
  readonly recipient: Exchange
  /**
   * The reply that decides: the refusal of its RCPT or of what came behind it; else that to the message, in LMTP its own
   * (RFC 2033 section 4.2). Null where the text does not show it.
   */
  readonly reply: Reply | null
}

/** The reply to the message for the recipient that was accepted as the n-th, from 0. */
function replyToMessage({ message, refusal }: Transaction, index: number, accepted: number): Reply | null {
  if (!message || !endsMessage(message) || message.replies.length === 0) return refusal?.reply ?? null
  if (message.before.protocol !== 'LMTP') return message.replies[0] ?? null
  // With more or fewer replies than recipients nobody knows which is whose.
  return message.replies.length === accepted ? (message.replies[index] ?? null) : null
}

/** The last word on each recipient of a transaction, in the order of their RCPT commands. */
export function recipientFates(transaction: Transaction): RecipientFate[] {
  const { recipients } = transaction
  const accepted = recipients.filter(isConfirmed).length
  let index = -1
  return recipients.map(recipient => {
    if (!isConfirmed(recipient)) return { recipient, reply: recipient.reply }
    index += 1
    return { recipient, reply: replyToMessage(transaction, index, accepted) }
  })
}

/** Whether a recipient gets the message: its last word is 2yz. Null where the text does not tell. */
export function getsMessage({ reply }: RecipientFate): boolean | null {
  return reply && reply.code < 400
}
