import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const codes = document(
  'Mimecast: SMTP error codes',
  'https://mimecastsupport.zendesk.com/hc/en-us/articles/34000709564691-Policies-Mimecast-SMTP-Error-Codes',
)
const senders = document('Mimecast: sender feedback', 'https://www.mimecast.com/sender-feedback/')

/** What Mimecast says. Its support talks only to its customers, so most requests go through the recipient. */
export function mimecast(): readonly ReplyWording[] {
  return [
    {
      id: 'mimecast/greylisting',
      by: 'Mimecast',
      says: ['internal resource temporarily unavailable', 'internal resources are temporarily unavailable'],
      cause:
        'Mimecast greylists the sender, or holds the mail up because the IP address has a poor or unknown reputation; nothing is broken.',
      next: 'Retry from the same IP address with the same envelope, after a minute at the earliest and within twelve hours; if it never passes, the recipient permits the sender.',
      fault: 'policy',
      references: [codes, rfc(6647, '2')],
      example:
        '451 Internal resource temporarily unavailable - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEfGhIjK0lMn1oPqRsT.uk42]',
    },
    {
      id: 'mimecast/envelope-blocked',
      by: 'Mimecast',
      says: ['administrative prohibition - envelope blocked', 'administrative prohibition envelope blocked'],
      cause:
        'The sender address or domain meets a blocked senders policy of the recipient, or its SPF record rejects the server that sends.',
      next: 'Check SPF for the sending IP address first; if it is right, the administrator of the recipient changes the policy.',
      fault: 'policy',
      references: [codes],
      example:
        '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/blocked-by-user',
      by: 'Mimecast',
      says: ['envelope blocked - user entry', 'envelope blocked - user domain entry'],
      cause: 'The recipient has put this sender or its domain on a personal block list.',
      next: 'Do not try again; only the recipient can take the entry out of the managed senders.',
      fault: 'policy',
      references: [codes],
      example:
        '550 Envelope blocked - User Entry - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/blocked-senders-policy',
      by: 'Mimecast',
      says: [
        'rejected by header based manually blocked senders',
        'rejected by header-based manually blocked senders',
        'rejected by header-based blocked senders',
        'envelope rejected - block policy for envelope from address',
      ],
      cause:
        'The organization of the recipient blocks this sender by a rule for the envelope or the From header.',
      next: 'Ask the recipient to have the blocked senders policy changed.',
      fault: 'policy',
      references: [codes],
      example:
        '550 Rejected by header based manually Blocked Senders: news@example.org - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/anti-spoofing',
      by: 'Mimecast',
      says: [
        'rejected by header based anti-spoofing policy',
        'rejected by header-based anti-spoofing policy',
        'anti-spoofing policy - inbound not allowed',
      ],
      cause:
        'The message comes from outside but has a sender of the domain of the recipient, which Mimecast takes for a forgery.',
      next: 'A service that sends in the name of this organization has to be allowed by its administrator in the anti-spoofing policy, by IP address or SPF; otherwise use an own sender domain.',
      fault: 'policy',
      references: [codes],
      example:
        '550 Rejected by header based Anti-Spoofing policy: alice@example.org - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/content-signature',
      by: 'Mimecast',
      says: ['email rejected due to security policies*mimecast'],
      cause:
        'Mimecast found a signature in the message: a virus, or so many marks of spam that it refuses it outright.',
      next: 'Check attachments and every link (also in the signature), then report a false verdict with the sender feedback form of Mimecast, or have the recipient permit the sender.',
      fault: 'policy',
      references: [codes, senders],
      example:
        '554 Email rejected due to security policies - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/poor-reputation',
      by: 'Mimecast',
      says: ['csi.mimecast.org poor reputation sender', 'local ct ip reputation - (reject)'],
      cause: 'The reputation services that Mimecast asks rate the IP address of the client as bad.',
      next: 'Stop the mail that harms the address, and ask for a review of it with the sender feedback form of Mimecast.',
      fault: 'policy',
      references: [codes, senders],
      example:
        '550 csi.mimecast.org Poor Reputation Sender. - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/relay',
      by: 'Mimecast',
      says: ['open relay not allowed*mimecast'],
      cause:
        'Neither sender nor recipient domain belongs to Mimecast for this connection, or the IP address is not among the authorized outbound addresses.',
      next: 'A customer has the IP address added as authorized outbound address; a sender from outside checks the MX record of the recipient domain, which should not lead here.',
      fault: 'client',
      references: [codes, rfc(5321, '7.9')],
      example:
        '451 Open relay not allowed - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEfGhIjK0lMn1oPqRsT.uk42]',
    },
    {
      id: 'mimecast/invalid-recipient',
      by: 'Mimecast',
      says: [
        'invalid recipient - https://community.mimecast.com',
        'invalid recipient - https://mimecastsupport',
      ],
      cause:
        'Mimecast found no such user in the directory of the organization, or the mail server behind it did not confirm the address.',
      next: 'Check the spelling of the address; the administrator of the recipient checks the directory connection.',
      fault: 'client',
      references: [codes, rfc(3463, '3.2')],
      example:
        '550 Invalid Recipient - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/sender-authentication',
      by: 'Mimecast',
      says: [
        'spf sender invalid - envelope rejected',
        'dkim sender invalid - envelope rejected',
        'dmarc sender invalid - envelope rejected',
      ],
      cause:
        'The message fails the check that the text names, SPF, DKIM or DMARC, and a policy of the recipient refuses it because of that.',
      next: 'The owner of the sender domain adds the sending server to SPF and signs with a DKIM key whose public part is in DNS.',
      fault: 'policy',
      references: [codes, rfc(7372, '3')],
      example:
        '550 SPF Sender Invalid - envelope rejected - https://community.mimecast.com/docs/DOC-1369#550 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/temporary-block',
      by: 'Mimecast',
      says: ['ip temporarily blacklisted*mimecast', 'sender address blocked*mimecast'],
      codes: ['4'],
      cause:
        'Mimecast blocks the IP address of the client, for a while after too many bad attempts or by a policy of the recipient.',
      next: 'Stop the attempts that fail (unknown recipients, relaying), wait, and retry with fewer connections.',
      fault: 'policy',
      references: [codes],
      example:
        '451 IP Temporarily Blacklisted - https://community.mimecast.com/docs/DOC-1369#451 [AbCdEfGhIjK0lMn1oPqRsT.uk42]',
    },
    {
      id: 'mimecast/tls',
      by: 'Mimecast',
      says: [
        'this route requires encryption (tls)',
        'this route requires tls version',
        'this route requires high-strength ciphers',
      ],
      cause:
        'A policy demands TLS between these two parties, of at least the version and strength that the text names.',
      next: 'Use STARTTLS with TLS 1.2 or newer and a valid certificate; look for a firewall that takes STARTTLS out of the EHLO reply.',
      fault: 'client',
      references: [codes, rfc(3207, '4')],
      example:
        '553 This route requires encryption (TLS) - https://community.mimecast.com/docs/DOC-1369#553 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/busy',
      by: 'Mimecast',
      says: [
        'unable to process connection at this time*mimecast',
        'unable to process email at this time*mimecast',
        'unable to process an email at this time*mimecast',
        'account service is temporarily unavailable*mimecast',
      ],
      cause: 'Mimecast is too busy at the moment, or has too many connections for this account.',
      next: 'Retry later with fewer connections.',
      fault: 'server',
      references: [codes],
      example:
        '421 Unable to process connection at this time - https://community.mimecast.com/docs/DOC-1369#421 [AbCdEfGhIjK0lMn1oPqRsT.uk42]',
    },
    {
      id: 'mimecast/policies-of-the-recipient',
      by: 'Mimecast',
      says: [
        'host network not allowed*mimecast',
        'message bounced due to content examination policy',
        'account inbounds disabled',
        'account outbounds disabled',
      ],
      cause:
        'A setting of the customer of Mimecast refuses the mail: by country, by content, or because the account takes no mail at all.',
      next: 'Only the administrator of that organization can change it; reach the recipient in another way.',
      fault: 'policy',
      references: [codes],
      example:
        '554 Host network not allowed - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
    {
      id: 'mimecast/too-large',
      by: 'Mimecast',
      says: ['maximum email size exceeded*mimecast'],
      cause:
        'The message is larger than Mimecast or a policy of the recipient allows; encoding makes attachments a third larger.',
      next: 'Send a smaller message or a link.',
      fault: 'client',
      references: [codes, rfc(1870, '6.1')],
      example:
        '554 Maximum email size exceeded - https://community.mimecast.com/docs/DOC-1369#554 [AbCdEfGhIjK0lMn1oPqRsT.us149]',
    },
  ]
}
