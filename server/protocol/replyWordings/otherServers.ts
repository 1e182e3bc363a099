import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const hmail = document(
  'hMailServer: SMTP error messages',
  'https://www.hmailserver.com/documentation/latest/?page=reference_error_messages_smtp',
)
const mailEnable = document(
  'MailEnable: SMTP inbound response codes',
  'https://www.mailenable.com/kb/content/article.asp?ID=ME020032',
)
const postal = document('Postal: documentation', 'https://docs.postalserver.io/')
const mdaemon = document('MDaemon: help', 'https://help.mdaemon.com/')

/** What servers say that are met less often. */
export function otherServers(): readonly ReplyWording[] {
  return [
    {
      id: 'hmailserver/delivery-not-allowed',
      by: 'hMailServer',
      says: ['delivery is not allowed to this address'],
      cause:
        'The IP range of the client has no permission to send from such a sender to such a recipient; as a rule it is relaying from outside to outside.',
      next: 'Log in before sending; the administrator checks the IP ranges and whether the domain of the recipient is active on the server.',
      fault: 'client',
      references: [hmail, rfc(5321, '7.9')],
      example: '550 Delivery is not allowed to this address.',
    },
    {
      id: 'hmailserver/login-failed',
      by: 'hMailServer',
      says: [
        'authentication failed. restarting authentication process',
        'authentication failed. too many invalid logon attempts',
      ],
      cause: 'User name or password is wrong; hMailServer knows its accounts by their full address.',
      next: 'Use the full address as user name and check the password; after several failures the address of the client is banned for a while.',
      fault: 'client',
      references: [hmail, rfc(4954, '6')],
      example: '535 Authentication failed. Restarting authentication process.',
    },
    {
      id: 'mailenable/login-to-relay',
      by: 'MailEnable',
      says: [
        'this mail server requires authentication when attempting to send to a non-local e-mail address',
      ],
      cause: 'The recipient is not on this server, which relays only for clients that have logged in.',
      next: 'Turn on the login for outgoing mail; if the address should be local, the administrator defines its domain and mailbox in MailEnable.',
      fault: 'client',
      references: [mailEnable, rfc(4954, '6')],
      example:
        '503 This mail server requires authentication when attempting to send to a non-local e-mail address. Please check your mail client settings or contact your administrator to verify that the domain or address is defined for this server.',
    },
    {
      id: 'mailenable/login-for-local-sender',
      by: 'MailEnable',
      says: ['this mail server requires authentication before sending mail from a locally hosted domain'],
      cause:
        'The domain of the sender is hosted on this server, which lets nobody use it who has not logged in.',
      next: 'Log in before MAIL; a website or service outside needs a sender address of another domain or an exception.',
      fault: 'client',
      references: [mailEnable, rfc(4954, '6')],
      example:
        '550 This mail server requires authentication before sending mail from a locally hosted domain. Please reconfigure your mail client to authenticate before sending mail.',
    },
    {
      id: 'kerio/relaying-denied',
      by: 'Kerio Connect',
      says: ['relaying to * denied (authentication required)'],
      cause:
        'The recipient is not on this server, which relays only for users that have logged in or for known IP addresses.',
      next: 'Turn on the login for outgoing mail, or have the address of the device added to the group of allowed IP addresses.',
      fault: 'client',
      references: [
        document(
          'Kerio Connect: configuring the SMTP server',
          'https://manuals.gfi.com/en/kerio/connect/content/server-configuration/services/configuring-the-smtp-server-1167.html',
        ),
        rfc(4954, '6'),
      ],
      example: '550 5.7.1 Relaying to <bob@example.net> denied (authentication required)',
    },
    {
      id: 'james/relaying-denied',
      by: 'Apache James',
      says: ['requested action not taken: relaying denied'],
      cause: 'The domain of the recipient is not one of the server, and the client has no right to relay.',
      next: 'Log in before MAIL; the administrator adds own domains to the domain list, or the address of the client to `authorizedAddresses`.',
      fault: 'client',
      references: [
        document('Apache James: SMTP', 'https://james.apache.org/server/config-smtp-lmtp.html'),
        rfc(5321, '7.9'),
      ],
      example: '550 5.7.1 Requested action not taken: relaying denied',
    },
    {
      id: 'domino/relay-rejected',
      by: 'HCL Domino',
      says: ['relay rejected for policy reasons'],
      cause: 'The recipient is not on this server, and its inbound relay controls do not allow this client.',
      next: 'Log in if the server offers it; the administrator changes the inbound relay controls, or adds the domain to the global domain document.',
      fault: 'client',
      references: [rfc(5321, '7.9')],
      example: '554 Relay rejected for policy reasons.',
    },
    {
      id: 'domino/no-such-user',
      by: 'HCL Domino',
      says: [
        'not listed in domino directory',
        'not listed in the domino directory',
        'not listed in public name & address book',
      ],
      cause: 'The directory of this Domino server has no person, group or mail-in database with this name.',
      next: 'Check the spelling of the address and take it off lists; the administrator looks for the name in the Domino Directory.',
      fault: 'client',
      references: [rfc(3463, '3.2')],
      example: '550 5.1.1 User bob (bob@example.org) not listed in Domino Directory',
    },
    {
      id: 'mdaemon/backscatter',
      by: 'MDaemon',
      says: ['backscatter protection detected*invalid or expired email address'],
      cause:
        'The message is a bounce or an automatic reply to an address that the server marks in all its outgoing mail, and this mark is missing or too old.',
      next: 'Send automatic replies to the address in Return-Path exactly as it stands; a bounce for mail that this server never sent is rightly refused.',
      fault: 'policy',
      references: [mdaemon],
      example: '550 5.7.0 Backscatter Protection detected invalid or expired email address',
    },
    {
      id: 'postal/sender-name',
      by: 'Postal',
      says: ['from/sender name is not valid'],
      cause:
        'The domain in the From header is not one that the mail server of these credentials may send for.',
      next: 'Use a From address of a domain that is added and verified in Postal for this mail server.',
      fault: 'client',
      references: [postal],
      example: '530 From/Sender name is not valid',
    },
    {
      id: 'postal/suspended',
      by: 'Postal',
      says: ['mail server has been suspended'],
      codes: ['535'],
      cause:
        'The administrator of Postal has suspended the mail server to which these credentials or this recipient belong.',
      next: 'Ask the administrator of the Postal installation why it is suspended.',
      fault: 'policy',
      references: [postal],
      example: '535 Mail server has been suspended',
    },
    {
      id: 'smtp-server/http',
      by: 'smtp-server (Nodemailer)',
      says: ['http requests not allowed'],
      cause: 'The client sent an HTTP request to a port on which SMTP is spoken.',
      next: 'Correct the port or address in the program or health check that connects here.',
      fault: 'client',
      references: [document('Nodemailer: SMTP Server', 'https://nodemailer.com/extras/smtp-server/')],
      example: '421 HTTP requests not allowed',
    },
    {
      id: 'smtp-server/identity',
      by: 'smtp-server (Nodemailer)',
      says: ['error: no identity changes permitted'],
      cause: 'The client logs in a second time; a session has one login for good.',
      next: 'Send AUTH only once; open a new connection for another user.',
      fault: 'client',
      references: [rfc(4954, '4')],
      example: '503 5.5.1 Error: No identity changes permitted',
    },
    {
      id: 'aiosmtpd/strict-ascii',
      by: 'aiosmtpd',
      says: ['error: strict ascii mode'],
      cause: 'The command contains characters beyond ASCII, and the server does not offer SMTPUTF8.',
      next: 'Write the addresses in ASCII, or switch `enable_SMTPUTF8` on in the server.',
      fault: 'client',
      references: [rfc(5321, '2.4'), rfc(6531, '3.4')],
      example: '500 Error: strict ASCII mode',
    },
    {
      id: 'aiosmtpd/auth-value',
      by: 'aiosmtpd',
      says: ["can't split auth value"],
      cause: 'The response to AUTH PLAIN does not consist of three parts with NUL between them.',
      next: 'Encode `authorization NUL user NUL password`; the first part may be empty, but the two NULs have to be there.',
      fault: 'client',
      references: [rfc(4616, '2')],
      example: "501 5.5.2 Can't split auth value",
    },
  ]
}
