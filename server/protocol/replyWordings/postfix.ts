import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

function setting(name: string) {
  return document(`Postfix ${name}`, `https://www.postfix.org/postconf.5.html#${name}`)
}

/** What Postfix says about addresses: of recipients, of senders, of neither. */
export function postfix(): readonly ReplyWording[] {
  return [
    {
      id: 'postfix/relay-access-denied',
      by: 'Postfix',
      says: ['relay access denied'],
      cause:
        'This Postfix does not receive mail for the domain of the recipient, and it does not let this client relay, neither by its address nor by a login.',
      next: 'Send through the submission port (587 or 465) of your own provider and log in; if the mail belongs here, the administrator has to add the domain to `mydestination`, `virtual_mailbox_domains` or `relay_domains`.',
      fault: 'client',
      references: [setting('smtpd_relay_restrictions'), rfc(5321, '7.9')],
      example: '554 5.7.1 <bob@example.net>: Relay access denied',
    },
    {
      id: 'postfix/unknown-local-recipient',
      by: 'Postfix',
      says: ['user unknown in local recipient table'],
      cause:
        'The domain is local to this Postfix, but it knows neither an account nor an alias with this name.',
      next: 'Check the spelling of the address and take it off lists; if it should exist, the administrator looks at `local_recipient_maps` and at whether the domain belongs into `mydestination` at all.',
      fault: 'client',
      references: [setting('local_recipient_maps'), rfc(3463, '3.2')],
      example:
        '550 5.1.1 <nosuch@example.org>: Recipient address rejected: User unknown in local recipient table',
    },
    {
      id: 'postfix/unknown-virtual-recipient',
      by: 'Postfix',
      says: ['user unknown in virtual mailbox table', 'user unknown in virtual alias table'],
      cause:
        'The domain is a virtual domain of this Postfix, but its table has no mailbox or alias for this address.',
      next: 'Check the spelling of the address; if the mailbox is new, the administrator checks the table behind `virtual_mailbox_maps` or `virtual_alias_maps` with `postmap -q`.',
      fault: 'client',
      references: [setting('virtual_mailbox_maps'), setting('virtual_alias_maps')],
      example:
        '550 5.1.1 <nosuch@example.org>: Recipient address rejected: User unknown in virtual mailbox table',
    },
    {
      id: 'postfix/unknown-relay-recipient',
      by: 'Postfix',
      says: ['user unknown in relay recipient table'],
      cause:
        'This Postfix passes mail for the domain on to another host, but its list of the valid recipients there does not contain this address.',
      next: 'Check the spelling of the address; if it exists behind the gateway, the administrator brings `relay_recipient_maps` up to date.',
      fault: 'client',
      references: [setting('relay_recipient_maps')],
      example:
        '550 5.1.1 <nosuch@example.org>: Recipient address rejected: User unknown in relay recipient table',
    },
    {
      id: 'postfix/sender-domain-not-found',
      by: 'Postfix',
      says: ['sender address rejected: domain not found'],
      cause:
        'The domain of the MAIL FROM address has neither an MX nor an address record, or DNS did not answer; bounces could not be delivered there.',
      next: 'Use a sender address whose domain exists in DNS; programs often make one up from the name of the host, as in `user@web1.localdomain`.',
      fault: 'client',
      references: [setting('reject_unknown_sender_domain'), rfc(3463, '3.2')],
      example: '450 4.1.8 <alice@nodomain.example>: Sender address rejected: Domain not found',
    },
    {
      id: 'postfix/recipient-domain-not-found',
      by: 'Postfix',
      says: ['recipient address rejected: domain not found'],
      cause: 'The domain of the recipient has neither an MX nor an address record, or DNS did not answer.',
      next: 'Check the spelling of the domain; with a 4xx code a retry helps if only DNS was slow.',
      fault: 'client',
      references: [setting('reject_unknown_recipient_domain')],
      example: '450 4.1.2 <bob@exmaple.invalid>: Recipient address rejected: Domain not found',
    },
    {
      id: 'postfix/null-mx',
      by: 'Postfix',
      says: ['does not accept mail (nullmx)'],
      cause: 'The domain of the address has a null MX record: it says in DNS that it accepts no mail at all.',
      next: 'Use another address; as a sender address, too, it is useless, because nothing could be returned to it.',
      fault: 'client',
      references: [rfc(7505, '3')],
      example:
        '556 5.1.10 <bob@example.net>: Recipient address rejected: Domain example.net does not accept mail (nullMX)',
    },
    {
      id: 'postfix/address-not-qualified',
      by: 'Postfix',
      says: ['rejected: need fully-qualified address'],
      cause: 'The domain of the address is not fully qualified: it is a bare host name, or it is missing.',
      next: 'Configure the sending program so that its addresses end with a full domain, e.g. `root@web1.example.org`.',
      fault: 'client',
      references: [setting('reject_non_fqdn_sender'), setting('reject_non_fqdn_recipient')],
      example: '504 5.5.2 <root@web1>: Sender address rejected: need fully-qualified address',
    },
    {
      id: 'postfix/sender-not-owned',
      by: 'Postfix',
      says: ['sender address rejected: not owned by user'],
      cause: 'The login is valid, but the server does not let this account use the address in MAIL FROM.',
      next: 'Send with an address of the account itself, or have the administrator enter the pair in `smtpd_sender_login_maps`.',
      fault: 'policy',
      references: [setting('smtpd_sender_login_maps')],
      example: '553 5.7.1 <sales@example.org>: Sender address rejected: not owned by user alice@example.org',
    },
    {
      id: 'postfix/sender-not-logged-in',
      by: 'Postfix',
      says: ['sender address rejected: not logged in'],
      cause:
        'The address in MAIL FROM belongs to an account of this server, and only whoever is logged in to that account may use it.',
      next: 'Log in on the submission port before sending with this address; a web server or device without a login needs another sender address or an exception.',
      fault: 'client',
      references: [setting('reject_sender_login_mismatch')],
      example: '553 5.7.1 <alice@example.org>: Sender address rejected: not logged in',
    },
    {
      id: 'postfix/sender-not-verified',
      by: 'Postfix',
      says: ['sender address rejected: unverified address', 'sender address rejected: undeliverable address'],
      cause:
        'Postfix asked the MX host of the sender whether the MAIL FROM address exists, and the answer was no or did not come.',
      next: 'Make the MX host of the sender accept mail for this address, also from the null sender `<>`; with a 4xx code the client then retries.',
      fault: 'client',
      references: [
        document(
          'Postfix ADDRESS_VERIFICATION_README',
          'https://www.postfix.org/ADDRESS_VERIFICATION_README.html',
        ),
      ],
      example:
        '450 4.1.7 <alice@example.org>: Sender address rejected: unverified address: connect to mx.example.org[192.0.2.25]:25: Connection timed out',
    },
    {
      id: 'postfix/recipient-not-verified-yet',
      by: 'Postfix',
      says: ['recipient address rejected: unverified address'],
      cause: 'Postfix asks the mail host behind it whether the recipient exists and has no clear answer yet.',
      next: 'Retry in some minutes, when the answer is known; if it stays so, the administrator checks the connection to the host that the text names.',
      fault: 'server',
      references: [
        document(
          'Postfix ADDRESS_VERIFICATION_README',
          'https://www.postfix.org/ADDRESS_VERIFICATION_README.html',
        ),
      ],
      example:
        '450 4.1.1 <bob@example.net>: Recipient address rejected: unverified address: Address verification in progress',
    },
    {
      id: 'postfix/recipient-undeliverable',
      by: 'Postfix',
      says: ['recipient address rejected: undeliverable address'],
      cause: 'The host behind this Postfix refuses the recipient; the text quotes what it said.',
      next: 'Act on the quoted reply: as a rule the address does not exist, so check its spelling.',
      fault: 'client',
      references: [
        document(
          'Postfix ADDRESS_VERIFICATION_README',
          'https://www.postfix.org/ADDRESS_VERIFICATION_README.html',
        ),
      ],
      example:
        '550 5.1.1 <nosuch@example.net>: Recipient address rejected: undeliverable address: host mail.example.net[192.0.2.80] said: 550 5.1.1 no such user (in reply to RCPT TO command)',
    },
    {
      id: 'postfix/access-denied',
      by: 'Postfix',
      says: [
        'rejected: access denied',
        'recipient address rejected: access denied',
        'sender address rejected: access denied',
        'client host rejected: access denied',
        'helo command rejected: access denied',
      ],
      codes: ['5.7.1', '4.7.1'],
      cause:
        'An access rule of the receiving server refuses what the text names: the client, the HELO name, the sender or the recipient. It does not say that the mailbox is missing.',
      next: 'Ask the administrator of the receiving side, over another channel, which rule it is; sending again unchanged is of no use.',
      fault: 'policy',
      references: [
        setting('check_recipient_access'),
        setting('check_client_access'),
        setting('check_sender_access'),
      ],
      example: '554 5.7.1 <bob@example.net>: Recipient address rejected: Access denied',
    },
    {
      id: 'postfix/smtputf8-not-declared',
      by: 'Postfix',
      says: ['must declare smtputf8 to send unicode address'],
      cause:
        'The address contains characters beyond ASCII, and MAIL FROM did not carry the parameter SMTPUTF8.',
      next: 'Add `SMTPUTF8` to MAIL FROM where the EHLO reply announces it, or use the ASCII form of the address.',
      fault: 'client',
      references: [rfc(6531, '3.4')],
      example: '553 5.6.7 Must declare SMTPUTF8 to send unicode address',
    },
  ]
}
