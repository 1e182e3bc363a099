import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const exchangeCodes = document(
  'Microsoft: NDR error codes in Exchange Online',
  'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
)
const outlookCom = document(
  'Microsoft: Outlook.com postmaster, troubleshooting',
  'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting',
)
const delist = document('Microsoft: Delist portal', 'https://sender.office.com/')
const ipv6 = document(
  'Microsoft: Anonymous inbound mail over IPv6',
  'https://learn.microsoft.com/en-us/defender-office-365/mail-flow-inbound-mail-over-ipv6',
)

/** What Outlook.com and Exchange Online say of those whom they do not trust. */
export function microsoftSenders(): readonly ReplyWording[] {
  return [
    {
      id: 'microsoft/blocked-network',
      by: 'Outlook.com',
      says: [
        'please contact your internet service provider since part of their network is on our block list',
      ],
      cause: 'Outlook.com blocks this IP address (S3140) or the network around it (S3150).',
      next: 'Stop what is taken for spam, then ask Microsoft in the sender support form to lift the block; in a rented network ask the provider.',
      fault: 'policy',
      references: [outlookCom],
      example:
        "550 5.7.1 Unfortunately, messages from [192.0.2.25] weren't sent. Please contact your Internet service provider since part of their network is on our block list (S3140). You can also refer your provider to http://mail.live.com/mail/troubleshooting.aspx#errors. [VI1EUR05FT055.eop-eur05.prod.protection.outlook.com 2026-01-20T08:15:30.120Z 08DE11223344AABB]",
    },
    {
      id: 'microsoft/listed-domain',
      by: 'Outlook.com',
      says: [
        'mailfrom domain is listed in spamhaus',
        'domain is listed in spamhaus. to request removal from this list see * (s800',
      ],
      cause:
        'The domain in MAIL FROM stands on the domain block list of Spamhaus, which Outlook.com follows.',
      next: 'Look the domain up at Spamhaus, stop the reason for the listing, and ask there for removal.',
      fault: 'policy',
      references: [document('Spamhaus: reputation lookup', 'https://check.spamhaus.org/'), outlookCom],
      example:
        '550 5.7.1 Service unavailable, MailFrom domain is listed in Spamhaus. To request removal from this list see https://www.spamhaus.org/query/lookup/ (S8002) [BL2NAM02FT044.eop-nam02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/listed-ip',
      by: 'Microsoft',
      says: [
        'service unavailable, client host * blocked using spamhaus. to request removal from this list see',
      ],
      cause: 'The IP address stands on a list of Spamhaus, which Microsoft follows.',
      next: 'Look the address up at Spamhaus, repair what it tells (a hacked host, a dynamic address), and ask there for removal.',
      fault: 'policy',
      references: [document('Spamhaus: reputation lookup', 'https://check.spamhaus.org/'), outlookCom],
      example:
        '550 5.7.1 Service unavailable, Client host [192.0.2.25] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/192.0.2.25 (AS3130). [HE1EUR04FT029.eop-eur04.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/customer-list',
      by: 'Exchange Online',
      says: ['using customer block list (as'],
      cause: "The recipient's organisation has put this IP address on its own block list.",
      next: 'Ask the recipient, in another way, to have the address taken off; Microsoft cannot do it.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '550 5.7.513 Service unavailable, Client host [192.0.2.25] blocked by example.org using Customer Block list (AS16012607) [AM5EUR02FT019.eop-EUR02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/banned-ip',
      by: 'Exchange Online',
      says: ['access denied, banned sending ip'],
      cause: 'This IP address is on the list of banned senders of Microsoft 365.',
      next: 'Stop the spam that comes from it, then enter the address in the delist portal; it takes up to a day.',
      fault: 'policy',
      references: [delist, exchangeCodes],
      example:
        '550 5.7.606 Access denied, banned sending IP [192.0.2.25]. To request removal from this list please visit https://sender.office.com/ and follow the directions. For more information please go to http://go.microsoft.com/fwlink/?LinkID=526655 AS(1430) [DB5EUR01FT031.eop-EUR01.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/banned-sender',
      by: 'Exchange Online',
      says: ['access denied, banned sender'],
      codes: ['5.7.511'],
      cause: 'This sender is banned at Microsoft 365, and the delist portal cannot lift that.',
      next: 'Stop the spam, then forward the whole reply to the address that it names.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '550 5.7.511 Access denied, banned sender[192.0.2.25]. To request removal from this list please forward this message to delist@microsoft.com. For more information please go to http://go.microsoft.com/fwlink/?LinkId=526653. AS(1410) [AM5EUR02FT019.eop-EUR02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/bad-hello',
      by: 'Exchange Online',
      says: ['access denied, bad helo'],
      cause:
        'The client introduces itself with the name of the server that it talks to, as spam programs do.',
      next: 'Set the name in EHLO to the fully-qualified name of your own host.',
      fault: 'client',
      references: [exchangeCodes, rfc(5321, '4.1.1.1')],
      example: '550 5.7.506 Access Denied, Bad HELO [BN3NAM04FT012.eop-NAM04.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/rejected-by-recipient',
      by: 'Exchange Online',
      says: ['access denied, rejected by recipient'],
      cause: "The recipient's organisation blocks the address that this mail comes from.",
      next: 'Ask the recipient in another way to allow it.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '550 5.7.507 Access denied, rejected by recipient [BN3NAM04FT012.eop-NAM04.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/dmarc',
      by: 'Exchange Online',
      says: ['does not pass dmarc verification and has a dmarc policy of'],
      cause:
        'The domain in the From field asks by its DMARC record to refuse mail that does not pass; this message does not pass.',
      next: 'Sign with DKIM for the domain in From, or send from a server in its SPF record with that domain in MAIL FROM; forwarding and mailing lists need a rewritten From or ARC.',
      fault: 'policy',
      references: [exchangeCodes, rfc(7489, '6.3')],
      example:
        '550 5.7.509 Access denied, sending domain EXAMPLE.ORG does not pass DMARC verification and has a DMARC policy of reject. [AM4PEPF00027A61.eurprd04.prod.outlook.com]',
    },
    {
      id: 'microsoft/sender-requirements',
      by: 'Outlook.com',
      says: ['meet the required authentication level'],
      cause:
        'The domain sends much mail to Outlook.com, and this message lacks SPF, DKIM or a DMARC record that it agrees with.',
      next: 'Let both SPF and DKIM pass, publish a DMARC record (p=none is enough), and let one of them be for the domain in From.',
      fault: 'policy',
      references: [
        document(
          'Microsoft: Outlook’s requirements for high-volume senders',
          'https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/strengthening-email-ecosystem-outlook%E2%80%99s-new-requirements-for-high%E2%80%90volume-senders/4399730',
        ),
        rfc(7489, '6.3'),
      ],
      example:
        "550 5.7.515 Access denied, sending domain EXAMPLE.ORG doesn't meet the required authentication level. The sender's domain in the 5322.From address doesn't meet the authentication requirements defined for the sender. To learn how to fix this see: https://go.microsoft.com/fwlink/p/?linkid=2319303 Spf= Fail , Dkim= Fail , DMARC= Fail [BL02EPF00021F6E.namprd02.prod.outlook.com]",
    },
    {
      id: 'microsoft/spf',
      by: 'Exchange Online',
      says: ['the message was rejected because of sender policy framework violation'],
      cause: 'The SPF record of the domain in MAIL FROM does not allow this IP address.',
      next: 'Add all hosts that send for the domain to its SPF record; then send again.',
      fault: 'policy',
      references: [exchangeCodes, rfc(7208, '8.4')],
      example:
        '550 5.7.23 The message was rejected because of Sender Policy Framework violation -> 550 5.7.23',
    },
    {
      id: 'microsoft/no-ipv6',
      by: 'Exchange Online',
      says: ['does not accept email over ipv6'],
      cause: "The recipient's domain takes no mail over IPv6.",
      next: 'Deliver to this domain over IPv4.',
      fault: 'policy',
      references: [ipv6, exchangeCodes],
      example:
        '550 5.7.510 Access denied, example.org does not accept email over IPv6 [AM5EUR02FT019.eop-EUR02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/ipv6-unauthenticated',
      by: 'Exchange Online',
      says: ['must pass either spf or dkim validation'],
      cause: 'Over IPv6 Microsoft takes only mail that passes SPF or DKIM, and this message does not.',
      next: 'Name the IPv6 address in the SPF record or sign with DKIM; or send over IPv4.',
      fault: 'policy',
      references: [ipv6, exchangeCodes],
      example:
        '450 4.7.26 Access denied, a message sent over IPv6 [2001:db8::25] must pass either SPF or DKIM validation, this message is not signed [AM5EUR02FT019.eop-EUR02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/ipv6-reverse-dns',
      by: 'Exchange Online',
      says: ['the sending ipv6 address * must have a reverse dns record'],
      cause: 'The IPv6 address has no name in DNS (PTR).',
      next: 'Let the owner of the address set a PTR record; or send over IPv4.',
      fault: 'client',
      references: [ipv6, exchangeCodes, rfc(7372, '3.3')],
      example:
        '550 5.7.25 Access denied, the sending IPv6 address [2001:db8::25] must have a reverse DNS record [AM5EUR02FT019.eop-EUR02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/banned-recipient',
      by: 'Exchange Online',
      says: ['access denied, banned recipient'],
      cause: 'Microsoft takes no mail for this recipient.',
      next: 'Check the address; if it is right, the administrator of the recipient asks Microsoft.',
      fault: 'policy',
      references: [exchangeCodes],
      example:
        '550 5.7.505 Access denied, banned recipient [BN3NAM04FT012.eop-NAM04.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/ipv6-rate',
      by: 'Exchange Online',
      says: ['access denied, * has exceeded permitted limits within'],
      cause: 'The IPv6 network that the client belongs to has sent too much in a short time.',
      next: 'Send more slowly, or over IPv4; in a shared network let the others be stopped.',
      fault: 'client',
      references: [ipv6, exchangeCodes],
      example:
        '550 5.7.508 Access denied, [2001:db8::25] has exceeded permitted limits within /64 range [AM5EUR02FT019.eop-EUR02.prod.protection.outlook.com]',
    },
    {
      id: 'microsoft/no-from',
      by: 'Exchange Online',
      says: ['access denied, message must be rfc 5322 section 3.6.2 compliant'],
      cause: 'The message has no From field with a valid address.',
      next: 'Let the program that writes the message set From, with the address in angle brackets behind the name.',
      fault: 'client',
      references: [exchangeCodes, rfc(5322, '3.6.2')],
      example:
        '550 5.7.512 Access denied, message must be RFC 5322 section 3.6.2 compliant [BN3NAM04FT012.eop-NAM04.prod.protection.outlook.com]',
    },
  ]
}
