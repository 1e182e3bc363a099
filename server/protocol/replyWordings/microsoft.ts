import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const exchangeCodes = document(
  'Microsoft: NDR error codes in Exchange Online',
  'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
)
const throttled = document(
  'Microsoft: NDR error 451 4.7.500-699 (ASxxx)',
  'https://learn.microsoft.com/en-us/exchange/troubleshoot/email-delivery/ndr/fix-error-code-451-4-7-500-699-asxxx-in-exchange-online',
)
const outlookCom = document(
  'Microsoft: Outlook.com postmaster, troubleshooting',
  'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting',
)

/** What Outlook.com and Exchange Online say of recipients, of sessions and of themselves. */
export function microsoft(): readonly ReplyWording[] {
  return [
    {
      id: 'microsoft/server-busy',
      by: 'Microsoft',
      says: ['server busy. please try again later from'],
      codes: ['4.7.*'],
      cause:
        'The server is not busy: this IP address suddenly sends much more than Microsoft is used to, and is slowed down for now.',
      next: 'Let the queue retry and raise the amount slowly over some days; with servers of your own in front of Exchange Online, set up a connector.',
      fault: 'policy',
      references: [throttled, exchangeCodes],
      example:
        '451 4.7.500 Server busy. Please try again later from [192.0.2.25]. (AS77713) [AM6EUR05FT003.eop-eur05.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/ip-rate',
      by: 'Outlook.com',
      says: ['has been temporarily rate limited due to ip reputation'],
      cause:
        'Outlook.com takes little mail from this IP address, because it does not know it well or has seen spam from it.',
      next: 'Let the queue retry and send slowly, first to readers who answer; look the address up in SNDS.',
      fault: 'policy',
      references: [outlookCom, exchangeCodes],
      example:
        '451 4.7.650 The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775) [AM7EUR06FT023.eop-eur06.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/connections-of-the-ip',
      by: 'Outlook.com',
      says: ['the mail server * has exceeded the maximum number of connections'],
      cause: 'This IP address has more connections open to Outlook.com than it may.',
      next: 'Limit the connections to outlook.com, hotmail.com and live.com together, and retry later.',
      fault: 'client',
      references: [outlookCom],
      example:
        '451 4.7.652 The mail server [192.0.2.25] has exceeded the maximum number of connections. (S3115) [DB5EUR02FT007.eop-EUR02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/suspicious-activity',
      by: 'Exchange Online',
      says: [
        'access denied, please try again later*microsoft.com',
        'access denied, please try again later*outlook.com',
      ],
      codes: ['4.7.*'],
      cause:
        'Microsoft has seen suspicious activity of this IP address or sender and holds its mail back while it looks closer.',
      next: 'Retry later; if it lasts, look for a hacked account or an open relay, and ask Microsoft with the code in the reply.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '451 4.7.850 Access denied, please try again later. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653. AS(840) [BN3NAM04FT012.eop-NAM04.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/not-available',
      by: 'Microsoft',
      says: [
        'service not available * outlook.com',
        'service not available [*outlook.com',
        'service not active * outlook.com',
      ],
      codes: ['4.3.2'],
      cause: 'This front end of Microsoft takes no mail at the moment.',
      next: 'Retry later, or at the next address of the MX host.',
      fault: 'server',
      references: [exchangeCodes, rfc(3463, '3.4')],
      example: '421 4.3.2 Service not available [BN8NAM12FT045.eop-nam12.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/wrong-region',
      by: 'Exchange Online',
      says: ['mail sent to the wrong office 365 region'],
      cause:
        'The mail went to a region of Microsoft where this domain does not live: to an old MX, or to a host written into the configuration.',
      next: 'Look up the MX of the domain anew and deliver there; for relaying through a connector, correct its address or certificate.',
      fault: 'client',
      references: [
        document(
          'Microsoft: 451 4.4.62 Mail sent to the wrong Office 365 region',
          'https://go.microsoft.com/fwlink/?linkid=865268',
        ),
        rfc(5321, '5.1'),
      ],
      example:
        '451 4.4.62 Mail sent to the wrong Office 365 region. ATTR35. For more information please go to https://go.microsoft.com/fwlink/?linkid=865268 [VE1EUR03FT047.eop-EUR03.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/no-mailboxes',
      by: 'Exchange Online',
      says: ['configured in a hosted tenant which has no mail-enabled subscriptions'],
      cause:
        "The recipient's domain is registered at Microsoft 365, but its subscription has run out or has no mailboxes.",
      next: 'Tell the recipient in another way: the administrator has to renew the subscription, or to point the MX elsewhere.',
      fault: 'server',
      references: [exchangeCodes],
      example:
        '451 4.4.4 Mail received as unauthenticated, incoming to a recipient domain configured in a hosted tenant which has no mail-enabled subscriptions. ATTR5 [CO1PEPF000044F4.namprd21.prod.outlook.com]',
    },
    {
      id: 'microsoft/mailbox-busy',
      by: 'Exchange Online',
      says: [
        'storedrv.deliver; recipient thread limit exceeded',
        'storedrv.storage; mailbox server is too busy',
        'storedrv.deliver; delivery thread limit exceeded',
      ],
      codes: ['4'],
      cause: 'Too many messages for one mailbox, or one mailbox server, are being delivered at this moment.',
      next: 'Retry later, and send fewer messages at once to this recipient.',
      fault: 'server',
      references: [exchangeCodes],
      example: '432 4.3.2 STOREDRV.Deliver; recipient thread limit exceeded',
    },
    {
      id: 'microsoft/recipient-rejected',
      by: 'Exchange Online',
      says: ['recipient address rejected: access denied'],
      codes: ['5.4.1', '4.4.1', '5.7.504'],
      cause:
        "The recipient's domain at Exchange Online knows no such address, and refuses unknown ones at the door.",
      next: 'Check the address; if it is right, its administrator has to create it in Microsoft 365, or to set the domain to "internal relay" where mailboxes live elsewhere.',
      fault: 'client',
      references: [
        document(
          'Microsoft: Directory Based Edge Blocking',
          'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/use-directory-based-edge-blocking',
        ),
        exchangeCodes,
      ],
      example:
        '550 5.4.1 Recipient address rejected: Access denied. For more information see https://aka.ms/EXOSmtpErrors [AM4PEPF00027A61.eurprd04.prod.outlook.com 2026-01-20T08:15:30.120Z 08DE11223344AABB]',
    },
    {
      id: 'microsoft/no-such-user',
      by: 'Outlook.com',
      says: [
        'requested action not taken: mailbox unavailable (s2017',
        'requested action not taken: mailbox unavailable* outlook.com',
      ],
      codes: ['5.5.0'],
      cause: 'There is no such mailbox at Outlook.com, Hotmail, Live or MSN, or it has been closed.',
      next: 'Check the address for typing errors; if it is right, take it off the list.',
      fault: 'client',
      references: [exchangeCodes, rfc(3463, '3.2')],
      example:
        '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302). [SJ1PEPF000037A2.namprd04.prod.outlook.com 2026-01-20T08:15:30.120Z 08DE11223344AABB]',
    },
    {
      id: 'microsoft/recipient-not-found',
      by: 'Exchange',
      says: [
        'resolver.adr.recipientnotfound; recipient',
        'not found by smtp address lookup',
        'resolver.adr.exrecipnotfound; not found',
        'resolver.adr.recipnotfound; not found',
      ],
      cause: 'Exchange finds no recipient with this address in its directory.',
      next: 'Check the address; inside one organisation delete the remembered entry in Outlook and choose the name from the address book.',
      fault: 'client',
      references: [exchangeCodes, rfc(3463, '3.2')],
      example:
        '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient bob@example.org not found by SMTP address lookup',
    },
    {
      id: 'microsoft/too-many-recipients',
      by: 'Microsoft',
      says: ['too many recipients (as', 'too many recipients* outlook.com'],
      codes: ['4.5.3'],
      cause:
        'The transaction has more recipients at Microsoft than it takes from a sender of this reputation.',
      next: 'Send to those that were accepted, and to the others in further messages with fewer recipients each.',
      fault: 'client',
      references: [exchangeCodes, rfc(5321, '4.5.3.1.10')],
      example:
        '452 4.5.3 Too many recipients (AS780090) [VI1EUR04FT049.eop-eur04.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/hourly-limit',
      by: 'Exchange Online',
      says: [
        'the recipient has exceeded their limit for the number of messages they can receive per hour',
        "recipient's per hour message receive limit",
      ],
      cause:
        'The mailbox has got as many messages in this hour as it may, from this sender (5.2.121) or from all together (5.2.122).',
      next: 'Pause until the next hour, and let programs gather their notifications into fewer messages.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '554 5.2.122 The recipient has exceeded their limit for the number of messages they can receive per hour. For more information go to http://go.microsoft.com/fwlink/?LinkId=526653. (S2017062310) [CY1NAM02FT021.eop-nam02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/mailbox-full',
      by: 'Exchange',
      says: [
        'storedrv.deliver.exception:quotaexceededexception',
        'storedrv.deliver; mailbox full',
        'mailbox full; storedrv.deliver',
      ],
      cause: 'The mailbox of the recipient is full.',
      next: 'Tell the recipient in another way to make room; then send again.',
      fault: 'server',
      references: [exchangeCodes, rfc(3463, '3.3')],
      example:
        '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded; Failed to process message due to a permanent exception',
    },
    {
      id: 'microsoft/own-difficulty',
      by: 'Exchange',
      says: [
        'temporary server error. please try again later*prx',
        'temporary server error. please try again later*attr',
        'temporary server error. please try again later*outlook.com',
      ],
      codes: ['4'],
      cause:
        'Exchange could not hand the message on inside: to its next server (PRX), to its directory (ATTR), or for lack of resources.',
      next: 'Retry later; with a server of your own, look whether its back-end services run and DNS works.',
      fault: 'server',
      references: [exchangeCodes],
      example:
        '451 4.7.0 Temporary server error. Please try again later. PRX4 NextHop: mx.example.org [VI1PR0401CA0012.eurprd04.prod.outlook.com]',
    },
  ]
}
