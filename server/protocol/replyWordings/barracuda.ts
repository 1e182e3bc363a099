import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const central = document(
  'Barracuda Central: removal request',
  'https://www.barracudacentral.org/rbl/removal-request',
)

/** What the gateways of Barracuda say, and who asks its block list. */
export function barracuda(): readonly ReplyWording[] {
  return [
    {
      id: 'barracuda/reputation',
      by: 'Barracuda',
      says: [
        'blocked using barracuda reputation',
        'barracudanetworks.com/reputation',
        'blocked using *barracudacentral.org',
        'barracudacentral.org',
        'bbl.barracudacentral.com',
      ],
      cause:
        'An IP address is on the Barracuda Reputation Block List: that of the client, or one that the gateway found in a Received header.',
      next: 'Compare the address in the text with your own, stop the cause and ask for removal at Barracuda Central; it is decided within some hours.',
      fault: 'policy',
      references: [central, rfc(5782, '2.1')],
      example:
        '554 Service unavailable; Client host [mail.example.org] blocked using Barracuda Reputation; http://www.barracudanetworks.com/reputation/?r=1&ip=203.0.113.9',
    },
    {
      id: 'barracuda/blocked',
      by: 'Barracuda',
      says: ['permanent failure for one or more recipients (*:blocked)'],
      cause:
        'The Barracuda service of the recipient refuses the mail by its policy or filter: sender, content, reputation or authentication; which, it does not say.',
      next: 'Check SPF, DKIM and DMARC and the links in the message; then the administrator of the recipient looks the reason up in the message log.',
      fault: 'policy',
      references: [central],
      example: '550 permanent failure for one or more recipients (bob@example.org:blocked)',
    },
    {
      id: 'barracuda/permanent-failure',
      by: 'Barracuda',
      says: ['permanent failure for one or more recipients'],
      cause:
        'The server behind the Barracuda gateway refuses at least one recipient; the parentheses name the recipient and quote that refusal.',
      next: 'Act on the quoted reply, and send to the other recipients again without this one.',
      fault: 'client',
      references: [rfc(3463, '3.2')],
      example: '550 permanent failure for one or more recipients (nosuch@example.org:550 5.1.1 User unknown)',
    },
    {
      id: 'barracuda/content',
      by: 'Barracuda',
      says: ['rejecting banned content', 'rejected due to spam url in content'],
      cause:
        'The gateway found something in the message that it does not let through: a link on a block list, a forbidden attachment, or too many marks of spam.',
      next: 'Check every link and attachment, also those in the signature; send a short text message to see whether the content is the reason.',
      fault: 'policy',
      references: [central],
      example: '554 rejecting banned content',
    },
    {
      id: 'barracuda/spoofed',
      by: 'Barracuda',
      says: ['rejecting spoofed message'],
      cause:
        'The message comes from outside with a sender of the domain of the recipient, and the gateway takes it for a forgery.',
      next: 'The administrator of that domain exempts the service that sends in its name; others use an own sender domain.',
      fault: 'policy',
      references: [central],
      example: '550 rejecting spoofed message',
    },
    {
      id: 'barracuda/no-such-user',
      by: 'Barracuda',
      says: ['cuda_nsu', 'cuda_nsu * user unknown'],
      cause:
        'The gateway passes on what the mail server behind it says about the recipient, as a rule that it does not exist.',
      next: 'Check the spelling of the address and take it off lists.',
      fault: 'client',
      references: [rfc(3463, '3.2')],
      example: '550 cuda_nsu 5.1.1 <nosuch@example.org>... User unknown',
    },
    {
      id: 'barracuda/no-such-domain',
      by: 'Barracuda',
      says: ['no such domain at this location'],
      cause:
        'The MX record of the recipient domain leads to Barracuda, but the service is not set up for this domain.',
      next: 'The administrator of the recipient domain adds and verifies it in the Barracuda service, or corrects the MX record.',
      fault: 'server',
      references: [rfc(5321, '7.9')],
      example: '550 No such domain at this location (bob@example.net)',
    },
  ]
}
