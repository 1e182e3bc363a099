import { apple } from './replyWordings/apple.ts'
import { eastAsia } from './replyWordings/eastAsia.ts'
import { exchangeServer } from './replyWordings/exchangeServer.ts'
import { france } from './replyWordings/france.ts'
import { germany } from './replyWordings/germany.ts'
import { gmail } from './replyWordings/gmail.ts'
import { gmailMessages } from './replyWordings/gmailMessages.ts'
import { gmailSenders } from './replyWordings/gmailSenders.ts'
import { gmailSubmission } from './replyWordings/gmailSubmission.ts'
import { godaddy } from './replyWordings/godaddy.ts'
import { korea } from './replyWordings/korea.ts'
import { microsoft } from './replyWordings/microsoft.ts'
import { microsoftSenders } from './replyWordings/microsoftSenders.ts'
import { microsoftSubmission } from './replyWordings/microsoftSubmission.ts'
import { northAmerica } from './replyWordings/northAmerica.ts'
import { otherProviders } from './replyWordings/otherProviders.ts'
import type { ReplyWording } from './replyWordings/replyWording.ts'
import { russia } from './replyWordings/russia.ts'
import { sendingServices } from './replyWordings/sendingServices.ts'
import { type WordedReply, type WordingFinder, wordingFinder } from './replyWordings/wordingFinder.ts'
import { yahoo } from './replyWordings/yahoo.ts'

/** What well-known servers and providers say; where two say the same, the first is meant. */
export const replyWordings: readonly ReplyWording[] = [
  gmail,
  gmailMessages,
  gmailSenders,
  gmailSubmission,
  microsoft,
  microsoftSenders,
  microsoftSubmission,
  exchangeServer,
  yahoo,
  apple,
  germany,
  france,
  northAmerica,
  godaddy,
  russia,
  eastAsia,
  korea,
  otherProviders,
  sendingServices,
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
