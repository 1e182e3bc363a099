import assert from 'node:assert/strict'
import { found } from './wordedReply.ts'

/** Replies that are near a row but belong to another one, or to none. */
const nearMisses: readonly (readonly [string, string | null])[] = [
  ['250 2.1.0 Sender ok', null],
  ['354 go ahead', null],
  ['220 mx.example.org ESMTP Exim 4.96', null],
  ['550 Requested action not taken', 'any/refused'],
  ['450 4.1.1 <bob@example.org>: user unknown', null],
  ['550 5.4.1 [bob@example.org]: Recipient address rejected: Access denied', 'microsoft/recipient-rejected'],
  ['554 5.7.1 <bob@example.org>: Recipient address rejected: Access denied', 'postfix/access-denied'],
  ['452 4.5.3 Error: too many recipients', 'postfix/too-many-recipients'],
  ['450 4.7.1 Error: too many recipients from 203.0.113.9', 'postfix/client-limit'],
  ['421 4.3.2 mx.example.org Service currently unavailable', 'postscreen/tested'],
  ['450 4.7.1 Service currently unavailable', null],
  ['550 5.5.1 Protocol error', 'postfix/postscreen-protocol'],
  ['550 5.7.1 Protocol error', null],
  ['451 4.7.1 Try again later', 'any/try-later'],
  ['451 4.7.1 Greylisted, try again later', 'any/greylisting'],
  ['550 5.7.1 Greylisted addresses are not welcome', 'any/access-denied'],
  ['554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using bl.example.net', 'any/block-list'],
  ['554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using sbl.spamhaus.org', 'spamhaus/sbl'],
  [
    '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using sbl-xbl.spamhaus.org',
    'spamhaus/ip-lists',
  ],
  ['554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using pbl.spamhaus.org', 'spamhaus/pbl'],
  [
    '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using b.barracudacentral.org',
    'barracuda/reputation',
  ],
  [
    '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using dnsbl-2.uceprotect.net',
    'uceprotect/network',
  ],
  ['550 5.7.1 <bob@example.net>: Helo command rejected: You are not me', 'any/hello-name'],
  ['550 5.7.1 Command rejected', 'milter/rejected'],
  ['550 5.7.1 XGEMAIL_0011 Command rejected', 'sophos/unknown-recipient'],
  ['503 5.5.1 Error: need RCPT command', 'any/recipient-first'],
  ['503 5.5.1 Error: nested MAIL command', 'any/mail-already-open'],
  ['503 AUTH command used when not advertised', 'exim/auth-not-advertised'],
  ['503 BDAT command used when CHUNKING not advertised', 'exim/not-advertised'],
  ['535 5.7.8 Error: authentication failed: UGFzc3dvcmQ6', 'postfix/auth-failed'],
  [
    '535 5.7.8 Error: authentication failed: Invalid base64 data in continued response',
    'postfix/auth-base64',
  ],
  [
    '550 permanent failure for one or more recipients (bob@example.org:550 5.1.1 User unknown)',
    'barracuda/permanent-failure',
  ],
  [
    '550 Administrative prohibition - envelope blocked - https://community.mimecast.com/docs/DOC-1369#550 [id]',
    'mimecast/envelope-blocked',
  ],
  ['550 Administrative prohibition', 'exim/administrative-prohibition'],
  [
    '554 5.2.2 <bob@example.org>: Recipient address rejected: Quota exceeded (mailbox for user is full)',
    'dovecot/quota',
  ],
  ['501 Error: SMTPUTF8 takes no arguments', 'any/unknown-parameter'],
  ['554 5.5.0 Error: transaction timeout', 'any/processing-timeout'],
  ['421 4.4.2 Error: transaction timeout', 'any/timeout'],
  ['550 Relaying denied (#5.7.1)', 'any/relay-denied'],
  [
    '550 5.7.1 <bob@example.net>... Relaying denied. Proper authentication required.',
    'sendmail/relaying-denied-login',
  ],
  ['421 4.7.0 Try again later, closing connection.', 'any/service-closing'],
  [
    '550-"JunkMail rejected - mail.example.org [203.0.113.9]:36012 is in an RBL on csi.cloudmark.com,\n550 see Poor Reputation Sender"',
    'cpanel/junk-mail-rejected',
  ],
]

describe('what servers, filters and block lists say in replies', () => {
  for (const [reply, id] of nearMisses) {
    it(`is ${id ?? 'nothing'} for ${reply.replaceAll('\n', ' ')}`, () => assert.equal(found(reply), id))
  }
})
