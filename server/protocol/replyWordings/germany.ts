import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const gmx = document('GMX: SMTP error messages', 'https://postmaster.gmx.net/en/error-messages')
const ionos = document('IONOS: SMTP error messages', 'https://postmaster.1und1.de/en/')
const telekom = document('Telekom: postmaster of T-Online', 'https://postmaster.t-online.de/')

/** What GMX, WEB.DE, mail.com and IONOS say, which share one server ("Nemesis"), and T-Online. */
export function germany(): readonly ReplyWording[] {
  return [
    {
      id: 'gmx/no-reverse-dns',
      by: 'GMX, WEB.DE and IONOS',
      says: ['bad dns ptr resource record'],
      cause: 'The IP address has no name in DNS (PTR), or one that looks like a dynamic line.',
      next: 'Let the owner of the address set a PTR record to the host name of the mail server, and give that name the address; or send through a smart host.',
      fault: 'client',
      references: [gmx, rfc(7372, '3.3')],
      example: `554-gmx.net (mxgmx116) Nemesis ESMTP Service not available
554-No SMTP service
554-Bad DNS PTR resource record.
554 For explanation visit https://postmaster.gmx.net/en/case?c=r0601&i=ip&v=192.0.2.25&r=1MwQXd-1qwert0a1b-00abcd`,
    },
    {
      id: 'gmx/block-listed',
      by: 'GMX, WEB.DE and IONOS',
      says: ['no smtp service ip address is block listed', 'no smtp service ip address is black listed'],
      cause: 'The IP address stands on a block list, of Spamhaus or of the provider itself.',
      next: 'Open the page that the reply names: it tells the list and the way off it.',
      fault: 'policy',
      references: [gmx],
      example: `554-web.de (mxweb012) Nemesis ESMTP Service not available
554-No SMTP service
554-IP address is block listed.
554 For explanation visit https://postmaster.web.de/en/case?c=r0301&i=ip&v=192.0.2.25&r=1MwQXd-1qwert0a1b-00abcd`,
    },
    {
      id: 'gmx/policy',
      by: 'GMX, WEB.DE and IONOS',
      says: ['reject due to policy restrictions. for explanation visit', 'reject due to policy restrictions'],
      cause:
        'A rule of the provider refuses the sender or the message; the letter and number behind c= in the address say which.',
      next: 'Open the page that the reply names; as a rule the header, the sender domain or the reputation of the IP address has to be repaired.',
      fault: 'policy',
      references: [gmx, ionos],
      example: `554-Transaction failed
554-Reject due to policy restrictions.
554 For explanation visit https://postmaster.1und1.de/en/case?c=r1102&i=ip&v=192.0.2.25&r=1M1bgp-1xBnFH2oHr-00B01v`,
    },
    {
      id: 'gmx/sender-domain',
      by: 'GMX, WEB.DE and IONOS',
      says: ['invalid dns mx or a/aaaa resource record'],
      cause: 'The domain in MAIL FROM has neither MX nor address records, so no bounce could go back.',
      next: 'Use a domain in MAIL FROM that exists and takes mail, or set its records.',
      fault: 'client',
      references: [gmx, rfc(5321, '2.3.5')],
      example: `550-Requested action not taken: mailbox unavailable
550-invalid DNS MX or A/AAAA resource record.
550 For explanation visit https://postmaster.gmx.net/en/case?c=r1601&i=ip&v=192.0.2.25&r=1N5TcC-1qwert0a1b-00abcd`,
    },
    {
      id: 'gmx/no-such-user',
      by: 'GMX, WEB.DE and IONOS',
      says: ['requested action not taken: mailbox unavailable for explanation visit'],
      codes: ['550'],
      cause: 'There is no such mailbox, or it may not get mail.',
      next: 'Check the address for typing errors; if it is right, take it off the list.',
      fault: 'client',
      references: [gmx, rfc(5321, '4.2.3')],
      example: `550-Requested action not taken: mailbox unavailable
550 For explanation visit https://postmaster.gmx.net/en/case?c=r1601&i=ip&v=192.0.2.25&r=1N5TcC-1qwert0a1b-00abcd`,
    },
    {
      id: 'gmx/mailbox-full',
      by: 'GMX, WEB.DE and IONOS',
      says: ['exceeded storage allocation quota exceeded. for explanation visit'],
      cause: 'The mailbox of the recipient is full.',
      next: 'Tell the recipient in another way to make room; then send again.',
      fault: 'server',
      references: [gmx, rfc(5321, '4.2.3')],
      example: `552-Requested mail action aborted: exceeded storage allocation
552-Quota exceeded.
552 For explanation visit https://postmaster.gmx.net/en/error-messages?ip=192.0.2.25&c=quot`,
    },
    {
      id: 'ionos/sending-limit',
      by: 'IONOS',
      says: ['mailbox unavailable mail send limit exceeded'],
      codes: ['450'],
      cause: 'The account has sent as much mail as IONOS allows at a time; for new accounts that is little.',
      next: 'Wait some hours and send slowly; check that no script or stranger sends through the account.',
      fault: 'policy',
      references: [
        document('IONOS: Mail send limit exceeded', 'https://www.ionos.com/help/index.php?id=2425'),
        ionos,
      ],
      example: `450-Requested mail action not taken: mailbox unavailable
450-Mail send limit exceeded.
450 For explanation visit https://www.ionos.com/help/index.php?id=2425`,
    },
    {
      id: 'ionos/sender-not-allowed',
      by: 'IONOS',
      says: ['mailbox unavailable sender address is not allowed'],
      codes: ['550'],
      cause: 'The address in MAIL FROM does not belong to the account that logged in.',
      next: 'Use an address of the account as sender, in MAIL FROM and in From.',
      fault: 'policy',
      references: [ionos],
      example: `550-Requested action not taken: mailbox unavailable
550 Sender address is not allowed.`,
    },
    {
      id: 't-online/problem',
      by: 'T-Online',
      says: ['a problem occurred. (ask your postmaster for help or to contact *rx.t-online.de to clarify'],
      cause:
        'T-Online does not serve this IP address: it knows it for spam ("BL"), or does not know it as a mail server of an organisation that names itself.',
      next: 'Give the server a PTR record with a name of your domain and a web site with an imprint there, then write to the address in the reply.',
      fault: 'policy',
      references: [telekom],
      example:
        '554 IP=192.0.2.25 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
    },
  ]
}
