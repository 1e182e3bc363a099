import { document, rfc } from '../references.ts'
import type { ReplyWording } from './replyWording.ts'

const lmtp = document(
  'Dovecot: LMTP server',
  'https://doc.dovecot.org/2.3/configuration_manual/protocols/lmtp_server/',
)
const courier = document('courier(8)', 'https://www.courier-mta.org/courier.html')
const zimbra = document('Zimbra: MTA', 'https://wiki.zimbra.com/wiki/Zimbra_MTA')

/** What servers say that stand in front of mailboxes: Dovecot, Courier, Cyrus and Zimbra. */
export function dovecot(): readonly ReplyWording[] {
  return [
    {
      id: 'dovecot/user-does-not-exist',
      by: 'Dovecot',
      says: ["> user doesn't exist: "],
      cause: 'The user database of Dovecot has no entry for this recipient.',
      next: 'Check the spelling of the address; if the mailbox exists, the administrator compares the form of the name (with or without domain) with the user database, using `doveadm user`.',
      fault: 'client',
      references: [lmtp, rfc(3463, '3.2')],
      example: "550 5.1.1 <nosuch@example.org> User doesn't exist: nosuch@example.org",
    },
    {
      id: 'dovecot/quota',
      by: 'Dovecot',
      says: ['quota exceeded (mailbox for user is full)'],
      cause: 'The mailbox of the recipient has reached its quota.',
      next: 'The recipient deletes or archives mail; the sender tries again later or uses another way.',
      fault: 'server',
      references: [
        document('Dovecot: quota', 'https://doc.dovecot.org/2.3/configuration_manual/quota/'),
        rfc(3463, '3.3'),
      ],
      example: '552 5.2.2 <bob@example.org> Quota exceeded (mailbox for user is full)',
    },
    {
      id: 'dovecot/internal-error',
      by: 'Dovecot',
      says: ['> temporary internal error'],
      codes: ['4'],
      cause:
        'Dovecot could not deliver for a reason of its own: a permission, a user database that does not answer, a full disk.',
      next: 'The message is kept and retried; the administrator finds the reason in the log of Dovecot under the same time.',
      fault: 'server',
      references: [lmtp],
      example: '451 4.3.0 <bob@example.org> Temporary internal error',
    },
    {
      id: 'dovecot/sieve',
      by: 'Dovecot',
      says: ['execution of sieve filters was aborted due to temporary failure'],
      cause:
        'The Sieve script of the recipient, or one that the administrator runs for all, could not be carried out.',
      next: 'The message is kept and retried; the administrator looks into the log and into `.dovecot.sieve.log` of the user.',
      fault: 'server',
      references: [
        document('Dovecot: Pigeonhole Sieve', 'https://doc.dovecot.org/2.3/configuration_manual/sieve/'),
      ],
      example: '451 4.2.0 <bob@example.org> Execution of Sieve filters was aborted due to temporary failure',
    },
    {
      id: 'dovecot/too-many-deliveries',
      by: 'Dovecot',
      says: ['too many concurrent deliveries for user'],
      cause: 'So many messages for this user arrive at once that the limit per user is reached.',
      next: 'They are retried; the administrator may lower the number of parallel deliveries of the MTA or raise `lmtp_user_concurrency_limit`.',
      fault: 'server',
      references: [lmtp],
      example: '451 4.3.0 <bob@example.org> Too many concurrent deliveries for user',
    },
    {
      id: 'cyrus/mailbox-unknown',
      by: 'Cyrus IMAP',
      says: ['mailbox unknown. either there is no mailbox associated with this'],
      cause: 'Cyrus has no mailbox for this recipient, or the sender may not know of it.',
      next: 'Check the spelling of the address; the administrator looks for `user/name` with cyradm, also for its spelling in upper and lower case.',
      fault: 'client',
      references: [rfc(3463, '3.2')],
      example:
        '550-Mailbox unknown.  Either there is no mailbox associated with this\n550-name or you do not have authorization to see it.\n550 5.1.1 User unknown',
    },
    {
      id: 'cyrus/no-permission',
      by: 'Cyrus IMAP',
      says: ['you do not have permission to post a message to this mailbox'],
      cause: 'The mailbox exists, but its access rights do not let this sender post to it.',
      next: 'The owner of the mailbox, or the administrator, grants the right `p` (post) to `anyone`.',
      fault: 'policy',
      references: [rfc(3463, '3.8')],
      example:
        '550-You do not have permission to post a message to this mailbox.\n550-Please contact the owner of this mailbox in order to submit\n550-your message, or postmaster if you believe you\n550-received this message in error.\n550 5.7.1 Message refused',
    },
    {
      id: 'courier/sender-domain',
      by: 'Courier',
      says: ['domain does not exist', 'rfc 1035 violation', 'invalid domain, see <url'],
      codes: ['517'],
      cause:
        'The domain of the MAIL FROM address is not in DNS, or its MX records break the rules (an IP address or an alias as target).',
      next: 'Use a sender address with a domain that exists; if it does, let its MX record point to a host name that has an address record.',
      fault: 'client',
      references: [courier, rfc(1035, '3.3.9')],
      example:
        '517-Domain does not exist: nodomain.example.\n517 Invalid domain, see <URL:https://www.ietf.org/rfc/rfc1035.txt>',
    },
    {
      id: 'courier/spf',
      by: 'Courier',
      says: ['address does not pass the sender policy framework'],
      cause: 'The SPF record of the domain does not allow the IP address of the client to send for it.',
      next: 'Send through a server that the SPF record names, or have the record extended by this address.',
      fault: 'policy',
      references: [courier, rfc(7208, '8.4')],
      example: '517 SPF fail alice@example.org: Address does not pass the Sender Policy Framework',
    },
    {
      id: 'courier/dns-failure',
      by: 'Courier',
      says: ['dns lookup failure', 'dns lookup on helo'],
      codes: ['417'],
      cause: 'DNS did not answer for the domain of the sender, or for the name in EHLO.',
      next: 'Retry later; if it stays so, check the name servers of the domain.',
      fault: 'client',
      references: [courier],
      example: '417 DNS lookup failure: example.org. Try again later.',
    },
    {
      id: 'zimbra/wrong-server',
      by: 'Zimbra',
      says: ['mailbox is not on this server'],
      cause:
        'The message was handed to a Zimbra server that does not hold this mailbox; that happens while an account is being moved or when routing data is old.',
      next: 'It is retried and finds its way; if not, the administrator compares `zimbraMailHost` of the account.',
      fault: 'server',
      references: [zimbra],
      example: '450 4.2.0 Mailbox is not on this server',
    },
    {
      id: 'zimbra/delivery-failure',
      by: 'Zimbra',
      says: ['temporary message delivery failure try again'],
      cause: 'The mailbox service of Zimbra could not store the message.',
      next: 'It is retried; the administrator finds the exception in `mailbox.log`.',
      fault: 'server',
      references: [zimbra],
      example: '451 4.0.0 Temporary message delivery failure try again',
    },
  ]
}
