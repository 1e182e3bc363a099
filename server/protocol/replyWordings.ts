import { exim } from './replyWordings/exim.ts'
import { eximSessions } from './replyWordings/eximSessions.ts'
import { gmail } from './replyWordings/gmail.ts'
import { gmailMessages } from './replyWordings/gmailMessages.ts'
import { gmailSenders } from './replyWordings/gmailSenders.ts'
import { gmailSubmission } from './replyWordings/gmailSubmission.ts'
import { postfix } from './replyWordings/postfix.ts'
import { postfixClients } from './replyWordings/postfixClients.ts'
import { postfixServer } from './replyWordings/postfixServer.ts'
import { qmail } from './replyWordings/qmail.ts'
import type { ReplyWording } from './replyWordings/replyWording.ts'
import { sendmail } from './replyWordings/sendmail.ts'
import { type WordedReply, type WordingFinder, wordingFinder } from './replyWordings/wordingFinder.ts'

/** What well-known servers and providers say; where two say the same, the first is meant. */
export const replyWordings: readonly ReplyWording[] = [
  exim,
  eximSessions,
  gmail,
  gmailMessages,
  gmailSenders,
  gmailSubmission,
  postfix,
  postfixClients,
  postfixServer,
  qmail,
  sendmail,
].flat()

let find: WordingFinder | undefined

/**
 * @returns the row whose words stand in the reply and whose codes it has: of several the one with the most words, then
 *   one that names who says it, then the first; null where no row fits. Only the first 4000 UTF-16 units of the text count.
 */
export function findReplyWording(reply: WordedReply): ReplyWording | null {
  find ??= wordingFinder(replyWordings)
  return find(reply)
}
