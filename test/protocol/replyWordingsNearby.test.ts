import assert from 'node:assert/strict'
import { found } from './wordedReply.ts'

/** Replies that share words with a row but mean something else, and what they mean. */
const nearby: readonly (readonly [string, string | null])[] = [
  // SPF, DKIM and DMARC are no logins, and a login is none of them.
  [
    '550 5.7.26 This mail has been blocked because the sender is unauthenticated. The sender must authenticate with at least one of SPF or DKIM.',
    'any/unauthenticated',
  ],
  ['550 5.7.1 Email authentication failed: SPF and DKIM did not pass', 'any/unauthenticated'],
  ['550 5.7.1 DKIM authentication failed', 'any/unauthenticated'],
  ['550 5.7.1 You must authenticate', 'any/login-required'],
  ['550 5.7.1 The domain example.org has no DMARC record', 'any/dmarc-record'],
  ["550 5.7.1 From header isn't aligned, see DMARC", 'any/dmarc'],
  ['550 203.0.113.9 is not allowed to send mail from example.org', 'any/sender-not-permitted'],
  ['550 SPF: 203.0.113.9 is not allowed to send mail from example.org', 'any/spf'],
  // Who is unknown: the recipient or the user of a login; which account is locked or closed.
  ['550 User not found', 'any/user-unknown'],
  ['535 5.7.8 User not found', 'any/login-user-unknown'],
  ['450 4.2.1 mailbox temporarily locked', 'any/mailbox-unavailable-now'],
  ['454 4.7.0 Account locked', 'any/too-many-logins'],
  ['421 4.3.2 Not accepting mail at this time', null],
  ['550 The certificate of this service is no longer valid', null],
  ['550 5.1.1 Invalid address', 'any/invalid-address'],
  ['501 5.1.3 Malformed address', 'any/address-syntax'],
  ['554 User agent refused, reason unknown', 'any/refused'],
  // A quota of what may be sent is no full mailbox, and a time to wait no greylisting.
  ['550 5.7.1 Daily sending quota exceeded', 'any/sending-quota'],
  ['550 5.2.2 Quota exceeded', 'any/mailbox-full'],
  ['421 4.7.0 Rate limit exceeded, try again in 60 seconds', 'any/rate-limit'],
  ['451 4.7.1 Greylisted, please try again in 180 seconds', 'any/greylisting'],
  ['451 4.7.1 Please try again in 300 seconds', 'any/try-again-in'],
  ['451 4.2.1 The user is receiving mail too quickly', 'any/recipient-rate'],
  // What did not answer: the client, a system behind the server, the name servers, the next host.
  ['421 4.4.2 Connection timed out', 'any/timeout'],
  ['451 4.3.0 Connection to the filter timed out', 'any/processing-timeout'],
  ['450 4.4.1 Connection timed out', 'any/next-host'],
  ['450 4.4.316 Connection refused', 'any/next-host'],
  ['554 Connection refused', 'any/access-denied'],
  ['450 4.4.3 DNS lookup timed out', 'any/dns-failure'],
  ['550 5.7.1 Reverse DNS lookup failed', 'any/reverse-dns'],
  ['550 5.7.1 HELO name does not resolve', 'any/hello-name'],
  ['550 EHLO hostname does not resolve', 'any/hello-name'],
  ['450 4.1.8 Domain not found: root@localhost.localdomain', 'any/sender-domain'],
  ['421 4.3.0 cannot open queue file: Permission denied', 'any/local-error'],
  // A command that stands in the wrong place is not unknown, and a rule has not refused it.
  ['503 5.5.1 Invalid command sequence', null],
  ['503 Command rejected', null],
  ['504 Command parameter not implemented', 'any/unknown-parameter'],
  ['554 5.6.0 Cannot decode the attachment', null],
  // Words that a server shares with others do not name it.
  ['550 5.7.1 Message content rejected', 'any/policy'],
  ['535 Error: authentication failed', 'any/login-failed'],
  ['421 4.7.0 mx.acme.com Error: too many errors', 'postfix/too-many-errors'],
  ['550 5.1.1 <bob@example.org>: Recipient address rejected: Address does not exist', 'any/user-unknown'],
  ['550 5.7.1 Email rejected per DMARC policy for example.org', 'any/dmarc'],
  ['554 5.7.1 You are not allowed to connect', 'any/access-denied'],
  ['554 Your mail is not welcome here', 'any/access-denied'],
  ['530 SMTP authentication is required.', 'any/login-required'],
  ['421 Server too busy; please try again later', 'any/load'],
  ['554 5.4.6 Routing loop detected', 'any/loop'],
  ['550 5.7.1 Unable to relay', 'any/relay-denied'],
  ['552 5.2.2 Mailbox size limit exceeded', 'any/mailbox-full'],
  ['550 5.7.1 Message rejected due to spam content', 'any/spam'],
  ['550 Invalid recipient: <bob@example.net>', 'any/invalid-recipient'],
  ['554 rDNS Lookup Failed', 'any/reverse-dns'],
  ['554 5.7.1 <bob@example.net>: Relay access denied', 'postfix/relay-access-denied'],
  ['550 5.4.1 [bob@example.net]: Relay Access Denied', 'microsoft/relay-access-denied'],
  ['451 4.3.0 Temporary lookup failure', 'any/local-error'],
  // Groups that take mail only from their organisation do not ask for a login.
  [
    '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required; Delivery restriction check failed because the sender was not authenticated when sending to this group',
    'microsoft/restricted-recipient',
  ],
  // A domain that leads back to the host itself is no loop of messages.
  ['554 5.4.6 mail for example.org loops back to myself', 'postfix/loops-back'],
  ['554 5.4.6 This message is looping', 'any/loop'],
  // Of Spamhaus, which list, where the text says so.
  ['550 5.7.1 A link in your message is listed by Spamhaus', 'spamhaus/listed'],
  [
    '554 5.7.1 Sender address [alice@example.org] blocked using dbl.spamhaus.org; https://check.spamhaus.org/',
    'spamhaus/dbl',
  ],
  ['554 5.7.1 Client host [203.0.113.9] blocked using Spamhaus', 'spamhaus/ip-lists'],
]

describe('a reply that shares words with others', () => {
  for (const [reply, id] of nearby)
    it(`is ${id ?? 'left to its codes'}: ${reply}`, () => assert.equal(found(reply), id))
})
