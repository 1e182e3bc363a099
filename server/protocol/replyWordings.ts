import { once } from './once.ts'
import { anyServerAddresses } from './replyWordings/anyServerAddresses.ts'
import { anyServerAuthentication } from './replyWordings/anyServerAuthentication.ts'
import { anyServerForm } from './replyWordings/anyServerForm.ts'
import { anyServerLimits } from './replyWordings/anyServerLimits.ts'
import { anyServerLogin } from './replyWordings/anyServerLogin.ts'
import { anyServerMailboxes } from './replyWordings/anyServerMailboxes.ts'
import { anyServerMessage } from './replyWordings/anyServerMessage.ts'
import { anyServerRecipients } from './replyWordings/anyServerRecipients.ts'
import { anyServerRefusal } from './replyWordings/anyServerRefusal.ts'
import { anyServerRelaying } from './replyWordings/anyServerRelaying.ts'
import { anyServerRoutes } from './replyWordings/anyServerRoutes.ts'
import { anyServerSenders } from './replyWordings/anyServerSenders.ts'
import { anyServerSession } from './replyWordings/anyServerSession.ts'
import { anyServerSyntax } from './replyWordings/anyServerSyntax.ts'
import { anyServerTls } from './replyWordings/anyServerTls.ts'
import { anyServerTrouble } from './replyWordings/anyServerTrouble.ts'
import { anyServerTrust } from './replyWordings/anyServerTrust.ts'
import { apple } from './replyWordings/apple.ts'
import { barracuda } from './replyWordings/barracuda.ts'
import { blockLists } from './replyWordings/blockLists.ts'
import { cisco } from './replyWordings/cisco.ts'
import { dovecot } from './replyWordings/dovecot.ts'
import { eastAsia } from './replyWordings/eastAsia.ts'
import { exchangeServer } from './replyWordings/exchangeServer.ts'
import { exim } from './replyWordings/exim.ts'
import { eximSessions } from './replyWordings/eximSessions.ts'
import { filters } from './replyWordings/filters.ts'
import { france } from './replyWordings/france.ts'
import { gateways } from './replyWordings/gateways.ts'
import { germany } from './replyWordings/germany.ts'
import { gmail } from './replyWordings/gmail.ts'
import { gmailMessages } from './replyWordings/gmailMessages.ts'
import { gmailSenders } from './replyWordings/gmailSenders.ts'
import { gmailSubmission } from './replyWordings/gmailSubmission.ts'
import { godaddy } from './replyWordings/godaddy.ts'
import { greylisting } from './replyWordings/greylisting.ts'
import { haraka } from './replyWordings/haraka.ts'
import { korea } from './replyWordings/korea.ts'
import { microsoft } from './replyWordings/microsoft.ts'
import { microsoftRules } from './replyWordings/microsoftRules.ts'
import { microsoftSenders } from './replyWordings/microsoftSenders.ts'
import { microsoftSubmission } from './replyWordings/microsoftSubmission.ts'
import { mimecast } from './replyWordings/mimecast.ts'
import { moreBlockLists } from './replyWordings/moreBlockLists.ts'
import { northAmerica } from './replyWordings/northAmerica.ts'
import { opensmtpd } from './replyWordings/opensmtpd.ts'
import { otherProviders } from './replyWordings/otherProviders.ts'
import { otherServers } from './replyWordings/otherServers.ts'
import { postfix } from './replyWordings/postfix.ts'
import { postfixClients } from './replyWordings/postfixClients.ts'
import { postfixServer } from './replyWordings/postfixServer.ts'
import { proofpoint } from './replyWordings/proofpoint.ts'
import { qmail } from './replyWordings/qmail.ts'
import type { ReplyWording } from './replyWordings/replyWording.ts'
import { russia } from './replyWordings/russia.ts'
import { sendingServices } from './replyWordings/sendingServices.ts'
import { sendmail } from './replyWordings/sendmail.ts'
import { symantec } from './replyWordings/symantec.ts'
import { type WordedReply, wordingFinder } from './replyWordings/wordingFinder.ts'
import { yahoo } from './replyWordings/yahoo.ts'

/**
 * What well-known servers and providers say; where two say the same, the first is meant. So much text is a function in each
 * file, so that the server, when it starts, has only to skip it.
 */
export const replyWordings: () => readonly ReplyWording[] = once(() =>
  [
    apple,
    barracuda,
    blockLists,
    cisco,
    dovecot,
    eastAsia,
    exchangeServer,
    exim,
    eximSessions,
    filters,
    france,
    gateways,
    germany,
    gmail,
    gmailMessages,
    gmailSenders,
    gmailSubmission,
    godaddy,
    greylisting,
    haraka,
    korea,
    microsoft,
    microsoftRules,
    microsoftSenders,
    microsoftSubmission,
    mimecast,
    moreBlockLists,
    northAmerica,
    opensmtpd,
    otherProviders,
    otherServers,
    postfix,
    postfixClients,
    postfixServer,
    proofpoint,
    qmail,
    russia,
    sendingServices,
    sendmail,
    symantec,
    yahoo,
    anyServerAuthentication,
    anyServerForm,
    anyServerRoutes,
    anyServerLimits,
    anyServerLogin,
    anyServerMailboxes,
    anyServerMessage,
    anyServerRecipients,
    anyServerRelaying,
    anyServerSenders,
    anyServerAddresses,
    anyServerSession,
    anyServerSyntax,
    anyServerTls,
    anyServerTrust,
    // What tells least comes last.
    anyServerRefusal,
    anyServerTrouble,
  ].flatMap(rows => rows()),
)

const find = once(() => wordingFinder(replyWordings()))

/**
 * @returns the row whose words stand in the reply and whose codes it has: of several the one with the most words, then
 *   one that names who says it, then the first; null where no row fits. Only the first 4000 UTF-16 units of the text count.
 */
export function findReplyWording(reply: WordedReply): ReplyWording | null {
  return find()(reply)
}
