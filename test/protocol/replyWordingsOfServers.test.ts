import assert from 'node:assert/strict'
import { parseEnhancedStatusCode } from '../../server/protocol/enhancedStatusCodes.ts'
import { referenceUrl } from '../../server/protocol/references.ts'
import { anyServerAddresses } from '../../server/protocol/replyWordings/anyServerAddresses.ts'
import { anyServerAuthentication } from '../../server/protocol/replyWordings/anyServerAuthentication.ts'
import { anyServerForm } from '../../server/protocol/replyWordings/anyServerForm.ts'
import { anyServerLimits } from '../../server/protocol/replyWordings/anyServerLimits.ts'
import { anyServerLogin } from '../../server/protocol/replyWordings/anyServerLogin.ts'
import { anyServerMailboxes } from '../../server/protocol/replyWordings/anyServerMailboxes.ts'
import { anyServerMessage } from '../../server/protocol/replyWordings/anyServerMessage.ts'
import { anyServerRecipients } from '../../server/protocol/replyWordings/anyServerRecipients.ts'
import { anyServerRefusal } from '../../server/protocol/replyWordings/anyServerRefusal.ts'
import { anyServerRelaying } from '../../server/protocol/replyWordings/anyServerRelaying.ts'
import { anyServerRoutes } from '../../server/protocol/replyWordings/anyServerRoutes.ts'
import { anyServerSenders } from '../../server/protocol/replyWordings/anyServerSenders.ts'
import { anyServerSession } from '../../server/protocol/replyWordings/anyServerSession.ts'
import { anyServerSyntax } from '../../server/protocol/replyWordings/anyServerSyntax.ts'
import { anyServerTls } from '../../server/protocol/replyWordings/anyServerTls.ts'
import { anyServerTrouble } from '../../server/protocol/replyWordings/anyServerTrouble.ts'
import { anyServerTrust } from '../../server/protocol/replyWordings/anyServerTrust.ts'
import { barracuda } from '../../server/protocol/replyWordings/barracuda.ts'
import { blockLists } from '../../server/protocol/replyWordings/blockLists.ts'
import { cisco } from '../../server/protocol/replyWordings/cisco.ts'
import { dovecot } from '../../server/protocol/replyWordings/dovecot.ts'
import { exim } from '../../server/protocol/replyWordings/exim.ts'
import { eximSessions } from '../../server/protocol/replyWordings/eximSessions.ts'
import { filters } from '../../server/protocol/replyWordings/filters.ts'
import { gateways } from '../../server/protocol/replyWordings/gateways.ts'
import { greylisting } from '../../server/protocol/replyWordings/greylisting.ts'
import { haraka } from '../../server/protocol/replyWordings/haraka.ts'
import { mimecast } from '../../server/protocol/replyWordings/mimecast.ts'
import { moreBlockLists } from '../../server/protocol/replyWordings/moreBlockLists.ts'
import { opensmtpd } from '../../server/protocol/replyWordings/opensmtpd.ts'
import { otherServers } from '../../server/protocol/replyWordings/otherServers.ts'
import { postfix } from '../../server/protocol/replyWordings/postfix.ts'
import { postfixClients } from '../../server/protocol/replyWordings/postfixClients.ts'
import { postfixServer } from '../../server/protocol/replyWordings/postfixServer.ts'
import { proofpoint } from '../../server/protocol/replyWordings/proofpoint.ts'
import { qmail } from '../../server/protocol/replyWordings/qmail.ts'
import type { ReplyWording } from '../../server/protocol/replyWordings/replyWording.ts'
import { sendmail } from '../../server/protocol/replyWordings/sendmail.ts'
import { symantec } from '../../server/protocol/replyWordings/symantec.ts'

const rows: readonly ReplyWording[] = [
  anyServerAuthentication,
  anyServerForm,
  anyServerRoutes,
  anyServerLimits,
  anyServerLogin,
  anyServerMailboxes,
  anyServerMessage,
  anyServerRecipients,
  anyServerRelaying,
  anyServerSenders,
  anyServerAddresses,
  anyServerSession,
  anyServerSyntax,
  anyServerTls,
  anyServerTrust,
  anyServerRefusal,
  anyServerTrouble,
  barracuda,
  blockLists,
  cisco,
  dovecot,
  exim,
  eximSessions,
  filters,
  gateways,
  greylisting,
  haraka,
  mimecast,
  moreBlockLists,
  opensmtpd,
  otherServers,
  postfix,
  postfixClients,
  postfixServer,
  proofpoint,
  qmail,
  sendmail,
  symantec,
].flat()

/** A reply: its codes, and its text in lower case with one space for each run of white space. */
interface Plain {
  readonly codes: readonly string[]
  readonly text: string
}

function plain(lines: string): Plain {
  const codes = new Set<string>()
  const texts = lines.split('\n').map(line => {
    assert.match(line, /^\d{3}[- ]/)
    const behind = line.slice(4)
    const enhanced = parseEnhancedStatusCode(behind)?.text ?? ''
    for (const code of [line.slice(0, 3), line.slice(0, 1), enhanced, enhanced.replace(/\d+$/, '*')])
      codes.add(code)
    return behind.slice(enhanced.length).trim()
  })
  return { codes: [...codes], text: texts.join(' ').toLowerCase().replace(/\s+/g, ' ') }
}

function piecesOf(says: string): readonly string[] {
  return says.split('*').filter(piece => piece !== '')
}

/** How many characters of the text an alternative fixes; undefined where it does not fit. */
function fixedBy(says: string, text: string): number | undefined {
  let end = 0
  let fixed = 0
  for (const piece of piecesOf(says)) {
    const at = text.indexOf(piece, end)
    if (at < 0) return undefined
    end = at + piece.length
    fixed += piece.length
  }
  return fixed
}

/** The row that fits best: the most fixed characters, then one that says by whom, then the first. */
function found(lines: string): string | null {
  const reply = plain(lines)
  const fits = rows.flatMap(row => {
    if (row.codes && !row.codes.some(code => reply.codes.includes(code))) return []
    const fixed = row.says.flatMap(says => fixedBy(says, reply.text) ?? [])
    return fixed.length > 0 ? [{ row, rank: 2 * Math.max(...fixed) + (row.by === null ? 0 : 1) }] : []
  })
  return (
    fits.reduce<(typeof fits)[number] | null>(
      (best, one) => (best && best.rank >= one.rank ? best : one),
      null,
    )?.row.id ?? null
  )
}

/** Replies that are near a row but belong to another one, or to none. */
const nearMisses: readonly (readonly [string, string | null])[] = [
  ['250 2.1.0 Sender ok', null],
  ['354 go ahead', null],
  ['220 mx.example.org ESMTP Exim 4.96', null],
  ['550 Requested action not taken', 'any/refused'],
  ['450 4.1.1 <bob@example.org>: user unknown', null],
  ['550 5.4.1 [bob@example.org]: Recipient address rejected: Access denied', 'any/access-denied'],
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
  it('fills a table of some size, each row with a name of its own', () => {
    const ids = rows.map(({ id }) => id)
    assert.ok(ids.length >= 95)
    assert.equal(new Set(ids).size, ids.length)
    for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })

  it('is written as it is compared: in lower case, without double spaces, in pieces of three characters or more', () => {
    for (const { id, says } of rows) {
      assert.equal(new Set(says).size, says.length, id)
      for (const one of says) {
        assert.equal(one, one.toLowerCase().replace(/\s+/g, ' '), id)
        for (const piece of piecesOf(one)) assert.ok(piece.trim().length >= 3, `${id}: ${piece}`)
      }
    }
  })

  it('asks for codes that a reply can have', () => {
    for (const { id, codes = [] } of rows) {
      for (const code of codes) assert.match(code, /^(?:[245]|[245]\d\d|[245]\.\d{1,3}\.(?:\d{1,3}|\*))$/, id)
    }
  })

  it('is explained in whole sentences, from sources that can be opened', () => {
    for (const { id, cause, next, references } of rows) {
      for (const sentence of [cause, next]) assert.match(sentence, /^\S.*\.$/, id)
      assert.ok(references.length > 0, id)
      for (const reference of references)
        assert.match(new URL(referenceUrl(reference)).protocol, /^https:$/, id)
    }
  })

  for (const { id, example } of rows) {
    it(`is ${id} for its example`, () => assert.equal(found(example), id))
  }

  for (const [reply, id] of nearMisses) {
    it(`is ${id ?? 'nothing'} for ${reply.replaceAll('\n', ' ')}`, () => assert.equal(found(reply), id))
  }
})
