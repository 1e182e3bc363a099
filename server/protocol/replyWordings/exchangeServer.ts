import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const codes = document(
  'Microsoft: NDRs and bounce messages in Exchange Server',
  'https://learn.microsoft.com/en-us/exchange/mail-flow/non-delivery-reports-and-bounce-messages/non-delivery-reports-and-bounce-messages',
)
const throttling = document(
  'Microsoft: Message rate limits and throttling in Exchange Server',
  'https://learn.microsoft.com/en-us/exchange/mail-flow/message-rate-limits',
)

/** What an Exchange Server of one's own says. */
export function exchangeServer(): readonly ReplyWording[] {
  return [
    {
      id: 'exchange/no-relaying',
      by: 'Exchange Server',
      says: ['unable to relay recipient in non-accepted domain', 'unable to relay for '],
      codes: ['5.7.54', '5.7.1'],
      cause:
        "The recipient's domain does not belong to this Exchange server, and the client may not send through it to the outside.",
      next: 'Let the client log in, or the administrator make a receive connector that allows relaying for its address; for mail that comes in, add the accepted domain.',
      fault: 'client',
      references: [
        document(
          'Microsoft: Allow anonymous relay on Exchange servers',
          'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/allow-anonymous-relay',
        ),
        codes,
      ],
      example: '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
    },
    {
      id: 'exchange/client-not-permitted',
      by: 'Exchange Server',
      says: ['does not have permissions to submit to this server'],
      cause: 'Exchange has this IP address on a block list, or a filter has put it there for a day.',
      next: 'Look the address up at the place that the reply names; the administrator of the server can remove it from the block list.',
      fault: 'policy',
      references: [codes],
      example:
        '550 5.7.1 External client with IP address 192.0.2.25 does not have permissions to submit to this server. Visit http://support.microsoft.com/kb/928123 for more information.',
    },
    {
      id: 'exchange/block-list',
      by: 'Exchange Server',
      says: ['recipient not authorized, your ip has been found on a block list'],
      cause: 'A block list that this Exchange server asks has the IP address of the client.',
      next: 'Look the address up at the usual block lists, and have it removed there.',
      fault: 'policy',
      references: [codes],
      example: '550 5.7.1 Recipient not authorized, your IP has been found on a block list',
    },
    {
      id: 'exchange/content-filter',
      by: 'Exchange Server',
      says: ['message rejected as spam by content filtering'],
      cause: 'The content filter of Exchange takes the message for spam.',
      next: 'Change wording, links and form (plain text beside HTML), or ask the recipient to have the sender allowed.',
      fault: 'policy',
      references: [codes],
      example: '550 5.7.1 Message rejected as spam by Content Filtering.',
    },
    {
      id: 'exchange/sender-denied',
      by: 'Exchange Server',
      says: ['sender denied'],
      codes: ['5.1.0'],
      cause:
        'A sender filter refuses this address or domain in MAIL FROM: it is on the list of blocked senders, or it uses a domain of the recipient from outside.',
      next: "Send with an address of your own domain; the recipient's administrator can change the list.",
      fault: 'policy',
      references: [codes],
      example: '554 5.1.0 Sender denied',
    },
    {
      id: 'exchange/too-large',
      by: 'Exchange Server',
      says: ['resolver.rst.recipsizelimit; message too large'],
      cause: 'The message is larger than the connector, the organisation or the mailbox allows.',
      next: 'Send the files by a link; compare with the SIZE that the server announces.',
      fault: 'client',
      references: [codes, rfc(1870, '6')],
      example: '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
    },
    {
      id: 'exchange/low-resources',
      by: 'Exchange',
      says: ['insufficient system resources'],
      codes: ['4.3.1'],
      cause: 'Exchange holds mail back because its disk or memory runs short (back pressure).',
      next: 'Retry later; the administrator frees space on the disk of the queue.',
      fault: 'server',
      references: [codes, rfc(3463, '3.4')],
      example:
        '452 4.3.1 Insufficient system resources (UsedDiskSpace[C:\\Exchange\\TransportRoles\\data\\Queue])',
    },
    {
      id: 'exchange/message-rate',
      by: 'Exchange Server',
      says: ['message submission rate for this client has exceeded the configured limit'],
      cause: 'The client sends more messages in a minute than the receive connector allows.',
      next: 'Slow the client down, or let the administrator raise MessageRateLimit of the connector for its address.',
      fault: 'client',
      references: [throttling, codes],
      example: '421 4.4.2 Message submission rate for this client has exceeded the configured limit',
    },
    {
      id: 'exchange/connections',
      by: 'Exchange',
      says: ['the maximum number of concurrent * has exceeded a limit, closing transmission channel'],
      cause:
        'More connections are open than Exchange allows in all, from one address, or for one organisation.',
      next: 'Use fewer connections at once, and retry later.',
      fault: 'client',
      references: [throttling, codes],
      example:
        '421 4.3.2 The maximum number of concurrent connections per source has exceeded a limit, closing transmission channel',
    },
    {
      id: 'exchange/client-silent',
      by: 'Exchange',
      says: ['timeout waiting for client input'],
      cause: 'The client sent nothing for so long that Exchange ends the session.',
      next: 'Let the client go on at once, or send QUIT; where it stalls within the message, look for a firewall or for packets that are too large (MTU).',
      fault: 'client',
      references: [throttling, rfc(5321, '4.5.3.2.7')],
      example: '451 4.7.0 Timeout waiting for client input [AM0PR10CA0012.EURPRD10.PROD.OUTLOOK.COM]',
    },
    {
      id: 'exchange/not-active',
      by: 'Exchange Server',
      says: ['service not active'],
      codes: ['4.3.2'],
      cause: 'The transport service of this Exchange server is in maintenance or has not started.',
      next: 'Retry later; the administrator looks at Get-ServerComponentState.',
      fault: 'server',
      references: [codes, rfc(3463, '3.4')],
      example: '421 4.3.2 Service not active',
    },
  ]
}
