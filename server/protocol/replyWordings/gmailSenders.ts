import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const errors = document('Google: Gmail SMTP errors and codes', 'https://support.google.com/a/answer/3726730')
const guidelines = document('Google: Email sender guidelines', 'https://support.google.com/a/answer/81126')

/** What Gmail says of senders that do not prove who they are. */
export function gmailSenders(): readonly ReplyWording[] {
  return [
    {
      id: 'gmail/unauthenticated',
      by: 'Gmail',
      says: [
        'gmail requires all senders to authenticate with either spf or dkim',
        'is unauthenticated, which poses a security risk to the sender and gmail users',
        'this message does not have authentication information or fails to pass authentication checks',
        'this message does not pass authentication checks (spf and dkim both do not pass)',
      ],
      cause:
        "Neither SPF nor DKIM authenticates the sender's domain, and Gmail takes no mail without one of them.",
      next: 'Publish an SPF record that names this IP address for the domain in MAIL FROM, or better sign with DKIM; then send again.',
      fault: 'policy',
      references: [guidelines, errors, rfc(7372, '3')],
      example: `550-5.7.26 Your email has been blocked because the sender is unauthenticated.
550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.
550-5.7.26
550-5.7.26  Authentication results:
550-5.7.26  DKIM = did not pass
550-5.7.26  SPF [example.org] with ip: [192.0.2.25] = did not pass
550-5.7.26
550-5.7.26  For instructions on setting up authentication, go to
550 5.7.26  https://support.google.com/mail/answer/81126#authentication a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/dmarc',
      by: 'Gmail',
      says: ["is not accepted due to domain's dmarc policy"],
      cause:
        'The domain in the From field asks by its DMARC record to refuse mail that passes neither SPF nor DKIM for just that domain; this message does not pass.',
      next: 'Send it from a server that signs with DKIM for the domain in From, or that its SPF record allows; do not use the address of another domain in From.',
      fault: 'policy',
      references: [guidelines, errors, rfc(7489, '6.3')],
      example: `550-5.7.26 Unauthenticated email from example.org is not accepted due to
550-5.7.26 domain's DMARC policy. Please contact the administrator of
550-5.7.26 example.org domain if this was a legitimate mail. To learn about the
550-5.7.26 DMARC initiative, go to
550 5.7.26  https://support.google.com/mail/?p=DmarcRejection a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/dmarc-undecided',
      by: 'Gmail',
      says: [
        "is not accepted due to domain's dmarc policy, but temporary dns failures prevent authentication",
      ],
      codes: ['4'],
      cause:
        'The domain in the From field wants unauthenticated mail refused, and Gmail could not look up its SPF or DKIM records.',
      next: 'Check that the name servers of the domain answer quickly; the retry passes when they do.',
      fault: 'client',
      references: [errors, rfc(7489, '6.6.2')],
      example: `451-4.7.26 Unauthenticated email from example.org is not accepted due to
451-4.7.26 domain's DMARC policy, but temporary DNS failures prevent
451-4.7.26 authentication. Please contact the administrator of example.org domain
451-4.7.26 if this was a legitimate mail. To learn about the DMARC initiative, go
451-4.7.26 to
451 4.7.26  https://support.google.com/mail/?p=DmarcRejection a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/spf-hard-fail',
      by: 'Gmail',
      says: [
        'has an spf record with a hard fail policy (-all) but it fails to pass spf checks',
        'fails to pass spf checks for an spf record with a hard fail policy (-all)',
      ],
      cause:
        'The SPF record of the domain in MAIL FROM ends with -all and does not name this IP address: the domain itself asks to refuse such mail.',
      next: 'Add the sending address to the SPF record, or send through a server that it names; forwarders should rewrite MAIL FROM (SRS).',
      fault: 'policy',
      references: [guidelines, errors, rfc(7208, '8.4')],
      example: `550-5.7.26 The MAIL FROM domain [example.org] has an SPF record with a hard
550-5.7.26 fail policy (-all) but it fails to pass SPF checks with the ip:
550-5.7.26 [192.0.2.25]. To best protect our users from spam and phishing,
550-5.7.26 the message has been blocked. For more information, go to
550 5.7.26  https://support.google.com/mail/answer/81126#authentication a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/spf-suspicious',
      by: 'Gmail',
      says: ['the spf record of the sending domain has one or more suspicious entries'],
      cause:
        'The SPF record of the domain allows what no honest one does, such as +all or very large networks.',
      next: 'Name in the SPF record only the servers that really send for the domain.',
      fault: 'policy',
      references: [guidelines, errors, rfc(7208, '11.1')],
      example: `550-5.7.24 The SPF record of the sending domain has one or more suspicious
550-5.7.24 entries. For more information, go to
550 5.7.24  https://support.google.com/mail/answer/81126#authentication a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/bulk-spf',
      by: 'Gmail',
      says: [
        'because spf authentication * for this message. gmail requires all bulk email senders to authenticate their email with spf',
        'senders to authenticate with spf. authentication results',
        'because spf authentication',
      ],
      codes: ['4.7.27', '5.7.27'],
      cause: 'Bulk senders have to pass SPF at Gmail, and this message does not.',
      next: 'Put the sending IP address into the SPF record of the domain in MAIL FROM; look at the result that the reply names.',
      fault: 'policy',
      references: [guidelines, errors, rfc(7208, '2.3')],
      example: `421-4.7.27 Your email has been rate limited because SPF authentication didn't
421-4.7.27 pass for this message. Gmail requires all bulk email senders to
421-4.7.27 authenticate their email with SPF.
421-4.7.27
421-4.7.27  Authentication results:
421-4.7.27  SPF example.org with IP address: 192.0.2.25 = Did not pass
421-4.7.27
421-4.7.27  To set up SPF for your sending domains, go to
421 4.7.27  https://support.google.com/a?p=turn-on-spf a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/bulk-tls',
      by: 'Gmail',
      says: [
        'sent over a tls connection. gmail requires all bulk email senders to use tls/ssl',
        'senders to use tls/ssl for smtp',
      ],
      cause: 'Bulk senders have to use TLS at Gmail, and this session is in clear text.',
      next: 'Let the mail server use STARTTLS whenever it is announced; then send again.',
      fault: 'client',
      references: [guidelines, errors, rfc(3207, '4')],
      example: `421-4.7.29 Your email has been rate limited because this message wasn't sent
421-4.7.29 over a TLS connection. Gmail requires all bulk email senders to use
421-4.7.29 TLS/SSL for SMTP connections. For more information, go to
421 4.7.29  https://support.google.com/mail/answer/81126 a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/bulk-dkim',
      by: 'Gmail',
      says: [
        'because dkim authentication * for this message. gmail requires all bulk email senders to authenticate their email with dkim',
        'because dkim does not pass. gmail requires all large senders to authenticate with dkim',
        'because dkim authentication',
      ],
      codes: ['4.7.30', '5.7.30'],
      cause: 'Bulk senders have to sign with DKIM at Gmail, and this message has no signature that holds.',
      next: 'Let the last server of yours sign with DKIM, publish the key under the selector it uses, and let nothing change the message afterwards.',
      fault: 'policy',
      references: [guidelines, errors, rfc(6376, '5')],
      example: `421-4.7.30 Your email has been rate limited because DKIM authentication didn't
421-4.7.30 pass for this message. Gmail requires all bulk email senders to
421-4.7.30 authenticate their email with DKIM.
421-4.7.30
421-4.7.30  Authentication results:
421-4.7.30  DKIM = Did not pass.
421-4.7.30
421-4.7.30  To set up DKIM for your sending domains, go to
421 4.7.30  https://support.google.com/a?p=turn-on-dkim a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/bulk-dmarc-record',
      by: 'Gmail',
      says: [
        'because the sending domain * have a dmarc record',
        'the dmarc record * specify a dmarc policy',
        'gmail requires all bulk email senders to add a dmarc record to their sending domain',
      ],
      cause:
        'Bulk senders need a DMARC record with a policy at Gmail, and the domain in the From field has none.',
      next: 'Publish a TXT record at _dmarc of the domain in From, at least "v=DMARC1; p=none".',
      fault: 'policy',
      references: [guidelines, errors, rfc(7489, '6.3')],
      example: `421-4.7.40 Your email has been rate limited because the sending domain doesn't
421-4.7.40 have a DMARC record, or the DMARC record doesn't specify a DMARC
421-4.7.40 policy. Gmail requires all bulk email senders to add a DMARC record to
421-4.7.40 their sending domain. To set up DMARC, go to
421 4.7.40  https://support.google.com/a?p=turn-on-dmarc a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/bulk-alignment',
      by: 'Gmail',
      says: ['aligned with either the authenticated spf or dkim'],
      cause: 'SPF or DKIM may pass, but for another domain than the one in the From field.',
      next: 'Sign with DKIM for the domain in From, or use that domain in MAIL FROM; at a sending service set up your own domain.',
      fault: 'policy',
      references: [guidelines, errors, rfc(7489, '3.1')],
      example: `421-4.7.32 Your email has been rate limited because the From: header (RFC5322)
421-4.7.32 in this message isn't aligned with either the authenticated SPF or
421-4.7.32 DKIM organizational domain. To learn more about DMARC alignment, go to
421 4.7.32  https://support.google.com/mail/answer/81126 a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/no-reverse-dns',
      by: 'Gmail',
      says: [
        'the ip address sending this message does not have a ptr record',
        'the sending ip address for this message * have a ptr record',
        'the sending ip does not match the ip address of the hostname specified in the pointer (ptr) record',
      ],
      cause: 'The IP address has no name in DNS (PTR), or the name does not lead back to the address.',
      next: 'Let the owner of the address (your hosting provider) set a PTR record to a host name of yours, and give that name an A or AAAA record with the address; mind IPv6.',
      fault: 'client',
      references: [guidelines, errors, rfc(7372, '3.3')],
      example: `550-5.7.25 [192.0.2.25] The IP address sending this message does not have a
550-5.7.25 PTR record setup, or the corresponding forward DNS entry does not
550-5.7.25 match the sending IP. As a policy, Gmail does not accept messages from
550-5.7.25 IPs with missing PTR records. For more information, go to
550 5.7.25  https://support.google.com/mail/answer/81126#ip-practices a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/ipv6-guidelines',
      by: 'Gmail',
      says: ['this message does not meet ipv6 sending guidelines regarding ptr records and authentication'],
      cause:
        'The message comes over IPv6, where Gmail wants a PTR record and SPF or DKIM, and one of them is missing.',
      next: 'Set the PTR record of the IPv6 address and name the address in SPF; or let the server send over IPv4.',
      fault: 'client',
      references: [guidelines, errors, rfc(7372, '3.3')],
      example: `550-5.7.1 [2001:db8::25      16] Our system has detected that this message does
550-5.7.1 not meet IPv6 sending guidelines regarding PTR records and
550-5.7.1 authentication. Please review
550-5.7.1  https://support.google.com/mail/?p=IPv6AuthError for more information
550 5.7.1 . a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp`,
    },
    {
      id: 'gmail/bad-hello',
      by: 'Gmail',
      says: [
        'empty helo/ehlo argument not allowed, closing connection',
        'helo/ehlo argument * invalid, closing connection',
      ],
      cause:
        'The name in EHLO or HELO is missing or is no host name (an underscore, a space, an address without brackets).',
      next: 'Set the host name of the client to a fully-qualified domain name; without a name, send the address in brackets, e.g. [192.0.2.25].',
      fault: 'client',
      references: [errors, rfc(5321, '4.1.3')],
      example: `501-5.5.4 HELO/EHLO argument "my_host" invalid, closing connection.
501-5.5.4 For more information, go to
501 5.5.4  https://support.google.com/mail/?p=helo a1b2c3d4e5f6-0a1b2c3d4e5sm1234567abc.12 - gsmtp`,
    },
  ]
}
