import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const emailSecurityCloud = document(
  'Email Security.cloud: error and bounce codes',
  'https://knowledge.broadcom.com/external/article/169652/email-error-and-bounce-codes-for-email-s.html',
)

/** What the mail services and gateways of Symantec say, today of Broadcom. */
export function symantec(): readonly ReplyWording[] {
  return [
    {
      id: 'symantec-cloud/relay',
      by: 'Symantec Email Security.cloud',
      says: ['you are trying to use me * as a relay'],
      cause:
        'The service does not receive mail for the domain of the recipient, and the IP address is not an outbound route of a customer.',
      next: 'A customer adds the IP address to the outbound routes; others check that the MX record of the recipient leads here rightly.',
      fault: 'client',
      references: [emailSecurityCloud, rfc(5321, '7.9')],
      example:
        '553 you are trying to use me [server-5.example.messagelabs.com] as a relay, but I have not been configured to let you [203.0.113.9, mail.example.org] do this. Please visit www.symanteccloud.com/troubleshooting for more details about this error message and instructions to resolve this issue. (#5.7.1)',
    },
    {
      id: 'symantec-cloud/filtered',
      by: 'Symantec Email Security.cloud',
      says: [
        'message filtered. refer to the troubleshooting page',
        'message filtered. please see the faqs section on spam',
        'filtered by outbound scanning',
      ],
      cause: 'The service counts the message as spam.',
      next: 'Check links and block lists, then have the recipient or the own administrator report the false verdict to Symantec.',
      fault: 'policy',
      references: [emailSecurityCloud],
      example:
        '553 Message filtered. Refer to the Troubleshooting page at http://www.symanteccloud.com/troubleshooting for more information. (#5.7.1)',
    },
    {
      id: 'symantec-cloud/rejected',
      by: 'Symantec Email Security.cloud',
      says: [
        'connection rejected by policy [7.7]',
        'sorry, your ip address has been bl',
        'sorry, your domain has been bl',
        'sorry, your email address has been bl',
      ],
      cause:
        'The IP address has a bad reputation with Symantec, or the recipient blocks this sender, its domain or its address.',
      next: 'Look the IP address up at https://ipremoval.sms.symantec.com; if it is clean, ask the recipient to approve the sender.',
      fault: 'policy',
      references: [
        emailSecurityCloud,
        document('Symantec: IP reputation investigation', 'https://ipremoval.sms.symantec.com/'),
      ],
      example:
        '501 Connection rejected by policy [7.7] 20805, please visit www.messagelabs.com/support for more details about this error message.',
    },
    {
      id: 'symantec-cloud/sender-not-registered',
      by: 'Symantec Email Security.cloud',
      says: ['sender envelope domain not allowed for sender ip address'],
      cause: 'The MAIL FROM domain is not registered for the customer to whom this IP address belongs.',
      next: 'Register the domain with the service, or send with a domain that is.',
      fault: 'client',
      references: [emailSecurityCloud],
      example: '550 sender envelope domain not allowed for sender IP address (#5.1.8)',
    },
  ]
}
