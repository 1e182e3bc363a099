import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const main = document(
  'Exim specification: main configuration',
  'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html',
)

/** What Exim says about the course of a session, and what cPanel makes it say. */
export function eximSessions(): readonly ReplyWording[] {
  return [
    {
      id: 'exim/synchronization',
      by: 'Exim',
      says: ['smtp synchronization error'],
      cause:
        'The client sent something before it was its turn: before the greeting, or before the reply to a command that must be waited for.',
      next: 'Make the client wait for the greeting and for the reply to each command that ends a pipelined group.',
      fault: 'client',
      references: [main, rfc(2920, '3.1')],
      example: '554 SMTP synchronization error',
    },
    {
      id: 'exim/hello-syntax',
      by: 'Exim',
      says: ['syntactically invalid helo argument', 'syntactically invalid ehlo argument'],
      cause:
        'The name behind EHLO or HELO is not a valid host name or address literal; underscores, spaces and missing names are the usual faults.',
      next: 'Give the client a valid host name, or an address literal such as `[192.0.2.1]`.',
      fault: 'client',
      references: [rfc(5321, '4.1.1.1')],
      example: '501 Syntactically invalid EHLO argument(s)',
    },
    {
      id: 'exim/auth-not-advertised',
      by: 'Exim',
      says: ['auth command used when not advertised'],
      cause:
        'The client logs in although the server does not offer AUTH at this point; many servers offer it only inside TLS, or not to this address.',
      next: 'Read the EHLO reply: do STARTTLS and a new EHLO first, or use port 587 or 465.',
      fault: 'client',
      references: [rfc(4954, '4')],
      example: '503 AUTH command used when not advertised',
    },
    {
      id: 'exim/not-advertised',
      by: 'Exim',
      says: ['command used when not advertised', 'command used when * not advertised'],
      cause: 'The client used a command of an extension that the latest EHLO reply does not announce.',
      next: 'Use only the extensions of the latest EHLO reply; they differ before and after STARTTLS, and there are none after HELO.',
      fault: 'client',
      references: [rfc(5321, '4.1.4')],
      example: '503 STARTTLS command used when not advertised',
    },
    {
      id: 'exim/auth-failed',
      by: 'Exim',
      says: ['incorrect authentication data'],
      cause: 'User name or password is wrong, or the account may not log in here.',
      next: 'Check the stored password, and whether the user name has to be the full address.',
      fault: 'client',
      references: [rfc(4954, '6')],
      example: '535 Incorrect authentication data',
    },
    {
      id: 'exim/auth-unavailable',
      by: 'Exim',
      says: ['unable to authenticate at present'],
      cause: 'The server cannot check the login: the service or database with the passwords does not answer.',
      next: 'Retry later; the administrator repairs the service behind the authenticator.',
      fault: 'server',
      references: [rfc(4954, '6')],
      example: '435 Unable to authenticate at present',
    },
    {
      id: 'exim/too-many-errors',
      by: 'Exim',
      says: ['too many syntax or protocol errors'],
      cause:
        'The client has sent so many commands that were out of place or not valid that the server ends the session.',
      next: 'Correct the first of the commands that were refused: the others often follow from it, e.g. a message sent after a refused DATA.',
      fault: 'client',
      references: [main],
      example: '500-unrecognized command\n500 Too many syntax or protocol errors',
    },
    {
      id: 'exim/nonmail-commands',
      by: 'Exim',
      says: ['too many nonmail commands'],
      cause: 'The client has sent many commands without sending mail: RSET, NOOP, repeated EHLO or logins.',
      next: 'Send such commands only where they are needed, and close the connection when there is no more mail.',
      fault: 'client',
      references: [main],
      example: '554 Too many nonmail commands',
    },
    {
      id: 'exim/load',
      by: 'Exim',
      says: [
        'too much load; please try again later',
        'too many concurrent smtp connections*; please try again later',
      ],
      cause:
        'The receiving server is at its limit: of load, or of connections in total or from this address.',
      next: 'Retry later with fewer connections.',
      fault: 'server',
      references: [main],
      example: '421 mx.example.org: Too much load; please try again later',
    },
    {
      id: 'cpanel/login-required',
      by: 'cPanel (Exim)',
      says: [
        'please turn on smtp authentication in your mail client',
        'is not permitted to relay through this server without authentication',
      ],
      cause:
        'The server relays only for clients that have logged in, and takes this one for a client of its own users.',
      next: 'Turn on the login for outgoing mail in the program, with the full address as user name, on port 465 or 587.',
      fault: 'client',
      references: [
        document('cPanel: mail client setup', 'https://docs.cpanel.net/cpanel/email/set-up-mail-client/'),
      ],
      example:
        '550-Please turn on SMTP Authentication in your mail client.\n550-client.example.org [203.0.113.9]:50211 is not permitted to relay through this\n550 server without authentication.',
    },
    {
      id: 'cpanel/junk-mail-rejected',
      by: 'cPanel (Exim)',
      says: ['junkmail rejected - * is in an rbl'],
      cause:
        'The IP address of the client is on a block list that the receiving server asks; the address behind `see` or the colon leads to the entry.',
      next: 'Follow the link, remove the cause and ask for removal there; the mailbox itself may well exist.',
      fault: 'policy',
      references: [rfc(5782, '2.1')],
      example:
        '550-"JunkMail rejected - mail.example.org [203.0.113.9]:36012 is in an RBL:\n550 https://www.spamhaus.org/query/ip/203.0.113.9"',
    },
    {
      id: 'cpanel/hourly-limit',
      by: 'cPanel (Exim)',
      says: ['has exceeded the max emails per hour'],
      cause: 'The domain has sent more mail in this hour than the hosting provider allows.',
      next: 'Wait for the next hour, look for a script or account that sends without your knowledge, or have the limit raised.',
      fault: 'policy',
      references: [
        document(
          'cPanel: Tweak Settings, mail',
          'https://docs.cpanel.net/whm/server-configuration/tweak-settings/',
        ),
      ],
      example:
        '550 Domain example.org has exceeded the max emails per hour (250/200 (125%)) allowed.  Message discarded.',
    },
    {
      id: 'cpanel/too-many-failures',
      by: 'cPanel (Exim)',
      says: ['has exceeded the max defers and failures per hour'],
      cause:
        'So many messages of this domain were refused or deferred in this hour that the hosting provider stops it.',
      next: 'Remove the addresses that do not exist from the list, and look for a hacked account or form; after an hour sending is possible again.',
      fault: 'policy',
      references: [
        document(
          'cPanel: Tweak Settings, mail',
          'https://docs.cpanel.net/whm/server-configuration/tweak-settings/',
        ),
      ],
      example:
        '550 Domain example.org has exceeded the max defers and failures per hour (5/5 (100%)) allowed.  Message discarded.',
    },
    {
      id: 'cpanel/invalid-hello',
      by: 'cPanel (Exim)',
      says: ['access denied - invalid helo name', 'rejected - bad helo - host impersonating'],
      cause:
        'The name in EHLO or HELO is not a valid host name of the client, or the client claims to be the receiving server itself.',
      next: 'Log in if this is the server of your own provider; a mail server sets its full name that DNS knows.',
      fault: 'client',
      references: [rfc(5321, '4.1.1.1')],
      example: '550 Access denied - Invalid HELO name (See RFC2821 4.1.1.1)',
    },
    {
      id: 'cpanel/sender-domain',
      by: 'cPanel (Exim)',
      says: ['sender has no a, aaaa, or mx dns records'],
      cause:
        'The domain of the MAIL FROM address has neither an MX nor an address record, so that no bounce could go there.',
      next: 'Use a sender address whose domain can receive mail.',
      fault: 'client',
      references: [rfc(5321, '5.1'), rfc(3463, '3.2')],
      example: '550 Sender has no A, AAAA, or MX DNS records. mail.example.net',
    },
    {
      id: 'cpanel/address-not-verified',
      by: 'cPanel (Exim)',
      says: ['the mail server could not deliver mail to *the account or domain may not exist'],
      cause:
        'The server could not verify the address that the text names: there is no such account or domain, or DNS has no records for it.',
      next: 'Check the spelling of that address; if it is that of the sender, its domain needs an MX or address record.',
      fault: 'client',
      references: [rfc(3463, '3.2'), rfc(5321, '5.1')],
      example:
        '550-The mail server could not deliver mail to bob@example.org.\n550-The account or domain may not exist, they may be blacklisted, or missing\n550 the proper dns entries.',
    },
  ]
}
