import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const codes = document(
  'GoDaddy: Fix rejected email with a bounce error',
  'https://www.godaddy.com/help/fix-rejected-email-with-a-bounce-error-40685',
)

/** What GoDaddy says (secureserver.net); most of its replies bear a code such as `IB607`. */
export function godaddy(): readonly ReplyWording[] {
  return [
    {
      id: 'godaddy/hourly-limit',
      by: 'GoDaddy',
      says: [
        'has sent to too many recipients this hour',
        'has sent too many to too many recipients this hour',
        'has sent too many messages this hour',
      ],
      cause:
        'This IP address has sent to as many recipients (IB607), or as many messages (IB504), as GoDaddy takes from it in an hour.',
      next: 'Go on in an hour, with fewer recipients per hour.',
      fault: 'client',
      references: [codes],
      example:
        '554 p3plibsmtp02-13.prod.phx3.secureserver.net bizsmtp 192.0.2.25 has sent to too many recipients this hour. IB607 <http://x.co/srbounce>',
    },
    {
      id: 'godaddy/sessions',
      by: 'GoDaddy',
      says: [
        'connection refused, too many sessions from this ip',
        'too many sessions from this ip. lower the number of concurrent sessions',
      ],
      cause: 'This IP address has too many sessions open at GoDaddy.',
      next: 'Use fewer connections at once, and retry.',
      fault: 'client',
      references: [codes],
      example:
        '421 p3plibsmtp01-02.prod.phx3.secureserver.net bizsmtp Connection refused, too many sessions from this IP. Lower the number of concurrent sessions. IB007',
    },
    {
      id: 'godaddy/blocked-for-spam',
      by: 'GoDaddy',
      says: ['for attempting to send too many messages containing content judged to be spam'],
      cause:
        'GoDaddy blocks this IP address because of spam, for an hour (IB110) or for the rest of the day (IB111).',
      next: 'Find what sends the spam before the block ends.',
      fault: 'policy',
      references: [codes],
      example:
        '554 p3plibsmtp02-13.prod.phx3.secureserver.net bizsmtp This IP has been temporarily blocked for attempting to send too many messages containing content judged to be spam by the Internet community. IB110',
    },
    {
      id: 'godaddy/blocked-for-unknown-users',
      by: 'GoDaddy',
      says: ['for attempting to mail too many invalid recipients'],
      cause:
        'GoDaddy blocks this IP address because it wrote to too many addresses that do not exist, for an hour (IB112) or the rest of the day (IB113).',
      next: 'Take refused addresses off the lists, and wait until the block ends.',
      fault: 'policy',
      references: [codes],
      example:
        '554 p3plibsmtp02-13.prod.phx3.secureserver.net bizsmtp This IP has been blocked for the day, for attempting to mail too many invalid recipients. IB113',
    },
    {
      id: 'godaddy/listed-ip',
      by: 'GoDaddy',
      says: [
        'connection refused. * is listed on the exploits block list',
        'connection refused. * is listed on the spamhaus block list',
        'connection refused. * is listed on the policy block list',
        'connection refused. * has a poor reputation on cloudmark sender intelligence',
      ],
      cause:
        'The IP address stands on a list of Spamhaus (IB104 SBL, IB105 XBL, IB106 PBL) or has a bad reputation at Cloudmark (IB103).',
      next: 'Look the address up there, repair the reason, and ask for removal; on the PBL, send through the mail server of your provider.',
      fault: 'policy',
      references: [codes, document('Spamhaus: reputation lookup', 'https://check.spamhaus.org/')],
      example:
        '554 p3plibsmtp02-13.prod.phx3.secureserver.net bizsmtp IB105. Connection refused. 192.0.2.25 is listed on the Exploits Block List (XBL) <http://www.spamhaus.org/query/ip/192.0.2.25> Please visit http://www.spamhaus.org/xbl/ for more information.',
    },
    {
      id: 'godaddy/reverse-dns',
      by: 'GoDaddy',
      says: ['temporarily rejected. reverse dns for * failed'],
      cause: 'The IP address has no name in DNS, or the lookup did not work (IB108).',
      next: 'Set a PTR record for the address; if there is one, retry later.',
      fault: 'client',
      references: [codes, rfc(7372, '3.3')],
      example:
        '421 p3plibsmtp01-02.prod.phx3.secureserver.net bizsmtp Temporarily rejected. Reverse DNS for 192.0.2.25 failed. IB108',
    },
    {
      id: 'godaddy/spam',
      by: 'GoDaddy',
      says: ['this message has been rejected due to content judged to be spam'],
      cause: 'The filter of GoDaddy takes the content of this message for spam (IB212).',
      next: 'Change links, attachments and wording before sending it again.',
      fault: 'policy',
      references: [codes],
      example:
        '552 5.2.0 This message has been rejected due to content judged to be spam by the internet community. IB212 <http://x.co/irbounce>',
    },
    {
      id: 'godaddy/spf',
      by: 'GoDaddy',
      says: ['invalid spf record. inspect your spf settings, and try again'],
      cause: 'The SPF record of the sender domain does not allow this IP address (IB508).',
      next: 'Add the sending server to the SPF record.',
      fault: 'policy',
      references: [codes, rfc(7208, '8.4')],
      example: '550 ann@example.org Invalid SPF record. Inspect your SPF settings, and try again. IB508',
    },
    {
      id: 'godaddy/login-on-the-wrong-server',
      by: 'GoDaddy',
      says: ['authentication not allowed on ibsmtp servers'],
      cause: 'This is the server for mail that comes in; it takes no login (IB401).',
      next: 'Set smtpout.secureserver.net as server for outgoing mail, with port 465 or 587.',
      fault: 'client',
      references: [codes],
      example: '535 Authentication not allowed on IBSMTP Servers. IB401',
    },
  ]
}
