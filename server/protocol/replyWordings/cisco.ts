import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const asyncos = document(
  'Cisco Secure Email Gateway: user guides',
  'https://www.cisco.com/c/en/us/support/security/email-security-appliance/products-user-guide-list.html',
)

/** What the gateways of Cisco say that were IronPort once. */
export function cisco(): readonly ReplyWording[] {
  return [
    {
      id: 'ironport/poor-reputation',
      by: 'Cisco Secure Email (IronPort)',
      says: ["your access to this mail system has been rejected due to the sending mta's poor reputation"],
      cause:
        'The gateway refuses the connection because Cisco Talos gives the IP address of the client a bad reputation.',
      next: 'Look the address up at https://talosintelligence.com, stop the mail that harms it and dispute the rating there; the recipient can have it allowed in the meantime.',
      fault: 'policy',
      references: [
        asyncos,
        document('Talos Intelligence: reputation', 'https://talosintelligence.com/reputation_center'),
      ],
      example:
        "554-mx.example.org\n554 Your access to this mail system has been rejected due to the sending MTA's poor reputation. If you believe that this failure is in error, please contact the intended recipient via alternate means.",
    },
    {
      id: 'ironport/sender-group',
      by: 'Cisco Secure Email (IronPort)',
      says: ['your access to submit messages to this e-mail system has been rejected'],
      cause:
        'The gateway puts this client into a group of senders from which it takes no mail, by a list of its own or by the reputation of the IP address.',
      next: 'Look the address up at https://talosintelligence.com; if it is clean there, the administrator of the recipient has to change the sender group.',
      fault: 'policy',
      references: [asyncos],
      example: '550 #5.7.1 Your access to submit messages to this e-mail system has been rejected.',
    },
    {
      id: 'ironport/address-rejected',
      by: 'Cisco Secure Email (IronPort)',
      says: ['#5.1.0 address rejected'],
      cause:
        'The gateway does not take this recipient: it is not in its recipient table or directory, or the domain is not served here.',
      next: 'Check the spelling of the address; the administrator of the receiving side checks the Recipient Access Table and the LDAP query.',
      fault: 'client',
      references: [asyncos, rfc(3463, '3.2')],
      example: '550 #5.1.0 Address rejected.',
    },
    {
      id: 'ironport/hourly-recipients',
      by: 'Cisco Secure Email (IronPort)',
      says: ['too many recipients received this hour', 'too many recipients received from the sender'],
      cause:
        'The gateway takes only a certain number of recipients per hour from this client or sender; addresses without a good reputation get few.',
      next: 'Keep the mail in the queue, send more slowly and retry in the next hour; the recipient can have the sender put into a group with a higher limit.',
      fault: 'client',
      references: [asyncos],
      example: '452 Too many recipients received this hour',
    },
    {
      id: 'ironport/connections',
      by: 'Cisco Secure Email (IronPort)',
      says: ['#4.4.5 too many connections from your host'],
      cause: 'The gateway allows this client no further connection at the same time.',
      next: 'Send over fewer connections and retry later.',
      fault: 'client',
      references: [asyncos],
      example: '421 #4.4.5 Too many connections from your host.',
    },
    {
      id: 'ironport/session-limits',
      by: 'Cisco Secure Email (IronPort)',
      says: [
        'exceeded allowable connection time, disconnecting',
        'exceeded bad smtp command limit, disconnecting',
      ],
      cause: 'The session has lasted too long for the gateway, or had too many refused commands.',
      next: 'Close connections after some messages and do not keep them open; check the commands that were refused.',
      fault: 'client',
      references: [asyncos],
      example: '421 Exceeded allowable connection time, disconnecting.',
    },
    {
      id: 'ironport/sender-authentication',
      by: 'Cisco Secure Email (IronPort)',
      says: [
        'spf unauthorized mail is prohibited',
        'dkim unauthenticated mail is prohibited',
        'dmarc unauthenticated mail is prohibited',
      ],
      cause:
        'The message fails the check of the sender domain that the text names, SPF, DKIM or DMARC, and the gateway refuses it because of that.',
      next: 'The owner of the sender domain adds the sending server to SPF and signs with DKIM; what is forwarded needs DKIM or a rewritten sender.',
      fault: 'policy',
      references: [asyncos, rfc(7208, '8.4'), rfc(7489, '6.6')],
      example: '550 #5.7.1 SPF unauthorized mail is prohibited.',
    },
  ]
}
