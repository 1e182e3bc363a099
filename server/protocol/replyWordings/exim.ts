import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const acl = document(
  'Exim specification: access control lists',
  'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
)
const main = document(
  'Exim specification: main configuration',
  'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html',
)

/** What Exim says about addresses, senders and the message, with the wordings of its common configurations. */
export function exim(): readonly ReplyWording[] {
  return [
    {
      id: 'exim/relay-not-permitted',
      by: 'Exim',
      says: ['relay not permitted'],
      cause:
        'This Exim does not receive mail for the domain of the recipient, and it does not let this client relay.',
      next: 'Log in on the submission port (587 or 465) of your own provider; if the mail belongs here, the administrator adds the domain to `local_domains` or `relay_to_domains`.',
      fault: 'client',
      references: [acl, rfc(5321, '7.9')],
      example: '550 relay not permitted',
    },
    {
      id: 'exim/unrouteable-address',
      by: 'Exim',
      says: ['unrouteable address', 'unrouteable mail domain'],
      cause:
        'No router of the server knows where mail for this address should go: the mailbox does not exist, or its domain cannot be reached.',
      next: 'Check the spelling of the address; the administrator finds out with `exim -bt` which router should have taken it.',
      fault: 'client',
      references: [
        document(
          'Exim specification: routers',
          'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-generic_options_for_routers.html',
        ),
      ],
      example: '550 Unrouteable address',
    },
    {
      id: 'exim/mx-without-host',
      by: 'Exim',
      says: ['all relevant mx records point to non-existent hosts'],
      cause:
        'The MX records of the domain of the address name hosts that do not exist, or IP addresses where a host name belongs.',
      next: 'Check the spelling of the domain; if it is right, its owner lets the MX records name hosts that have an address record.',
      fault: 'client',
      references: [rfc(5321, '5.1'), rfc(3463, '3.5')],
      example: '550 5.4.4 all relevant MX records point to non-existent hosts',
    },
    {
      id: 'exim/null-mx',
      by: 'Exim',
      says: ['an mx or srv record indicated no smtp service'],
      cause: 'The domain of the address has a null MX record: it says in DNS that it accepts no mail at all.',
      next: 'Use another address; as a sender address, too, it is useless, because nothing could be returned to it.',
      fault: 'client',
      references: [rfc(7505, '3'), rfc(7505, '4.2')],
      example: '550 an MX or SRV record indicated no SMTP service',
    },
    {
      id: 'exim/sender-verify-failed',
      by: 'Exim',
      says: ['sender verify failed', 'verification failed for * sender verify failed'],
      cause:
        'The server checked the MAIL FROM address and found that mail to it cannot be delivered; lines before the last say what the check got.',
      next: 'Use a sender address that exists and accepts mail, also from the null sender `<>`.',
      fault: 'client',
      references: [acl],
      example:
        '550-Verification failed for <alice@example.org>\n550-Called:   192.0.2.25\n550-Sent:     RCPT TO:<alice@example.org>\n550-Response: 550 5.1.1 User unknown\n550 Sender verify failed',
    },
    {
      id: 'exim/callback-refused',
      by: 'Exim',
      says: ['callback setup failed while verifying'],
      cause:
        'The server wanted to check the sender address at its MX host, but that host refused the connection, HELO or `MAIL FROM:<>`.',
      next: 'Make the MX host of the sender accept connections and mail from the null sender `<>`.',
      fault: 'client',
      references: [acl, rfc(5321, '4.5.5')],
      example:
        '550-Callback setup failed while verifying <alice@example.org>\n550-The initial connection, or a HELO or MAIL FROM:<> command was\n550-rejected. Refusing MAIL FROM:<> does not help fight spam, disregards\n550-RFC requirements, and stops you from receiving standard bounce\n550-messages. This host does not accept mail from domains whose servers\n550-refuse bounces.\n550 Sender verify failed',
    },
    {
      id: 'exim/sender-verify-deferred',
      by: 'Exim',
      says: ['could not complete sender verify'],
      codes: ['4'],
      cause:
        'The server could not find out whether the MAIL FROM address exists: DNS or the MX host of the sender did not answer in time.',
      next: 'Check that the MX hosts of the sender domain can be reached on port 25 and answer quickly; the client retries.',
      fault: 'client',
      references: [acl],
      example: '451 Could not complete sender verify callout',
    },
    {
      id: 'exim/recipient-verify-deferred',
      by: 'Exim',
      says: ['could not complete recipient verify'],
      codes: ['4'],
      cause: 'The server asks another host whether the recipient exists, and got no answer from it.',
      next: 'Retry later; the administrator of the receiving side checks the host behind this one.',
      fault: 'server',
      references: [acl],
      example: '451 Could not complete recipient verify callout',
    },
    {
      id: 'exim/administrative-prohibition',
      by: 'Exim',
      says: ['administrative prohibition'],
      cause:
        'A rule of the receiving server refuses this command or message; these are the words of Exim where the rule has none of its own.',
      next: 'Ask the administrator of the receiving side, who finds the rule in the log; what is refused most often is relaying, a missing login, spam and a listed IP address.',
      fault: 'policy',
      references: [acl],
      example: '550 Administrative prohibition',
    },
    {
      id: 'exim/restricted-characters',
      by: 'Exim',
      says: ['restricted characters in address'],
      cause:
        'The local part of the address contains a character that the server does not take, such as `%`, `!`, `/`, `|` or a dot at its start.',
      next: 'Check the address for a typing error; the administrator may allow the character in the ACL for RCPT.',
      fault: 'client',
      references: [acl],
      example: '550 restricted characters in address',
    },
    {
      id: 'exim/locally-blacklisted',
      by: 'Exim',
      says: ['is locally blacklisted here'],
      cause: 'The sender address or the IP address is on a block list that this server keeps itself.',
      next: 'Write to the postmaster of the receiving side from another address and ask for removal.',
      fault: 'policy',
      references: [acl],
      example:
        '550 sender envelope address alice@example.net is locally blacklisted here. If you think this is wrong, get in touch with postmaster',
    },
    {
      id: 'exim/header-sender',
      by: 'Exim',
      says: ['no verifiable sender address in message headers'],
      cause: 'None of the headers From, Sender and Reply-To has an address to which mail could be delivered.',
      next: 'Send with a From header whose domain exists and whose address accepts mail.',
      fault: 'client',
      references: [acl, rfc(5322, '3.6.2')],
      example: '550 No verifiable sender address in message headers',
    },
    {
      id: 'exim/line-too-long',
      by: 'Exim',
      says: ['maximum allowed line length is 998 octets', 'message has lines too long for transport'],
      cause: 'The message has a line of more than 998 octets, which the format of mail forbids.',
      next: 'Make the program that writes the message fold its headers and encode its body as quoted-printable or base64.',
      fault: 'client',
      references: [rfc(5322, '2.1.1'), rfc(5321, '4.5.3.1.6')],
      example: '550 maximum allowed line length is 998 octets, got 1207',
    },
    {
      id: 'exim/too-many-received',
      by: 'Exim',
      says: ['too many "received" headers'],
      cause: 'The message has passed so many hosts that the server takes it for a loop.',
      next: 'The hosts in the Received headers repeat: their administrators correct the forwarding or MX record that leads back to the start.',
      fault: 'server',
      references: [main, rfc(5321, '6.3')],
      example: '550 Too many "Received" headers - suspected mail loop',
    },
    {
      id: 'exim/message-size',
      by: 'Exim',
      says: ['message size exceeds maximum permitted'],
      cause: 'The message is larger than `message_size_limit` of this server.',
      next: 'Send a smaller message or a link; the limit stands behind SIZE in the EHLO reply.',
      fault: 'client',
      references: [main, rfc(1870, '6.1')],
      example: '552 Message size exceeds maximum permitted',
    },
    {
      id: 'exim/space-shortage',
      by: 'Exim',
      says: ['space shortage, please try later'],
      cause: 'The disk of the receiving server is too full for the message.',
      next: 'Retry later; the administrator makes room in the spool directory.',
      fault: 'server',
      references: [main],
      example: '452 Space shortage, please try later',
    },
    {
      id: 'exim/local-problem',
      by: 'Exim',
      says: ['temporary local problem', 'unexpected failure, please try later'],
      codes: ['4'],
      cause:
        'Something in the receiving server failed while it checked the command: a lookup, a database, a file, DNS.',
      next: 'Retry later; the administrator finds the reason in the main and panic log.',
      fault: 'server',
      references: [acl],
      example: '451 Temporary local problem - please try later',
    },
    {
      id: 'exim/retry-timeout',
      by: 'Exim',
      says: ['retry timeout exceeded'],
      cause:
        'Exim has tried to deliver to this address or host for as long as its retry rules say, in vain, and takes nothing more for it.',
      next: 'Look for the earlier failures in the text or the log; when the next host answers again, `exim -qff` or a new message gets through.',
      fault: 'server',
      references: [
        document(
          'Exim specification: retry configuration',
          'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-retry_configuration.html',
        ),
        rfc(5321, '4.5.4.1'),
      ],
      example: '550 retry timeout exceeded',
    },
  ]
}
