import { type Reference, rfc } from '../../server/protocol/references.ts'
import type { Disagreement } from './agreement.ts'

/** A way in which servers depart from the RFCs, or from each other where an RFC is firm. */
export interface Liberty {
  /** What the servers do. */
  readonly what: string
  /** What they depart from. */
  readonly from: Reference
  readonly servers: readonly string[]
  /** The groups of disagreement that it explains. */
  readonly groups: RegExp
}

/** The liberties of the recorded servers. Every disagreement has to be one of them. */
export const liberties: readonly Liberty[] = [
  {
    what: 'They take only one hello in a session and answer the next with 503.',
    from: rfc(5321, '4.1.4'),
    servers: ['opensmtpd-6.8', 'opensmtpd-7.8', 'python-smtpd', 'qpsmtpd'],
    groups: /^(?:EHLO|HELO) in (?:ready|mail|rcpt|tls-ready|data-rejected): allowed, but 503$/,
  },
  {
    what: 'They let a new MAIL replace the open transaction, silently.',
    from: rfc(5321, '4.1.4'),
    servers: ['haraka', 'qpsmtpd'],
    groups:
      /^MAIL in (?:mail|rcpt|data-rejected): sequence\/(?:nested-mail|mail-after-refused-data), but (?:250|450)$/,
  },
  {
    what: 'They take MAIL from a client that has not said hello.',
    from: rfc(5321, '4.1.1.1'),
    servers: [
      'courier',
      'dovecot-lmtp',
      'dovecot-submission',
      'dovecot-submission-auth',
      'postfix',
      'sendmail',
    ],
    groups: /^MAIL in greeted: sequence\/mail-(?:before-hello|after-refused-hello), but (?:250|450)$/,
  },
  {
    what: 'They remember the hello from before STARTTLS.',
    from: rfc(3207, '4.2'),
    servers: [
      'courier',
      'dovecot-lmtp',
      'dovecot-submission',
      'haraka',
      'postfix',
      'qpsmtpd',
      'sendmail',
      'sendmail-debian',
    ],
    groups: /^(?:MAIL|AUTH) in tls-ready: tls\/hello-missing-after-starttls, but (?:2|3|45)\d+$/,
  },
  {
    what: 'They authenticate inside a transaction.',
    from: rfc(4954, '4'),
    servers: ['aiosmtpd', 'haraka', 'postfix', 'qpsmtpd', 'smtp-server', 'smtp-server-lmtp'],
    groups: /^AUTH in (?:mail|rcpt|data-rejected|bdat): auth\/inside-transaction, but [23]\d\d$/,
  },
  {
    what: 'It authenticates a second time.',
    from: rfc(4954, '4'),
    servers: ['haraka'],
    groups: /^AUTH in ready: auth\/already-authenticated, but (?:235|334)$/,
  },
  {
    what: 'It reads a command, or the `*` that cancels, as credentials, or credentials as a command.',
    from: rfc(4954, '4'),
    servers: ['haraka'],
    groups:
      /^(?:auth-response in auth-exchange: allowed, but 503|BDAT in ready: sequence\/data-without-mail, but 334)$/,
  },
  {
    what: 'It keeps the transaction when it answers a hello in the middle of it with 250, or a BDAT it does not know with 502.',
    from: rfc(5321, '4.1.4'),
    servers: ['courier', 'haraka'],
    groups:
      /^(?:RCPT in ready: sequence\/rcpt-(?:without-mail|after-refused-mail), but 250|DATA in ready: sequence\/data-without-mail, but 354)$/,
  },
  {
    what: 'They insist on a hello, or on one after STARTTLS, before RSET.',
    from: rfc(5321, '4.1.4'),
    servers: ['opensmtpd-6.8', 'opensmtpd-7.8'],
    groups: /^RSET in (?:greeted|tls-ready): allowed, but 503$/,
  },
  {
    what: 'Debian configures it to insist on a hello before VRFY and EXPN.',
    from: rfc(5321, '4.1.4'),
    servers: ['sendmail-debian'],
    groups: /^(?:VRFY|EXPN) in greeted: allowed, but 503$/,
  },
  {
    what: 'It takes nothing but BDAT, and after a mistake nothing but RSET, while a chunked message is open.',
    from: rfc(5321, '4.1.4'),
    servers: ['exim'],
    groups: /^(?:EHLO|HELO|LHLO|NOOP|VRFY|EXPN|HELP|BDAT|QUIT) in bdat(?:-failed)?: allowed, but 503$/,
  },
  {
    what: 'They count a refused BDAT as the begin of a message, and want RSET before anything else.',
    from: rfc(3030, '2'),
    servers: ['postfix', 'postfix-strict', 'dovecot-lmtp', 'dovecot-submission', 'dovecot-submission-auth'],
    groups: /^(?:MAIL in (?:ready|tls-ready)|RCPT in (?:mail|rcpt)|BDAT in rcpt): allowed, but 503$/,
  },
  {
    what: 'A refused BDAT ends the transaction, so that MAIL is the first of a new one and AUTH stands between two.',
    from: rfc(5321, '4.1.4'),
    servers: ['postfix', 'postfix-strict'],
    groups: /^MAIL in (?:mail|rcpt): sequence\/(?:nested-mail|mail-after-refused-data), but 250$/,
  },
  {
    what: 'They take recipients between the chunks of a message, also after a DATA among them.',
    from: rfc(3030, '2'),
    servers: ['dovecot-lmtp', 'dovecot-submission-auth'],
    groups: /^RCPT in bdat(?:: data\/rcpt-after-bdat|-failed: data\/command-after-failed-bdat), but 250$/,
  },
  {
    what: 'They do not know BODY=BINARYMIME and take DATA for such a message.',
    from: rfc(3030, '3'),
    servers: ['courier', 'haraka', 'qpsmtpd'],
    groups: /^DATA in rcpt: data\/data-after-bdat, but 354$/,
  },
  {
    what: 'It queues a delivery by ETRN inside a transaction.',
    from: rfc(1985, '5'),
    servers: ['sendmail', 'sendmail-debian'],
    groups: /^ETRN in (?:mail|rcpt): sequence\/verb-inside-transaction, but 250$/,
  },
  {
    what: 'They answer a parameter that they do not take with 503 instead of 555.',
    from: rfc(5321, '4.1.1.11'),
    servers: ['opensmtpd-6.8', 'opensmtpd-7.8'],
    groups: /^(?:MAIL in ready|RCPT in mail): allowed, but 503$/,
  },
  {
    what: 'They drop the open transaction for a second MAIL even when they refuse that one.',
    from: rfc(5321, '4.1.4'),
    servers: ['haraka', 'qpsmtpd'],
    groups: /^RCPT in mail: allowed, but 503$/,
  },
]

/** The liberty that explains a disagreement, or undefined. */
export function libertyOf({ server, group }: Disagreement): Liberty | undefined {
  return liberties.find(liberty => liberty.servers.includes(server) && liberty.groups.test(group))
}
