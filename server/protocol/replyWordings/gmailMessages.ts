import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const errors = document('Google: Gmail SMTP errors and codes', 'https://support.google.com/a/answer/3726730')
const guidelines = document('Google: Email sender guidelines', 'https://support.google.com/a/answer/81126')
const blocked = document('Google: Why Gmail blocks messages', 'https://support.google.com/mail/answer/188131')

/** What Gmail says of the reputation of senders, and of what is in a message. */
export function gmailMessages(): readonly ReplyWording[] {
  return [
    {
      id: 'gmail/unusual-rate',
      by: 'Gmail',
      says: ['an unusual rate of unsolicited mail', 'gmail has detected an unusual rate of mail'],
      codes: ['4'],
      cause:
        'Gmail sees more unwanted mail than usual from this IP address, network or domain, and slows it down for now.',
      next: 'Send less and more evenly, and let the queue retry; stop what recipients mark as spam, and watch the domain in Postmaster Tools.',
      fault: 'policy',
      references: [errors, guidelines],
      example: `421-4.7.28 Gmail has detected an unusual rate of unsolicited mail originating
421-4.7.28 from your IP address. To protect our users from spam, mail sent from
421-4.7.28 your IP address has been temporarily rate limited. For more
421-4.7.28 information, go to
421-4.7.28  https://support.google.com/mail/?p=UnsolicitedRateLimitError to
421 4.7.28 review our Bulk Email Senders Guidelines. a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/unusual-rate-blocked',
      by: 'Gmail',
      says: ['an unusual rate of unsolicited mail'],
      codes: ['5'],
      cause: 'Gmail blocks this IP address because too much unwanted mail comes from it.',
      next: 'Stop sending to Gmail, find the source (a hacked account, a forwarder, a bought list), and start again with small numbers.',
      fault: 'policy',
      references: [errors, guidelines],
      example: `550-5.7.28 [192.0.2.25      28] There is an unusual rate of unsolicited mail originating
550-5.7.28 from your IP address. To protect our users from spam, mail sent from
550-5.7.28 your IP address has been blocked. For more information, go to
550 5.7.28  https://support.google.com/mail/?p=UnsolicitedIPError a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/likely-unsolicited',
      by: 'Gmail',
      says: ['message is likely unsolicited mail'],
      cause: 'Gmail takes this message for spam by its content, its links, or what is known of the sender.',
      next: 'Do not send it again unchanged: check links and wording, send only to people who asked for it, sign with DKIM, and do not forward spam.',
      fault: 'policy',
      references: [errors, blocked],
      example: `550-5.7.1 [192.0.2.25      12] Gmail has detected that this message is
550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent to Gmail,
550-5.7.1 this message has been blocked. For more information, go to
550 5.7.1  https://support.google.com/mail/?p=UnsolicitedMessageError a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/low-domain-reputation',
      by: 'Gmail',
      says: ['due to the very low reputation of the sending domain'],
      cause: 'The domain of the sender has a very bad reputation at Gmail.',
      next: 'Look at the reputation and the spam rate of the domain in Postmaster Tools; then write only to readers who open the mail, for some weeks.',
      fault: 'policy',
      references: [errors, blocked],
      example: `550-5.7.1 [192.0.2.25      19] Gmail has detected that this message is
550-5.7.1 likely suspicious due to the very low reputation of the sending
550-5.7.1 domain. To best protect our users from spam, the message has been
550-5.7.1 blocked. For more information, go to
550 5.7.1  https://support.google.com/mail/answer/188131 a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/low-ip-reputation',
      by: 'Gmail',
      says: ['due to the very low reputation of the sending ip address'],
      cause:
        'The IP address that sends has a very bad reputation at Gmail, perhaps from others who use or used it.',
      next: 'Find out who else sends from the address and stop spam there; otherwise send through a relay with a good name.',
      fault: 'policy',
      references: [errors, blocked],
      example: `421-4.7.0 [192.0.2.25      19] Gmail has detected that this message is
421-4.7.0 suspicious due to the very low reputation of the sending IP address.
421-4.7.0 To protect our users from spam, mail sent from your IP address has
421-4.7.0 been temporarily rate limited. For more information, go to
421 4.7.0  https://support.google.com/mail/answer/188131 a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/suspicious-content',
      by: 'Gmail',
      says: [
        'suspicious due to the nature of the content and/or the links within',
        'suspicious due to the nature of the content or the links within',
      ],
      cause: 'The text of the message, or where its links lead, looks dangerous to Gmail.',
      next: 'Remove links to unknown or shortened addresses one by one until it passes; check that none of the linked sites is hacked.',
      fault: 'policy',
      references: [errors, blocked],
      example: `421-4.7.0 [192.0.2.25      15] Our system has detected that this message is
421-4.7.0 suspicious due to the nature of the content and/or the links within.
421-4.7.0 To best protect our users from spam, the message has been blocked.
421-4.7.0 Please visit
421-4.7.0  https://support.google.com/mail/answer/188131 for more
421 4.7.0 information. a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/blocked-content',
      by: 'Gmail',
      says: [
        'this message was blocked because its content presents a potential security issue',
        'our system detected an illegal attachment on your message',
      ],
      cause:
        'The message carries a kind of file that Gmail never takes (programs, scripts, archives with them or with a password), or a known threat.',
      next: 'Leave the file out and share it by a link instead; renaming or zipping it does not help.',
      fault: 'policy',
      references: [
        document('Google: File types blocked in Gmail', 'https://support.google.com/mail/answer/6590'),
        errors,
      ],
      example: `552-5.7.0 This message was blocked because its content presents a potential
552-5.7.0 security issue. To review our message content and attachment content
552-5.7.0 guidelines, go to
552 5.7.0  https://support.google.com/mail/?p=BlockedMessage a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/not-from-here',
      by: 'Gmail',
      says: ["the ip you're using to send mail is not authorized to send email directly to our servers"],
      cause:
        'The IP address belongs to a range from which no mail server is expected, as home and dial-up lines do.',
      next: 'Send through the mail server of your provider (its smart host) instead of directly.',
      fault: 'policy',
      references: [
        document('Google: The IP you use is not authorized', 'https://support.google.com/mail/answer/10336'),
        errors,
      ],
      example: `550-5.7.1 [192.0.2.25] The IP you're using to send mail is not authorized to
550-5.7.1 send email directly to our servers. Please use the SMTP relay at your
550-5.7.1 service provider instead. For more information, go to
550 5.7.1  https://support.google.com/mail/?p=NotAuthorizedError a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/too-large',
      by: 'Gmail',
      says: ["exceeded google's message size limits", "exceeds google's message size limit"],
      cause: 'The message is larger than Gmail takes; attachments grow by a third when they are encoded.',
      next: 'Share the files by a link; compare with the SIZE that the server announces before sending.',
      fault: 'client',
      references: [errors, rfc(1870, '6')],
      example: `552-5.3.4 Your message exceeded Google's message size limits. To view our
552-5.3.4 message size guidelines, go to
552 5.3.4  https://support.google.com/mail/?p=MaxSizeError a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/not-rfc-5322',
      by: 'Gmail',
      says: [
        'this message is not rfc 5322 compliant',
        'messages missing a valid address in the from: header, or having no from: header, are not accepted',
        'messages with multiple addresses in from: header are not accepted',
        'messages missing a valid message-id: header are not accepted',
        'has detected that this message is not rfc 5322 compliant',
        'has detected that this message is not rfc 2822 compliant',
      ],
      cause:
        'The header of the message breaks RFC 5322: a field is missing, doubled or malformed, mostly From or Message-ID.',
      next: 'Let the program that writes the message set exactly one From, Date and Message-ID, and each other field once.',
      fault: 'client',
      references: [errors, rfc(5322, '3.6')],
      example: `550-5.7.1 [192.0.2.25      11] Gmail has detected that this message is not
550-5.7.1 RFC 5322 compliant: 'From' header is missing.
550-5.7.1 To reduce the amount of spam sent to Gmail, this message has been
550-5.7.1 blocked. For more information, go to
550 5.7.1  https://support.google.com/mail/?p=RfcMessageNonCompliant a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/rule-of-the-domain',
      by: 'Gmail',
      says: [
        'the user or domain that you are sending to (or from) has a policy that prohibited the mail that you sent',
        'gcdp * - gsmtp',
      ],
      cause:
        'A rule that the administrator of a Google Workspace domain made refuses this mail; it is not Gmail itself.',
      next: 'Ask the administrator of the domain (of the recipient, or your own) for an exception.',
      fault: 'policy',
      references: [errors],
      example:
        '550 5.7.1 This message violates example.org email policy. - gcdp a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp',
    },
    {
      id: 'gmail/mail-loop',
      by: 'Gmail',
      says: ['message exceeded 50 hops, this may indicate a mail loop'],
      cause:
        'The message went through more than 50 servers: it probably goes round in a circle between forwarding addresses.',
      next: 'Read its Received fields, find the two addresses that forward to each other, and stop one of them.',
      fault: 'server',
      references: [errors, rfc(5321, '6.3')],
      example: `554-5.4.6 Message exceeded 50 hops, this may indicate a mail loop. For more
554-5.4.6 information, go to
554 5.4.6  https://support.google.com/mail/?p=MailLoop a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
  ]
}
