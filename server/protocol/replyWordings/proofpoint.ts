import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const ipCheck = document('Proofpoint: IP check', 'https://ipcheck.proofpoint.com/')
const csi = document('Cloudmark: CSI IP reputation', 'https://csi.cloudmark.com/en/reset')

/** What Proofpoint says, and who uses its services or those of Cloudmark. */
export function proofpoint(): readonly ReplyWording[] {
  return [
    {
      id: 'proofpoint/blocked',
      by: 'Proofpoint',
      says: ['ipcheck.proofpoint.com', 'support.proofpoint.com/dnsbl-lookup.cgi'],
      cause:
        'Proofpoint Dynamic Reputation blocks the IP address of the client; many companies and some mailbox providers refuse by it.',
      next: 'Find out what spam comes from the address and stop it, then ask for removal behind the link; a new address needs a slow start.',
      fault: 'policy',
      references: [ipCheck],
      example: '554 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=203.0.113.9',
    },
    {
      id: 'proofpoint/recipient-marked-invalid',
      by: 'Proofpoint',
      says: ['user email address is marked as invalid'],
      cause:
        'Proofpoint Essentials has found out that the mail server behind it does not know this address, and keeps it on a list.',
      next: 'Check the spelling; if the mailbox is new, the administrator of the recipient removes the address from the invalid users.',
      fault: 'client',
      references: [
        document('Proofpoint Essentials: help', 'https://help.proofpoint.com/Proofpoint_Essentials'),
        rfc(3463, '3.2'),
      ],
      example:
        '550 5.7.1 <nosuch@example.org>: Recipient address rejected: User email address is marked as invalid.',
    },
    {
      id: 'proofpoint/not-a-valid-address',
      by: 'Proofpoint',
      says: ['this is not a valid email address. please verify'],
      cause: 'The gateway knows the recipients of this domain, and the address is not among them.',
      next: 'Check the spelling of the address and take it off lists.',
      fault: 'client',
      references: [rfc(3463, '3.2')],
      example:
        '550 5.1.1 - This is not a valid email address. Please verify that you have the correct email address for your recipient.',
    },
    {
      id: 'proofpoint/local-policy',
      by: 'Proofpoint',
      says: ['local policy violation'],
      codes: ['5.7.0'],
      cause:
        'A rule of the organization behind the gateway refuses the message; it may be for sender, content or attachment.',
      next: 'Ask the recipient over another channel; its administrator finds the rule by time and sender.',
      fault: 'policy',
      references: [rfc(3463, '3.8')],
      example: '550 5.7.0 Local Policy Violation',
    },
    {
      id: 'cloudmark/sender-intelligence',
      by: 'Cloudmark',
      says: ['csi.cloudmark.com', 'cloudmark csi-global', 'cloudmark poor reputation sender'],
      cause:
        'Cloudmark Sender Intelligence has seen too much spam or too many complaints about the IP address of the client.',
      next: 'Stop the cause, then have the statistics of the address reset behind the link; the first request is granted as a rule.',
      fault: 'policy',
      references: [csi],
      example:
        '554 cmsmtp 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using cm-csi-v11; Cloudmark Poor Reputation Sender Blacklist http://csi.cloudmark.com/reset-request/?ip=203.0.113.9',
    },
  ]
}
