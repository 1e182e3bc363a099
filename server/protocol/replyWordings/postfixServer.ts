import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

function setting(name: string) {
  return document(`Postfix ${name}`, `https://www.postfix.org/postconf.5.html#${name}`)
}

/** What Postfix says about the message and about its own condition. */
export function postfixServer(): readonly ReplyWording[] {
  return [
    {
      id: 'postfix/no-valid-recipients',
      by: 'Postfix',
      says: ['error: no valid recipients'],
      cause:
        'No recipient of this message has been accepted, so there is nobody to whom the content could go.',
      next: 'The replies to RCPT TO say why the recipients were refused; act on those, and do not send DATA where none was accepted.',
      fault: 'client',
      references: [rfc(5321, '3.3')],
      example: '554 5.5.1 Error: no valid recipients',
    },
    {
      id: 'postfix/too-many-recipients',
      by: 'Postfix',
      says: ['error: too many recipients'],
      codes: ['452'],
      cause: 'The message has more recipients than the server takes in one transaction.',
      next: 'Send to the recipients that were accepted, and to the rest in another transaction.',
      fault: 'client',
      references: [setting('smtpd_recipient_limit'), rfc(5321, '4.5.3.1.10')],
      example: '452 4.5.3 Error: too many recipients',
    },
    {
      id: 'postfix/message-too-big',
      by: 'Postfix',
      says: ['message size exceeds fixed limit', 'error: message file too big'],
      cause:
        'The message is larger than `message_size_limit` of this Postfix (10 MB where nobody has changed it); base64 makes attachments a third larger.',
      next: 'Send a smaller message or a link, or have the limit raised; the EHLO reply announces it as SIZE.',
      fault: 'client',
      references: [setting('message_size_limit'), rfc(1870, '6.1')],
      example: '552 5.3.4 Message size exceeds fixed limit',
    },
    {
      id: 'postfix/content-rejected',
      by: 'Postfix',
      says: ['error: message content rejected'],
      cause:
        'A header, the text or an attachment of the message meets a rule of the receiving server that refuses it.',
      next: 'Look for what such rules catch: forbidden attachments, links, certain subjects or mailer names; the administrator of the server sees the rule in the log.',
      fault: 'policy',
      references: [setting('header_checks'), setting('body_checks')],
      example: '550 5.7.1 Error: message content rejected',
    },
    {
      id: 'postfix/configuration',
      by: 'Postfix',
      says: ['server configuration error', 'server configuration problem'],
      codes: ['4.3.5'],
      cause:
        'Something is wrong in the configuration of the receiving Postfix, or a service that it asks (policy server, table, database) does not answer.',
      next: 'The administrator of the server reads its log, where the line before names the fault; the client keeps the message and retries.',
      fault: 'server',
      references: [document('Postfix DEBUG_README', 'https://www.postfix.org/DEBUG_README.html')],
      example: '451 4.3.5 Server configuration error',
    },
    {
      id: 'postfix/lookup-failure',
      by: 'Postfix',
      says: ['>: temporary lookup failure', 'rejected: temporary lookup failure'],
      codes: ['4'],
      cause: 'A table or database in which Postfix looks up the address did not answer.',
      next: 'The client retries; the administrator finds in the log which table it was, and tries it with `postmap -q`.',
      fault: 'server',
      references: [
        document('Postfix DATABASE_README', 'https://www.postfix.org/DATABASE_README.html'),
        rfc(3463, '3.4'),
      ],
      example: '451 4.3.0 <bob@example.org>: Temporary lookup failure',
    },
    {
      id: 'postfix/loops-back',
      by: 'Postfix',
      says: ['mail for * loops back to myself'],
      cause:
        'The MX or address record of the domain leads to this Postfix itself, which does not take the domain for its own.',
      next: 'The administrator adds the domain to `mydestination`, `virtual_mailbox_domains` or `relay_domains`, or corrects the record; behind NAT the outer address belongs into `proxy_interfaces`.',
      fault: 'server',
      references: [setting('proxy_interfaces'), setting('mydestination'), rfc(5321, '5.1')],
      example: '554 5.4.6 mail for example.org loops back to myself',
    },
    {
      id: 'postfix/chunk-discarded',
      by: 'Postfix',
      says: ['discarded * bytes after earlier error'],
      cause:
        'Postfix throws this chunk away, because an earlier command or chunk of the message was refused.',
      next: 'Act on the first refusal; behind it a client sends RSET and no further BDAT.',
      fault: 'client',
      references: [rfc(3030, '2')],
      example: '551 5.0.0 Discarded 7 bytes after earlier error',
    },
    {
      id: 'postfix/queue-file',
      by: 'Postfix',
      says: ['queue file write error'],
      cause:
        'Postfix could not finish the message: its disk is full or faulty, or a content filter in front of the queue broke off.',
      next: 'The client retries later; the administrator checks free space in `queue_directory` and the filter.',
      fault: 'server',
      references: [document('Postfix DEBUG_README', 'https://www.postfix.org/DEBUG_README.html')],
      example: '451 4.3.0 Error: queue file write error',
    },
    {
      id: 'postfix/busy',
      by: 'Postfix',
      says: ['all server ports are busy', 'all screening ports are busy', 'no system resources'],
      codes: ['4.3.2'],
      cause: 'The receiving Postfix has as many sessions as it can serve.',
      next: 'Retry later with fewer connections; the administrator raises the number of processes if it happens often.',
      fault: 'server',
      references: [document('Postfix STRESS_README', 'https://www.postfix.org/STRESS_README.html')],
      example: '421 4.3.2 All server ports are busy',
    },
    {
      id: 'postfix/timeout',
      by: 'Postfix',
      says: ['error: timeout exceeded'],
      cause: 'The server got nothing more from the client for too long, and gives up the connection.',
      next: 'Check what stopped the client: a lost packet (MTU), a firewall, a program that keeps idle connections; idle ones should be closed with QUIT.',
      fault: 'client',
      references: [setting('smtpd_timeout'), rfc(5321, '4.5.3.2')],
      example: '421 4.4.2 mx.example.org Error: timeout exceeded',
    },
  ]
}
