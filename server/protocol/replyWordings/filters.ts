import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const amavis = document('Amavis: documentation', 'https://www.ijs.si/software/amavisd/')
const rspamd = document('Rspamd: documentation', 'https://docs.rspamd.com/')

/** What filters say that run beside a mail server, most of them free software. */
export function filters(): readonly ReplyWording[] {
  return [
    {
      id: 'spamassassin/rejected',
      by: 'SpamAssassin',
      says: [
        'blocked by spamassassin',
        'this message scored * spam points',
        'the mail server detected your message as spam and has prevented delivery',
      ],
      cause: 'SpamAssassin on the receiving side gave the message more points than the server accepts.',
      next: 'Run the message through SpamAssassin yourself, which lists the rules that counted: headers, links, missing SPF or DKIM, a listed IP address.',
      fault: 'policy',
      references: [document('SpamAssassin: tests', 'https://spamassassin.apache.org/old/tests_3_3_x.html')],
      example: '550 5.7.1 Blocked by SpamAssassin',
    },
    {
      id: 'amavis/spam',
      by: 'Amavis',
      says: ['reject, id=* - spam', 'bounce, id=* - spam', 'message content rejected, ube'],
      cause: 'Amavis on the receiving side counts the message as spam.',
      next: 'Look for what raises the score: links, missing SPF or DKIM, a listed IP address; the administrator finds the rules in the log by the id.',
      fault: 'policy',
      references: [amavis],
      example: '554 5.7.0 Reject, id=12345-07 - SPAM',
    },
    {
      id: 'amavis/infected',
      by: 'Amavis',
      says: ['reject, id=* - infected'],
      cause: 'A virus scanner on the receiving side found what stands behind INFECTED in the message.',
      next: 'Check the sending computer and the attachment for viruses; a false alarm has to be reported to the maker of the scanner.',
      fault: 'policy',
      references: [amavis],
      example: '554 5.7.0 Reject, id=12345-08 - INFECTED: Eicar-Test-Signature',
    },
    {
      id: 'amavis/banned',
      by: 'Amavis',
      says: ['reject, id=* - banned'],
      cause:
        'The message carries a type of file that the receiving side does not accept; it stands behind BANNED.',
      next: 'Send the file as a link, or in a form that is allowed; renaming it seldom helps, because archives are opened, too.',
      fault: 'policy',
      references: [amavis],
      example: '554 5.7.0 Reject, id=12345-09 - BANNED: .exe,setup.exe',
    },
    {
      id: 'amavis/bad-header',
      by: 'Amavis',
      says: ['reject, id=* - bad_header', 'reject, id=* - bad-header'],
      cause:
        'The header of the message breaks the rules: raw 8-bit characters, an empty or doubled field, a line that is not folded.',
      next: 'Make the program that writes the message encode its headers (RFC 2047) and set each field only once.',
      fault: 'client',
      references: [amavis, rfc(5322, '2.2')],
      example: '554 5.6.0 Reject, id=12345-10 - BAD_HEADER',
    },
    {
      id: 'amavis/processing',
      by: 'Amavis',
      says: ['error in processing, id='],
      cause: 'The content filter of the receiving side broke off; the text behind the id names the step.',
      next: 'Retry later; the administrator repairs the step that failed, most often the virus scanner or the temporary directory.',
      fault: 'server',
      references: [amavis],
      example: '451 4.5.0 Error in processing, id=12345-11, virus_scan FAILED: All virus scanners failed!',
    },
    {
      id: 'rspamd/rate-limit',
      by: 'Rspamd',
      says: ['ratelimit "* exceeded'],
      cause:
        'A rate limit of the receiving server is reached, for the kind that stands in quotation marks (user, sender, recipient, IP address).',
      next: 'Send more slowly; the limit refills with time, so a retry passes later.',
      fault: 'client',
      references: [rspamd],
      example: '451 4.7.1 Ratelimit "user" exceeded',
    },
    {
      id: 'rspamd/dmarc',
      by: 'Rspamd',
      says: ['action set by dmarc policy'],
      cause:
        'The domain in the From header publishes a DMARC policy of reject, and the message passes neither SPF nor DKIM for that domain.',
      next: 'Sign with DKIM for the domain in From, or send through a server of its SPF record with a matching MAIL FROM.',
      fault: 'policy',
      references: [rspamd, rfc(7489, '6.6')],
      example: '550 5.7.1 Action set by DMARC policy',
    },
    {
      id: 'opendmarc/rejected',
      by: 'OpenDMARC',
      says: ['rejected by dmarc policy for'],
      cause:
        'The domain named in the text asks receivers to refuse mail that passes neither SPF nor DKIM for it, and this message does not.',
      next: 'Sign with DKIM for that domain, or send through its own servers; mailing lists and forwarders rewrite the From header.',
      fault: 'policy',
      references: [
        document('OpenDMARC', 'https://github.com/trusteddomainproject/OpenDMARC'),
        rfc(7489, '6.6'),
      ],
      example: '550 5.7.1 rejected by DMARC policy for example.org',
    },
    {
      id: 'policyd-spf/rejected',
      by: 'policyd-spf',
      says: ['message rejected due to: spf', 'message rejected due to: sender policy framework'],
      cause: 'The SPF record of the sender domain does not allow the IP address of the client.',
      next: 'Add the sending server to the SPF record, or send through one that is in it; a forwarder has to rewrite MAIL FROM (SRS).',
      fault: 'policy',
      references: [rfc(7208, '8.4')],
      example:
        '550 5.7.23 <bob@example.net>: Recipient address rejected: Message rejected due to: SPF fail - not authorized. Please see http://www.openspf.net/Why?s=mfrom;id=alice@example.org;ip=203.0.113.9;r=mx.example.net',
    },
    {
      id: 'policyd-weight/rejected',
      by: 'policyd-weight',
      says: [
        'mail appeared to be spam or forged',
        'your mta is listed in too many dnsbls',
        'no dns entries for your mta, helo and domain',
      ],
      cause:
        'policyd-weight added up faults of the client: block lists that name it, and a HELO name, PTR record and sender domain that do not fit together.',
      next: 'Make the PTR record, the EHLO name and its address record agree, and have the address removed from the lists that the text names.',
      fault: 'policy',
      references: [rfc(5782, '2.1'), rfc(7372, '3.3')],
      example:
        '550 5.7.1 <bob@example.net>: Recipient address rejected: Mail appeared to be SPAM or forged. Ask your Mail/DNS-Administrator to correct HELO and DNS MX settings or to get removed from DNSBLs',
    },
    {
      id: 'milter/rejected',
      by: 'Milter',
      says: ['command rejected'],
      codes: ['5.7.1'],
      cause:
        'A mail filter (milter) behind the server refused the command or the message and gave no words of its own.',
      next: 'The administrator of the receiving side finds in the log which filter it was; usual reasons are spam, a virus, SPF or DMARC.',
      fault: 'policy',
      references: [document('Postfix MILTER_README', 'https://www.postfix.org/MILTER_README.html')],
      example: '550 5.7.1 Command rejected',
    },
    {
      id: 'milter/unavailable',
      by: 'Milter',
      says: ['service unavailable - try again later'],
      codes: ['4.7.1'],
      cause:
        'A mail filter (milter) behind the server does not answer or has failed, and the server takes no mail without it.',
      next: 'Retry later; the administrator restarts the filter, or checks its socket and `smtpd_milters`.',
      fault: 'server',
      references: [
        document(
          'Postfix milter_default_action',
          'https://www.postfix.org/postconf.5.html#milter_default_action',
        ),
      ],
      example: '451 4.7.1 Service unavailable - try again later',
    },
  ]
}
