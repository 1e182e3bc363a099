import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const dnsbl = rfc(5782, '2.1')
const spamhaus = document('Spamhaus: IP and domain reputation checker', 'https://check.spamhaus.org/')
const resolver = document(
  'Spamhaus: help for users of the public mirrors',
  'https://www.spamhaus.com/resource-center/help-for-spamhaus-projects-legacy-blocklist-users',
)
const spamcop = document('SpamCop: blocking list', 'https://www.spamcop.net/bl.shtml')
const uce = document('UCEPROTECT: check', 'https://www.uceprotect.net/en/rblcheck.php')
const abusix = document(
  'Abusix: lookup and delisting',
  'https://docs.abusix.com/lookup-and-delisting/etXXhES8PMHJSheqsd1gtL/lookup-and-delisting-overview/oiSPbdSD2nyd4MAXieazYn',
)

/** What servers say that ask a public block list, by the list that the text names. */
export function blockLists(): readonly ReplyWording[] {
  return [
    {
      id: 'spamhaus/ip-lists',
      by: 'Spamhaus',
      says: [
        'zen.spamhaus.org',
        'client host * blocked using spamhaus',
        'sbl-xbl.spamhaus.org',
        'spamhaus.org/query/ip',
        'spamhaus.org/query/bl',
        'spamhaus sbl-xbl',
      ],
      cause:
        'The receiving server asked Spamhaus, and the IP address is on one of its lists: SBL or CSS (spam sources), XBL (infected hosts) or PBL (addresses that should not send directly).',
      next: 'Look the address up at https://check.spamhaus.org: it names the list, the reason and the way out. From a dial-up or office line send through the mail server of your provider instead.',
      fault: 'policy',
      references: [spamhaus, dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/203.0.113.9',
    },
    {
      id: 'spamhaus/pbl',
      by: 'Spamhaus PBL',
      says: ['pbl.spamhaus.org', 'your ip is in the pbl', 'spamhaus.org/pbl', 'spamhaus pbl'],
      cause:
        'The IP address belongs to a range whose owner says that no mail should come directly from it, such as home lines and many cloud hosts; it is no accusation of spam.',
      next: 'Send through the mail server of your provider, with a login on port 587 or 465; a real mail server on a static address with its own PTR record can be taken off the list.',
      fault: 'policy',
      references: [
        spamhaus,
        document('Spamhaus: PBL', 'https://www.spamhaus.org/blocklists/policy-blocklist/'),
      ],
      example: '553-mail rejected because your IP is in the PBL. See http://www.spamhaus.org/pbl',
    },
    {
      id: 'spamhaus/xbl',
      by: 'Spamhaus XBL',
      says: [
        'xbl.spamhaus.org',
        'spamhaus xbl',
        'cbl.abuseat.org',
        'exploits block list (xbl)',
        'spamhaus.org/xbl',
      ],
      cause:
        'Behind the IP address a host is infected or misused: malware, an open proxy, or a server that was broken into. Where a network shares the address, any device can be it.',
      next: 'Find and clean the host, let only the mail server send to port 25, and ask for removal at https://check.spamhaus.org; without that the address returns to the list.',
      fault: 'policy',
      references: [
        spamhaus,
        document('Spamhaus: XBL', 'https://www.spamhaus.org/blocklists/exploits-blocklist/'),
      ],
      example: '554 Refused. Your IP address is listed in the RBL at xbl.spamhaus.org',
    },
    {
      id: 'spamhaus/sbl',
      by: 'Spamhaus SBL',
      says: [
        '/sbl.spamhaus.org',
        ' sbl.spamhaus.org',
        'spamhaus sbl',
        'spamhaus css',
        'spamhaus.org/sbl',
        'spamhaus.org/css',
      ],
      cause:
        'Spamhaus has seen spam from the IP address or its network, by hand (SBL) or automatically (CSS).',
      next: 'SBL entries are removed only when the provider of the address asks for it after the cause is gone; CSS entries by yourself at https://check.spamhaus.org.',
      fault: 'policy',
      references: [
        spamhaus,
        document('Spamhaus: SBL', 'https://www.spamhaus.org/blocklists/spamhaus-blocklist/'),
      ],
      example: '550 5.7.1 The IP address was rejected by the sbl.spamhaus.org RBL.',
    },
    {
      id: 'spamhaus/dbl',
      by: 'Spamhaus DBL',
      says: [
        'dbl.spamhaus.org',
        'spamhaus.org/dbl',
        'spamhaus dbl',
        'spamhaus.org/query/domain',
        'domain is listed in spamhaus',
        'blocked using spamhaus dbl',
        'sender domain * blocked using spamhaus',
      ],
      cause:
        'A domain, not an IP address, has a bad reputation with Spamhaus: that of the sender, of EHLO, of the PTR record, or of a link in the message.',
      next: 'Look up at https://check.spamhaus.org the domain that the text names; a hacked website or a link shortener is a usual cause.',
      fault: 'policy',
      references: [
        spamhaus,
        document('Spamhaus: DBL', 'https://www.spamhaus.org/blocklists/domain-blocklist/'),
      ],
      example:
        '554 5.7.1 Service unavailable; Sender address [alice@example.org] blocked using dbl.spamhaus.org; https://www.spamhaus.org/query/domain/example.org',
    },
    {
      id: 'spamhaus/listed',
      by: 'Spamhaus',
      says: [
        'spamhaus',
        'spamhaus.org',
        'spamhaus.org/lookup',
        'blocked by spamhaus',
        'listed at spamhaus',
        'listed in spamhaus',
        'listed on the spamhaus',
        'blacklisted by spamhaus',
        'found on spamhaus',
        'listed by spamhaus',
      ],
      cause:
        'The receiving server asked Spamhaus, and the IP address of the client or a domain of the mail is on one of its lists.',
      next: 'Look up at https://check.spamhaus.org what the text names, or else the IP address and the domains of sender and links: it names the list, the reason and the way out.',
      fault: 'policy',
      references: [spamhaus, dnsbl],
      example: '550 5.7.1 Email blocked by SPAMHAUS',
    },
    {
      id: 'spamhaus/refused-query',
      by: 'Spamhaus',
      says: ['error: open resolver', 'spamhaus.org/returnc/', 'blocked using * spamhaus.org/returnc/'],
      cause:
        'The IP address is not listed: Spamhaus refused the query of the receiving server, which comes over a public resolver or too often, and the server takes that answer for an entry.',
      next: 'The administrator of the receiving side uses an own resolver or the Data Query Service, and counts only 127.0.0.2 to 127.0.0.11 as entries; the sender can only tell them.',
      fault: 'server',
      references: [resolver, dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.spamhaus.org; Error: open resolver; https://www.spamhaus.org/returnc/pub/192.0.2.53/',
    },
    {
      id: 'spamcop/listed',
      by: 'SpamCop',
      says: ['bl.spamcop.net', 'spamcop.net/bl.shtml', 'spamcop.net/w3m'],
      cause: 'Users of SpamCop, or its traps, have reported spam from the IP address within the last days.',
      next: 'Stop the cause; the entry goes by itself about 24 hours after the last report.',
      fault: 'policy',
      references: [spamcop, dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?203.0.113.9',
    },
    {
      id: 'sorbs/listed',
      by: 'SORBS',
      says: [
        'sorbs.net',
        'dnsbl.sorbs.net',
        'sorbs.net*currently sending spam',
        'currently sending spam*sorbs.net',
        'blocked using *sorbs.net',
      ],
      cause: 'The receiving server refuses by the list SORBS, which has been out of service since June 2024.',
      next: 'The administrator of the receiving side takes the list out of the configuration; nobody can remove an address from it any more.',
      fault: 'server',
      references: [dnsbl],
      example: '550 5.7.1 Service unavailable; client [203.0.113.9] blocked using dnsbl.sorbs.net',
    },
    {
      id: 'uceprotect/address',
      by: 'UCEPROTECT',
      says: ['dnsbl-1.uceprotect.net', 'uceprotect-level1', 'uceprotect level 1', 'uceprotect.net'],
      cause:
        'Traps of UCEPROTECT got spam from the IP address, or from its neighbourhood where the text says level 2 or 3.',
      next: 'Stop the cause; the entry expires seven days after the last hit without a request or payment.',
      fault: 'policy',
      references: [uce, dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using dnsbl-1.uceprotect.net; IP 203.0.113.9 is UCEPROTECT-Level 1 listed. See http://www.uceprotect.net/rblcheck.php?ipr=203.0.113.9',
    },
    {
      id: 'uceprotect/network',
      by: 'UCEPROTECT',
      says: [
        'dnsbl-2.uceprotect.net',
        'dnsbl-3.uceprotect.net',
        'uceprotect-level2',
        'uceprotect-level3',
        'uceprotect-level 2',
        'uceprotect-level 3',
      ],
      cause:
        'Not the single IP address is listed but its whole network (level 2) or provider (level 3), because of other customers.',
      next: 'The sender can do little but complain to the provider or send through another one; the receiving side should not refuse by levels 2 and 3 alone.',
      fault: 'policy',
      references: [uce, dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using dnsbl-3.uceprotect.net; Your ISP EXAMPLE-NET/AS64496 is UCEPROTECT-Level3 listed. See http://www.uceprotect.net/rblcheck.php?ipr=203.0.113.9',
    },
    {
      id: 'abusix/listed',
      by: 'Abusix',
      says: ['mail.abusix.zone', 'lookup.abusix.com', 'abusix.ai/search', 'blocked using *mail.abusix.zone'],
      cause:
        'The IP address or domain is on a list of Abusix Mail Intelligence: for spam, for an infected host, or for a PTR record that looks like a dial-up line.',
      next: 'Follow the link, which names the list; remove the cause and delist the address yourself with a free account.',
      fault: 'policy',
      references: [abusix, dnsbl],
      example:
        '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using combined.mail.abusix.zone; https://lookup.abusix.com/search?q=203.0.113.9',
    },
  ]
}
