import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const antiSpam = document(
  'Sendmail: cf/README, anti-spam configuration',
  'https://www.sendmail.org/~ca/email/doc8.12/cf/m4/anti_spam.html',
)

/** What Sendmail says. */
export function sendmail(): readonly ReplyWording[] {
  return [
    {
      id: 'sendmail/relaying-denied-login',
      by: 'Sendmail',
      says: ['relaying denied. proper authentication required'],
      cause:
        'The recipient is not on this server, and the server relays only for clients that have logged in or whose address it trusts.',
      next: 'Log in with AUTH before MAIL, or send through the server of your own provider.',
      fault: 'client',
      references: [antiSpam, rfc(4954, '6')],
      example: '550 5.7.1 <bob@example.net>... Relaying denied. Proper authentication required.',
    },
    {
      id: 'sendmail/relaying-denied-name',
      by: 'Sendmail',
      says: [
        'relaying denied. ip name lookup failed',
        'relaying denied. ip name possibly forged',
        'relaying temporarily denied. cannot resolve ptr record',
      ],
      cause:
        'The server relays only for clients that it knows, and it cannot tell who this one is: its IP address has no name in DNS that leads back to it.',
      next: 'Log in with AUTH if it is offered; else the PTR and address record of the client have to be set, or its IP address entered in the access table of the server.',
      fault: 'client',
      references: [antiSpam, rfc(7372, '3.3')],
      example: '550 5.7.1 <bob@example.net>... Relaying denied. IP name lookup failed [203.0.113.9]',
    },
    {
      id: 'sendmail/user-unknown',
      by: 'Sendmail',
      says: ['... user unknown'],
      codes: ['5'],
      cause: 'The domain is local to this server, but it has no account or alias with this name.',
      next: 'Check the spelling of the address; the administrator looks into the aliases, the virtual user table and the accounts.',
      fault: 'client',
      references: [rfc(3463, '3.2')],
      example: '550 5.1.1 <nosuch@example.org>... User unknown',
    },
    {
      id: 'sendmail/sender-domain-unresolved',
      by: 'Sendmail',
      says: ['domain of sender address * does not resolve'],
      cause: 'DNS gave no answer for the domain of the MAIL FROM address.',
      next: 'Check the name servers of the sender domain; the client retries, which helps if the fault was passing.',
      fault: 'client',
      references: [antiSpam, rfc(3463, '3.2')],
      example: '451 4.1.8 Domain of sender address alice@example.org does not resolve',
    },
    {
      id: 'sendmail/sender-domain-missing',
      by: 'Sendmail',
      says: ['domain of sender address * does not exist'],
      cause: 'The domain of the MAIL FROM address is not in DNS.',
      next: 'Use a sender address whose domain exists; programs often make one up from the name of the host.',
      fault: 'client',
      references: [antiSpam, rfc(3463, '3.2')],
      example:
        '553 5.1.8 <alice@nodomain.example>... Domain of sender address alice@nodomain.example does not exist',
    },
    {
      id: 'sendmail/sender-without-domain',
      by: 'Sendmail',
      says: ['domain name required for sender address', 'real domain name required for sender address'],
      cause: 'The MAIL FROM address has no domain, or one that the server does not count as real.',
      next: 'Configure the sending program to use full addresses such as `root@web1.example.org`.',
      fault: 'client',
      references: [antiSpam],
      example: '553 5.5.4 <root>... Domain name required for sender address root',
    },
    {
      id: 'sendmail/mailbox-disabled',
      by: 'Sendmail',
      says: ['mailbox disabled for this recipient'],
      cause: 'The access table of the server blocks mail to this recipient.',
      next: 'Reach the recipient in another way, who can ask the administrator.',
      fault: 'policy',
      references: [antiSpam],
      example: '550 5.2.1 <bob@example.org>... Mailbox disabled for this recipient',
    },
    {
      id: 'sendmail/connection-rate',
      by: 'Sendmail',
      says: ['connection rate limit exceeded', 'too many open connections'],
      codes: ['4.3.2'],
      cause: 'This client opens more connections at a time or per minute than the server allows.',
      next: 'Use fewer connections, send several messages over each, and retry later.',
      fault: 'client',
      references: [antiSpam],
      example: '421 4.3.2 Connection rate limit exceeded.',
    },
    {
      id: 'sendmail/not-accepting',
      by: 'Sendmail',
      says: ['esmtp not accepting messages', 'esmtp not accepting connections'],
      cause:
        'The server accepts no mail over this connection: it does not want this client (access table, filter, block list), or the client spoke before the greeting.',
      next: 'Send QUIT and look into the reason before the next attempt: block lists for the IP address, and whether the client waits for the greeting.',
      fault: 'policy',
      references: [rfc(5321, '3.1')],
      example: '554 mx.example.org ESMTP not accepting messages',
    },
    {
      id: 'sendmail/require-reverse-dns',
      by: 'Sendmail',
      says: ['fix reverse dns for', 'possibly forged hostname for', 'client ip address * does not resolve'],
      cause:
        'The IP address of the client has no PTR record, or the name there does not lead back to the address.',
      next: 'Set the PTR record of the sending IP address and an address record for the same name.',
      fault: 'client',
      references: [antiSpam, rfc(7372, '3.3')],
      example: '550 5.7.1 Fix reverse DNS for 203.0.113.9',
    },
    {
      id: 'sendmail/bogus-helo',
      by: 'Sendmail',
      says: ['bogus helo name used'],
      cause:
        'In EHLO or HELO the client gave the name or address of the receiving server, or a bare IP address.',
      next: 'Give the own full host name of the client in EHLO.',
      fault: 'client',
      references: [antiSpam, rfc(5321, '4.1.1.1')],
      example: '550 5.7.1 bogus HELO name used: mx.example.org',
    },
    {
      id: 'sendmail/eight-bit-address',
      by: 'Sendmail',
      says: ['8-bit character in mailbox address'],
      cause:
        'The address contains characters beyond ASCII, and MAIL FROM did not carry SMTPUTF8, or the server does not support it.',
      next: 'Use the ASCII form of the address, or a server that announces SMTPUTF8.',
      fault: 'client',
      references: [rfc(6531, '3.4')],
      example: '553 5.1.3 8-bit character in mailbox address "<jörg@example.org>"',
    },
    {
      id: 'sendmail/headers-too-large',
      by: 'Sendmail',
      says: ['headers too large ('],
      cause:
        'The header of the message is longer than the server takes; thousands of addresses in To or Cc, or a loop that adds Received lines, do that.',
      next: 'Shorten the header: put the recipients only in RCPT TO, and send lists as separate messages.',
      fault: 'client',
      references: [
        document('Sendmail: MaxHeadersLength', 'https://www.sendmail.org/~ca/email/doc8.12/op-sh-5.html'),
      ],
      example: '552 5.6.0 Headers too large (32768 max)',
    },
    {
      id: 'sendmail/disk-space',
      by: 'Sendmail',
      says: ['insufficient disk space; try again later'],
      cause: 'The queue of the receiving server has too little free space for the message.',
      next: 'Retry later; the administrator makes room in the queue directory.',
      fault: 'server',
      references: [rfc(3463, '3.4')],
      example: '452 4.4.5 Insufficient disk space; try again later',
    },
    {
      id: 'sendmail/queue-file',
      by: 'Sendmail',
      says: ['collect: cannot write', 'queueup: cannot', 'cannot create queue file'],
      cause:
        'Sendmail cannot write the message into its queue: no permission, no space, or a fault of the disk.',
      next: 'The client keeps the message and retries; the administrator checks owner and free space of the queue directory.',
      fault: 'server',
      references: [rfc(3463, '3.4')],
      example:
        '421 4.3.0 collect: Cannot write ./df0AB1CD2e003456 (bfcommit, uid=0, gid=51): No space left on device',
    },
    {
      id: 'sendmail/loops-back',
      by: 'Sendmail',
      says: ['mail loops back to me (mx problem?)'],
      cause:
        'The MX record of the domain leads to this host itself, which does not count the domain among its own.',
      next: 'The administrator adds the domain to `local-host-names` or to the mailer table, or corrects the MX record.',
      fault: 'server',
      references: [rfc(5321, '5.1')],
      example: '553 5.3.5 mx.example.org. config error: mail loops back to me (MX problem?)',
    },
    {
      id: 'sendmail/mailer-error',
      by: 'Sendmail',
      says: ['unknown mailer error'],
      cause:
        'The program to which Sendmail hands the mail of this recipient ended with an error; the number is its exit status.',
      next: 'The administrator looks at that program: as a rule a filter, a list manager or procmail in an alias or a `.forward`.',
      fault: 'server',
      references: [rfc(3463, '3.4')],
      example: '554 5.3.0 unknown mailer error 1',
    },
    {
      id: 'sendmail/auth-mechanism',
      by: 'Sendmail',
      says: ['auth mechanism * not available'],
      cause: 'The server does not offer the mechanism that AUTH names, or not without TLS.',
      next: 'Use a mechanism from the AUTH line of the latest EHLO reply, after STARTTLS where it is offered.',
      fault: 'client',
      references: [rfc(4954, '4')],
      example: '504 5.3.3 AUTH mechanism GSSAPI not available',
    },
    {
      id: 'sendmail/tls-not-ready',
      by: 'Sendmail',
      says: ['tls not available after start'],
      cause:
        'The server announces STARTTLS but cannot start it, as a rule because its certificate or key cannot be read.',
      next: 'The administrator of the server checks certificate, key and their permissions; the client may go on without TLS only if nothing secret is sent.',
      fault: 'server',
      references: [rfc(3207, '4')],
      example: '454 4.3.3 TLS not available after start',
    },
    {
      id: 'sendmail/too-many-bad-commands',
      by: 'Sendmail',
      says: ['too many bad commands; closing connection'],
      cause: 'The client has sent so many commands that the server does not accept that it hangs up.',
      next: 'Correct the first of the refused commands; text of a message that arrives as commands means that DATA was refused before.',
      fault: 'client',
      references: [rfc(5321, '4.2.4')],
      example: '421 4.7.0 mx.example.org Too many bad commands; closing connection',
    },
  ]
}
