import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const codes = document('Yahoo: SMTP error codes', 'https://senders.yahooinc.com/smtp-error-codes/')
const practices = document('Yahoo: Sender best practices', 'https://senders.yahooinc.com/best-practices/')

/** What Yahoo and AOL say, which run on one system. */
export function yahoo(): readonly ReplyWording[] {
  return [
    {
      id: 'yahoo/deferred-for-complaints',
      by: 'Yahoo and AOL',
      says: [
        'temporarily deferred due to unexpected volume or user complaints',
        'temporarily deferred due to user complaints',
        '[tss04] messages from * temporarily deferred',
      ],
      cause:
        'Yahoo puts off mail of this IP address: its users complain about it, or much more of it comes than before.',
      next: 'Send less at a time and let the queue retry over hours; subscribe to the complaint feedback loop and stop writing to those who complain.',
      fault: 'policy',
      references: [codes, practices],
      example:
        '421 4.7.0 [TSS04] Messages from 192.0.2.25 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
    },
    {
      id: 'yahoo/deferred-for-good',
      by: 'Yahoo and AOL',
      says: ['will be permanently deferred; retrying will not succeed'],
      cause:
        'Yahoo takes nothing more from this IP address ([TS03], [TSS09], [TSS11]); even where the code says "later", it means no.',
      next: 'Stop retrying, find and stop the unwanted mail, then ask Yahoo in the sender support form to look at the address again.',
      fault: 'policy',
      references: [codes, practices],
      example:
        '553 5.7.2 [TSS09] All messages from 192.0.2.25 will be permanently deferred; Retrying will NOT succeed. See https://postmaster.yahooinc.com/error-codes',
    },
    {
      id: 'yahoo/listed-ip',
      by: 'Yahoo and AOL',
      says: [
        "because the ip is in spamhaus's list",
        '[bl21] connections will not be accepted from',
        '[bl23] connections not accepted from ip addresses on spamhaus',
      ],
      cause: 'The IP address stands on a block list of Spamhaus, which Yahoo follows.',
      next: 'Look the address up at Spamhaus, repair the reason, and ask there for removal; Yahoo follows the list.',
      fault: 'policy',
      references: [codes, document('Spamhaus: reputation lookup', 'https://check.spamhaus.org/')],
      example:
        "553 5.7.1 [BL21] Connections will not be accepted from 192.0.2.25, because the ip is in Spamhaus's list; see http://postmaster.yahoo.com/550-bl23.html",
    },
    {
      id: 'yahoo/phishing',
      by: 'Yahoo and AOL',
      says: ['[ph01] email not accepted for policy reasons'],
      cause: 'Yahoo takes the message for phishing or finds a dangerous link in it.',
      next: 'Check every link and attachment, and whether the site behind it is hacked; do not send the message again before that.',
      fault: 'policy',
      references: [codes],
      example:
        '554 Message not allowed - [PH01] Email not accepted for policy reasons. Please visit https://postmaster.yahooinc.com/error-codes [120]',
    },
    {
      id: 'yahoo/policy',
      by: 'Yahoo and AOL',
      says: ['message not accepted for policy reasons. see http*yahoo'],
      codes: ['5.7.9', '554'],
      cause:
        'The message does not pass the DMARC policy of the domain in From, or Yahoo refuses its content.',
      next: 'Let SPF or DKIM pass for the domain in From; if they do, look at the content and at who gets the mail.',
      fault: 'policy',
      references: [codes, rfc(7489, '6.3')],
      example:
        '554 5.7.9 Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
    },
    {
      id: 'yahoo/unauthenticated',
      by: 'Yahoo and AOL',
      says: ['yahoo requires all senders to authenticate with either spf or dkim'],
      cause:
        "Neither SPF nor DKIM authenticates the sender's domain, and Yahoo takes no mail without one of them.",
      next: 'Name the sending IP address in the SPF record of the domain in MAIL FROM, or sign with DKIM; then send again.',
      fault: 'policy',
      references: [codes, rfc(7372, '3')],
      example:
        '550 5.7.9 This mail has been blocked because the sender is unauthenticated. Yahoo requires all senders to authenticate with either SPF or DKIM. Authentication results: DKIM = FAILURE - SPF example.org with ip 192.0.2.25 = FAILURE. See https://senders.yahooinc.com/smtp-error-codes/#authentication-failures for more information.',
    },
    {
      id: 'yahoo/header',
      by: 'Yahoo and AOL',
      says: ['message not allowed - headers are not rfc compliant'],
      cause: 'The header of the message breaks RFC 5322, mostly in From, Date or Message-ID.',
      next: 'Set each of these fields exactly once and in the right form.',
      fault: 'client',
      references: [codes, rfc(5322, '3.6')],
      example: '554 Message not allowed - Headers are not RFC compliant[291]',
    },
    {
      id: 'yahoo/not-allowed',
      by: 'Yahoo and AOL',
      says: ['message not allowed - ['],
      cause: 'Yahoo refuses the content of this message; the number in brackets is for Yahoo alone.',
      next: 'Check links, attachments and wording; ask Yahoo with the whole reply if nothing is wrong with them.',
      fault: 'policy',
      references: [codes],
      example: '554 Message not allowed - [299]',
    },
    {
      id: 'yahoo/no-such-user',
      by: 'Yahoo and AOL',
      says: [
        "delivery error: dd this user doesn't have a",
        'delivery error: dd * is no longer valid',
        'requested mail action aborted, mailbox not found',
      ],
      cause: 'There is no such mailbox at Yahoo or AOL.',
      next: 'Take the address off the list; many such addresses harm the reputation of the sender.',
      fault: 'client',
      references: [codes, rfc(3463, '3.2')],
      example:
        "554 delivery error: dd This user doesn't have a yahoo.com account (bob@yahoo.com) [-9] - mta1234.mail.bf1.yahoo.com",
    },
    {
      id: 'yahoo/mailbox-disabled',
      by: 'Yahoo and AOL',
      says: [
        'cannot be delivered. this mailbox is disabled (554.30)',
        'cannot be delivered. this account has been disabled or discontinued',
      ],
      cause:
        'The account exists at Yahoo, but its mailbox is switched off, mostly because nobody has used it for a year.',
      next: 'Take the address off the list.',
      fault: 'server',
      references: [codes, rfc(3463, '3.3')],
      example:
        '554 30 Sorry, your message to bob@yahoo.com cannot be delivered. This mailbox is disabled (554.30).',
    },
    {
      id: 'yahoo/recipient-rate',
      by: 'Yahoo and AOL',
      says: ['user is receiving mail too quickly'],
      codes: ['450'],
      cause: 'The recipient gets mail faster than Yahoo allows.',
      next: 'Retry later, and send fewer messages to this address.',
      fault: 'policy',
      references: [codes],
      example: '450 User is receiving mail too quickly',
    },
    {
      id: 'yahoo/messages-per-connection',
      by: 'Yahoo and AOL',
      says: ['max message per connection reached, closing transmission channel'],
      cause: 'Yahoo takes only some messages over one connection.',
      next: 'Open a new connection for the next messages; set the limit in the mail server to 20 a connection or fewer.',
      fault: 'client',
      references: [codes, practices],
      example: '421 Max message per connection reached, closing transmission channel',
    },
    {
      id: 'yahoo/unresolvable-sender',
      by: 'Yahoo and AOL',
      says: ['deferred due to unresolvable rfc.5321'],
      cause:
        'The domain in MAIL FROM has neither MX nor address records, or its name servers do not answer Yahoo.',
      next: 'Correct the DNS of the domain, or use one in MAIL FROM that can take bounces.',
      fault: 'client',
      references: [codes, rfc(5321, '2.3.5')],
      example:
        '451 Message temporarily deferred due to unresolvable RFC.5321 from domain. See https://senders.yahooinc.com/error-codes#unresolvable-from-domain',
    },
    {
      id: 'yahoo/busy',
      by: 'Yahoo and AOL',
      says: [
        'resources temporarily unavailable. please try again later [#',
        'message temporarily deferred - [',
      ],
      codes: ['4'],
      cause:
        'Yahoo cannot or will not take this message just now: its servers are busy, or it watches the sender.',
      next: 'Let the queue retry; if it lasts for days, see how much and to whom you send.',
      fault: 'server',
      references: [codes],
      example:
        '451 mta1234.mail.bf1.yahoo.com Resources temporarily unavailable. Please try again later [#4.16.5].',
    },
  ]
}
