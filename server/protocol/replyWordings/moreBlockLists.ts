import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const surbl = document('SURBL: analysis', 'https://surbl.org/surbl-analysis')
const uribl = document('URIBL: refused queries', 'https://uribl.com/refused.shtml')

const dnsbl = rfc(5782, '2.1')

/** The smaller block lists, and the words for a list that is not named. */
export function moreBlockLists(): readonly ReplyWording[] {
  return [
    {
      id: 'invaluement/listed',
      by: 'Invaluement',
      says: ['invaluement.com'],
      cause:
        'The IP address or domain is on a list of Invaluement, which aims at senders of bulk mail that nobody asked for.',
      next: 'Look it up at Invaluement, stop sending to people who did not subscribe, and ask for removal there.',
      fault: 'policy',
      references: [document('Invaluement: lookup', 'https://www.invaluement.com/lookup/'), dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using sip.invaluement.com; https://www.invaluement.com/lookup/?ip=203.0.113.9',
    },
    {
      id: 'psbl/listed',
      by: 'PSBL',
      says: ['psbl.surriel.com', 'psbl.org/listing'],
      cause: 'A spam trap of the Passive Spam Block List got mail from the IP address.',
      next: 'Stop the cause and remove the address at https://psbl.org yourself; it comes back with the next hit.',
      fault: 'policy',
      references: [document('PSBL: lookup', 'https://psbl.org/'), dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using psbl.surriel.com; Listed in PSBL, see https://psbl.org/listing?ip=203.0.113.9',
    },
    {
      id: 'mailspike/listed',
      by: 'Mailspike',
      says: ['bl.mailspike.net', 'mailspike.org', 'mailspike.net'],
      cause: 'The reputation list Mailspike rates the IP address as a source of spam.',
      next: 'Stop the cause and ask for a review at https://mailspike.org.',
      fault: 'policy',
      references: [document('Mailspike: reputation', 'https://mailspike.org/'), dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using bl.mailspike.net; Listed as a source of spam, see https://mailspike.org',
    },
    {
      id: 'hostkarma/listed',
      by: 'Hostkarma',
      says: ['hostkarma', 'ipadmin.junkemailfilter.com'],
      cause: 'The IP address is on the list Hostkarma of Junk Email Filter.',
      next: 'Stop the cause and remove the address behind the link; entries also expire after some days.',
      fault: 'policy',
      references: [document('Hostkarma: removal', 'https://ipadmin.junkemailfilter.com/remove.php'), dnsbl],
      example: '550 Black listed at hostkarma http://ipadmin.junkemailfilter.com/remove.php?ip=203.0.113.9',
    },
    {
      id: 'backscatterer/listed',
      by: 'Backscatterer',
      says: ['ips.backscatterer.org', 'backscatterer.org', 'blocked using *backscatterer.org'],
      cause: 'The IP address has sent bounces or sender checks to addresses that had sent nothing.',
      next: 'Refuse unknown recipients during the session instead of bouncing later, and switch sender callouts off; the entry expires after four weeks. The receiving side should ask this list only for mail from `<>`.',
      fault: 'policy',
      references: [document('Backscatterer', 'https://www.backscatterer.org/'), rfc(5321, '6.1')],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using ips.backscatterer.org; Sorry 203.0.113.9 is blacklisted at http://www.backscatterer.org/?ip=203.0.113.9',
    },
    {
      id: 'nixspam/listed',
      by: 'NiX Spam',
      says: ['ix.dnsbl.manitu.net', 'dnsbl.manitu.net'],
      cause: 'The receiving server refuses by the list NiX Spam, which has been shut down.',
      next: 'The administrator of the receiving side takes the list out of the configuration.',
      fault: 'server',
      references: [dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using ix.dnsbl.manitu.net; Your e-mail service was detected by mx.example.net (NiX Spam) as spamming. Please visit http://www.dnsbl.manitu.net/lookup.php?value=203.0.113.9',
    },
    {
      id: 'surbl/listed',
      by: 'SURBL',
      says: ['multi.surbl.org', 'surbl.org', 'blacklisted url in message. * surbl.org'],
      cause:
        'A link in the message leads to a domain on the list SURBL; the IP address of the client has no part in it.',
      next: 'Take the link out or clean the website behind it, then ask for removal at SURBL.',
      fault: 'policy',
      references: [surbl],
      example:
        '554 5.7.1 Blacklisted URL in message. (example.org) in [ws]. See http://www.surbl.org/lists.html.',
    },
    {
      id: 'uribl/listed',
      by: 'URIBL',
      says: ['multi.uribl.com', 'lookup.uribl.com', 'black.uribl.com'],
      cause:
        'A domain is on the list URIBL: one to which a link in the message leads, or that of the client or sender.',
      next: 'Look the domain up at https://lookup.uribl.com, remove the cause and ask for removal there.',
      fault: 'policy',
      references: [document('URIBL: lookup', 'https://lookup.uribl.com/')],
      example: '554 5.7.1 Service unavailable; Client host [mail.example.org] blocked using multi.uribl.com',
    },
    {
      id: 'uribl/refused-query',
      by: 'URIBL',
      says: ['uribl.com/refused'],
      cause:
        'Nothing is listed: URIBL refused the query of the receiving server, which asks too often or over a public resolver, and the server takes that answer for an entry.',
      next: 'The administrator of the receiving side uses an own resolver and ignores the answer 127.0.0.1; the sender can only tell them.',
      fault: 'server',
      references: [uribl],
      example:
        '554 5.7.1 Service unavailable; Client host [mail.example.org] blocked using multi.uribl.com; 127.0.0.1 -> Query Refused. See http://uribl.com/refused.shtml for more information [Your DNS IP: 192.0.2.53]',
    },
    {
      id: 'any/block-list',
      by: null,
      says: [
        'blocked using',
        'listed at ',
        'listed on ',
        'listed by',
        'blacklist',
        'black list',
        'blocklist',
        'block list',
        'dnsbl',
        'due to dnsbl',
        ' rbl',
        'blackhole',
      ],
      codes: ['4', '5'],
      cause:
        'The IP address, or a domain that occurs in the mail, is on a block list, a public one or one that the receiving side keeps itself; the mailbox itself may well exist.',
      next: 'Look the address up at the list that the text names, stop what brought it there, and ask that list for removal; until then send through another server.',
      fault: 'policy',
      references: [dnsbl],
      example: '550 5.7.1 Rejected: 203.0.113.9 listed at bl.example.net',
    },
    {
      id: 'any/block-list-lookup-failed',
      by: null,
      says: ['temporary lookup failure of'],
      codes: ['4'],
      cause:
        'The receiving server could not ask a block list about the client, and puts the mail off until it can.',
      next: 'Retry later; the administrator of the receiving side checks whether the list still exists.',
      fault: 'server',
      references: [dnsbl],
      example: '451 4.4.3 Temporary lookup failure of 203.0.113.9 at bl.example.net',
    },
  ]
}
