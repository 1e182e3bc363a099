import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const errors = document('Google: Gmail SMTP errors and codes', 'https://support.google.com/a/answer/3726730')

/** What Gmail and Google Workspace say of recipients and sessions; their replies end with `gsmtp`. */
export function gmail(): readonly ReplyWording[] {
  return [
    {
      id: 'gmail/no-such-user',
      by: 'Gmail',
      says: ['the email account that you tried to reach does not exist'],
      cause: 'Gmail has no account with this address.',
      next: 'Check the address for typing errors; if it is right, take it off the list and ask the recipient for another one.',
      fault: 'client',
      references: [errors, rfc(3463, '3.2')],
      example: `550-5.1.1 The email account that you tried to reach does not exist. Please try
550-5.1.1 double-checking the recipient's email address for typos or
550-5.1.1 unnecessary spaces. For more information, go to
550 5.1.1  https://support.google.com/mail/?p=NoSuchUser a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/account-disabled',
      by: 'Gmail',
      says: [
        'the email account that you tried to reach is disabled',
        'the email account that you tried to reach is inactive',
      ],
      cause:
        'The account exists at Gmail, but it is switched off or has been unused for long, and takes no mail.',
      next: 'Write to another address of the recipient and take this one off the list; only the owner, or the administrator of the domain, can revive it.',
      fault: 'server',
      references: [errors, rfc(3463, '3.3')],
      example: `550-5.2.1 The email account that you tried to reach is inactive. For more
550-5.2.1 information, go to
550 5.2.1  https://support.google.com/mail/?p=DisabledUser a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/mailbox-full-for-now',
      by: 'Gmail',
      says: ['inbox is out of storage space', 'the email account that you tried to reach is over quota'],
      codes: ['4'],
      cause: 'The recipient has no storage left at Google, so Gmail puts the message off.',
      next: 'Keep retrying for some days, and tell the recipient in another way to make room in Gmail, Drive or Photos.',
      fault: 'server',
      references: [errors, rfc(3463, '3.3')],
      example: `452-4.2.2 The recipient's inbox is out of storage space. Please direct the
452-4.2.2 recipient to
452 4.2.2  https://support.google.com/mail/?p=OverQuotaTemp a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/mailbox-full',
      by: 'Gmail',
      says: ['inbox is out of storage space', 'the email account that you tried to reach is over quota'],
      codes: ['5'],
      cause:
        'The recipient has been without storage at Google for so long that Gmail refuses the message for good.',
      next: 'Stop sending to this address until the recipient has made room; nobody may read the mailbox any more.',
      fault: 'server',
      references: [errors, rfc(3463, '3.3')],
      example: `552-5.2.2 The recipient's inbox is out of storage space and inactive. Please
552-5.2.2 direct the recipient to
552 5.2.2  https://support.google.com/mail/?p=OverQuotaPerm a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/recipient-rate',
      by: 'Gmail',
      says: [
        'receiving mail at a rate that prevents additional messages from being delivered',
        'the user you are trying to contact is receiving mail too quickly',
      ],
      codes: ['4'],
      cause: 'This account gets mail faster than Gmail allows, from you and others together.',
      next: 'Retry later at growing intervals, and send fewer messages to this one address: gather notifications into one.',
      fault: 'policy',
      references: [errors, rfc(5321, '4.5.4.1')],
      example: `450-4.2.1 The user you are trying to contact is receiving mail at a rate that
450-4.2.1 prevents additional messages from being delivered. Please resend your
450-4.2.1 message at a later time. If the user is able to receive mail at that
450-4.2.1 time, your message will be delivered. For more information, go to
450 4.2.1  https://support.google.com/mail/?p=ReceivingRate a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/recipient-rate-exceeded',
      by: 'Gmail',
      says: ['receiving mail at a rate that prevents additional messages from being delivered'],
      codes: ['5'],
      cause: 'So much mail comes in for this account that Gmail refuses the message for good.',
      next: 'Send nothing to this address for some hours; look for a program that mails it in a loop.',
      fault: 'policy',
      references: [errors, rfc(3463, '3.3')],
      example: `550-5.2.1 The user you are trying to contact is receiving mail at a rate that
550-5.2.1 prevents additional messages from being delivered. For more
550-5.2.1 information, go to
550 5.2.1  https://support.google.com/mail/?p=ReceivingRatePerm a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/only-known-gateways',
      by: 'Gmail',
      says: ['ip not in whitelist for rcpt domain, closing connection'],
      cause:
        "The recipient's domain at Google Workspace takes mail only from certain gateways, and this IP address is none of them.",
      next: "Deliver to the MX hosts of the domain, not to Google directly; if they are Google's, the administrator of the domain has to allow the address.",
      fault: 'policy',
      references: [errors],
      example:
        '421 4.7.0 IP not in whitelist for RCPT domain, closing connection. a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp',
    },
    {
      id: 'gmail/domain-wants-tls',
      by: 'Gmail',
      says: ['tls required for rcpt domain, closing connection'],
      cause: "The recipient's domain takes mail only over TLS, and this session is in clear text.",
      next: 'Let the client use STARTTLS, which the server announces, before MAIL FROM.',
      fault: 'client',
      references: [errors, rfc(3207, '4')],
      example:
        '421 4.7.0 TLS required for RCPT domain, closing connection. a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp',
    },
    {
      id: 'gmail/one-domain-a-transaction',
      by: 'Gmail',
      says: ['multiple destination domains per transaction is unsupported'],
      cause:
        'Google takes the recipients of only one domain in a transaction, and this one belongs to another than those before.',
      next: 'Send to this recipient in a transaction of its own; mail programs that deliver by domain do so by themselves.',
      fault: 'policy',
      references: [errors, rfc(5321, '4.5.4.1')],
      example: `451-4.3.0 Multiple destination domains per transaction is unsupported. Please
451-4.3.0 try again. For more information, go to
451 4.3.0  https://support.google.com/a/answer/3221692 a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/too-many-recipients',
      by: 'Gmail',
      says: ['your message has too many recipients', 'too many recipients for this sender* gsmtp'],
      cause: 'The message has more recipients than Gmail takes at once.',
      next: 'Send to those that were accepted, and to the others in further messages.',
      fault: 'client',
      references: [errors, rfc(5321, '4.5.3.1.10')],
      example: `452-4.5.3 Your message has too many recipients. For more information regarding
452-4.5.3 Google's sending limits, go to
452 4.5.3  https://support.google.com/mail/?p=TooManyRecipientsError a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/no-such-domain',
      by: 'Gmail',
      says: ["we weren't able to find the recipient domain"],
      cause: 'The domain of the recipient does not exist in DNS, or no mail server is named for it.',
      next: 'Check what stands behind the @ for typing errors, spaces and full stops at the end.',
      fault: 'client',
      references: [errors, rfc(3463, '3.2')],
      example: `553-5.1.2 We weren't able to find the recipient domain. Please check for any
553-5.1.2 spelling errors, and make sure you didn't enter any spaces, periods,
553-5.1.2 or other punctuation after the recipient's email address. For more
553-5.1.2 information, go to
553 5.1.2  https://support.google.com/mail/?p=BadRcptDomain a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/malformed-address',
      by: 'Gmail',
      says: ['is not a valid rfc-5321 address', 'is not a valid rfc 5321 address'],
      cause: 'The address in MAIL or RCPT is not built as RFC 5321 asks for.',
      next: 'Look for two dots in a row, a dot at the start or end, a missing part, or brackets within; send only the address between < and >.',
      fault: 'client',
      references: [errors, rfc(5321, '4.1.2')],
      example: `553-5.1.3 The recipient address <bob@@example.org> is not a valid RFC 5321
553-5.1.3 address. For more information, go to
553-5.1.3  https://support.google.com/a/answer/3221692 and review RFC 5321
553 5.1.3 specifications. a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/closed-early',
      by: 'Gmail',
      says: ['try again later, closing connection. * gsmtp', 'try again later, closing connection. (ehlo)'],
      codes: ['4.7.*'],
      cause:
        'Gmail ends the session before any message: it gets too many connections from here, or it dislikes the name in EHLO (`localhost`, a bare address, a name without a domain).',
      next: 'Give a fully-qualified host name in EHLO, open fewer connections, and try again after some minutes.',
      fault: 'client',
      references: [errors, rfc(5321, '4.1.1.1')],
      example: `421-4.7.0 Try again later, closing connection. (EHLO) For more information,
421-4.7.0 go to
421 4.7.0  https://support.google.com/a/answer/3221692 a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/own-difficulty',
      by: 'Gmail',
      says: [
        'temporary system problem. try again later* gsmtp',
        'mail server temporarily rejected message* gsmtp',
        'mail server has temporarily rejected this message* gsmtp',
        'server busy, try again later* gsmtp',
      ],
      codes: ['4'],
      cause: 'Gmail has a difficulty of its own just now.',
      next: 'Change nothing, and retry later.',
      fault: 'server',
      references: [errors, rfc(5321, '4.5.4.1')],
      example:
        '451 4.3.0 Mail server temporarily rejected message. a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp',
    },
  ]
}
