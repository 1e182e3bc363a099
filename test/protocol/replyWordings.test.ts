import assert from 'node:assert/strict'
import fc from 'fast-check'
import { pieceFinder } from '../../server/protocol/replyWordings/pieces.ts'
import type { ReplyWording } from '../../server/protocol/replyWordings/replyWording.ts'
import {
  fixedPieces,
  normalised,
  type WordedReply,
  wordingFinder,
} from '../../server/protocol/replyWordings/wordingFinder.ts'
import { replyWordings } from '../../server/protocol/replyWordings.ts'
import { found } from './wordedReply.ts'

const providers = [
  ...[
    'gmail',
    'microsoft',
    'exchange',
    'yahoo',
    'icloud',
    'gmx',
    'ionos',
    't-online',
    'orange',
    'laposte',
    'free',
  ],
  ...[
    'comcast',
    'cox',
    'spectrum',
    'att',
    'godaddy',
    'yandex',
    'mailru',
    'qq',
    'netease',
    'docomo',
    'au',
    'naver',
  ],
  ...['daum', 'zoho', 'fastmail', 'proton', 'cloudflare', 'ses', 'sendgrid', 'mailgun', 'mailtrap', 'brevo'],
]

/** The provider whose words a reply has; words of mail servers of any kind do not count. */
function providerFound(lines: string): string | null {
  const [who = ''] = found(lines)?.split('/') ?? []
  return providers.includes(who) ? who : null
}

describe('the pieces of a list in a text', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 })
  const lists = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 5 }),
    {
      maxLength: 12,
    },
  )

  it('are all found, by their ends and the longest first', () => {
    fc.assert(
      fc.property(lists, letters, (pieces, text) => {
        const hits: (readonly [number, number])[] = []
        pieceFinder(pieces).scan(text, (piece, end) => hits.push([piece, end]))
        const expected = [...text].flatMap((_, index) =>
          pieces
            .map((piece, number) => [number, index + 1, piece] as const)
            .filter(([, end, piece]) => text.slice(0, end).endsWith(piece))
            .sort(([, , one], [, , other]) => other.length - one.length)
            .map(([number, end]) => [number, end] as const),
        )
        assert.deepEqual(hits, expected)
      }),
    )
  })

  it('take at most two steps for a unit of the text, however many they are', () => {
    fc.assert(
      fc.property(lists, letters, (pieces, text) => {
        assert.ok(pieceFinder(pieces).scan(text, () => {}) <= 2 * text.length)
      }),
    )
    const text = 'the quick brown fox jumps over the lazy dog '.repeat(90)
    const words = ['quick brown', 'the lazy dog', 'fox jumped']
    const many = Array.from({ length: 5000 }, (_, index) => `${index} is said nowhere`)
    const count = (pieces: readonly string[]) => pieceFinder(pieces).scan(text, () => {})
    assert.equal(count([...words, ...many]), count(words))
  })
})

/** A row of which only what is looked for counts. */
function row(
  id: string,
  says: readonly [string, ...string[]],
  rest: Partial<ReplyWording> = {},
): ReplyWording {
  return { id, by: null, says, cause: '', next: '', fault: 'policy', references: [], example: '', ...rest }
}

describe('the row that fits a reply', () => {
  const reply = (text: string, code = 550, enhancedCode: string | null = '5.7.1'): WordedReply => ({
    code,
    enhancedCode,
    text,
  })
  const idIn = (rows: readonly ReplyWording[], one: WordedReply) => wordingFinder(rows)(one)?.id ?? null

  it('has all pieces of one alternative in the text, in their order and not one in the other', () => {
    const rows = [row('a', ['client host * blocked using *list.example', 'go away'])]
    assert.equal(idIn(rows, reply('Client host [192.0.2.1] blocked using bl.list.example; see')), 'a')
    assert.equal(idIn(rows, reply('please GO\t  Away now')), 'a')
    assert.equal(idIn(rows, reply('blocked using list.example client host here')), null)
    assert.equal(idIn([row('b', ['abcab*abc'])], reply('abcabc')), null)
    assert.equal(idIn([row('b', ['abcab*abc'])], reply('abcababc')), 'b')
  })

  it('is found where a log wrote all lines of the reply as one', () => {
    const rows = [row('a', ['blocked because it is late'])]
    assert.equal(idIn(rows, reply('it is blocked 550-5.7.1 because it is 550 5.7.1 late')), 'a')
    assert.equal(idIn(rows, reply('it is blocked 5.7.1 because it is late')), null)
  })

  it('has one of its codes', () => {
    const rows = (codes: readonly string[]) => [row('a', ['words'], { codes })]
    for (const code of ['550', '5', '5.7.1', '5.7.*']) assert.equal(idIn(rows([code]), reply('words')), 'a')
    for (const code of ['451', '4', '5.7.2', '5.1.*']) assert.equal(idIn(rows([code]), reply('words')), null)
    assert.equal(idIn(rows(['451', '550']), reply('words')), 'a')
    assert.equal(idIn(rows(['5.7.1']), reply('words', 550, null)), null)
  })

  it('has the most words, then a name, then the first place', () => {
    const rows = [
      row('short', ['try']),
      row('nameless', ['again later']),
      row('named', ['try later *!', 'again later'], { by: 'Somebody' }),
      row('named-too', ['again later'], { by: 'Somebody else' }),
      row('wrong-code', ['please try again later'], { codes: ['4'] }),
    ]
    assert.equal(idIn(rows, reply('please try again later')), 'named')
    assert.equal(idIn(rows, reply('please try it')), 'short')
    assert.equal(idIn(rows, reply('please try again later', 450, null)), 'wrong-code')
  })

  it('is not looked for behind the first 4000 units', () => {
    const rows = [row('a', ['words'])]
    assert.equal(idIn(rows, reply(`${'-'.repeat(3995)}words`)), 'a')
    assert.equal(idIn(rows, reply(`${'-'.repeat(3996)}words`)), null)
  })

  const says = fc
    .array(fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    })
    .map(pieces => pieces.join('*'))
    .filter(one => fixedPieces(one).length > 0)
  const rowsOfLetters = fc
    .array(
      fc.record({
        says: fc.tuple(says, says),
        by: fc.constantFrom('Somebody', null),
        codes: fc.constantFrom(undefined, ['550'], ['4']),
      }),
      { maxLength: 8 },
    )
    .map(list =>
      list.map(({ says: alternatives, by, codes }, index) =>
        row(String(index), alternatives, codes ? { by, codes } : { by }),
      ),
    )
  const replies = fc.record({
    code: fc.constantFrom(450, 550),
    enhancedCode: fc.constantFrom('5.7.1', null),
    text: fc.string({ unit: fc.constantFrom('a', 'B', ' ', '\t'), maxLength: 30 }),
  })

  /** The same by looking for every alternative by itself. */
  function naive(rows: readonly ReplyWording[], { text, code }: WordedReply): string | null {
    const plain = normalised(text)
    const fits = rows.flatMap((one, order) =>
      one.says.flatMap(alternative => {
        let end = 0
        let fixed = 0
        for (const piece of fixedPieces(alternative)) {
          const at = plain.indexOf(piece, end)
          if (at < 0) return []
          end = at + piece.length
          fixed += piece.length
        }
        const hasCode = !one.codes || one.codes.some(its => String(code).startsWith(its))
        return hasCode ? [{ id: one.id, fixed, named: one.by === null ? 0 : 1, order }] : []
      }),
    )
    fits.sort((a, b) => b.fixed - a.fixed || b.named - a.named || a.order - b.order)
    return fits[0]?.id ?? null
  }

  it('is the one that a search for each alternative by itself finds', () => {
    fc.assert(
      fc.property(rowsOfLetters, replies, (rows, one) => idIn(rows, one) === naive(rows, one)),
      {
        numRuns: 1000,
      },
    )
  })

  it('stays the same when rows come in that say other things', () => {
    const others = fc.array(
      fc.string({ unit: fc.constantFrom('a', 'b', 'x'), minLength: 2, maxLength: 5 }).map(text => `${text}x`),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(rowsOfLetters, others, replies, (rows, more, one) => {
        const added = more.map((text, index) => row(`other-${index}`, [text], { by: 'Somebody' }))
        return idIn([...added, ...rows, ...added], one) === idIn(rows, one)
      }),
    )
  })
})

describe('the table of what servers say', () => {
  it('names each row once, by who says it and what', () => {
    const ids = replyWordings().map(({ id }) => id)
    assert.deepEqual(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      [],
    )
    for (const id of ids) assert.match(id, /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/)
  })

  it('tells cause and remedy in sentences, and names codes in one of four forms', () => {
    for (const { id, cause, next, codes = [] } of replyWordings()) {
      for (const text of [cause, next]) assert.match(text, /^\S.{9,400}\.$/, id)
      for (const code of codes) assert.match(code, /^(?:[2-5]|[2-5]\d\d|[2-5]\.\d{1,3}\.(?:\d{1,3}|\*))$/, id)
    }
  })

  it('looks for no piece of less than three characters', () => {
    const short = replyWordings().flatMap(({ id, says }) =>
      says.flatMap(alternative =>
        fixedPieces(alternative)
          .filter(piece => piece.trim().length < 3)
          .map(() => id),
      ),
    )
    assert.deepEqual(short, [])
  })

  for (const { id, example } of replyWordings()) {
    it(`finds ${id} by its example, and no other row`, () => assert.equal(found(example), id))
  }

  const seen: readonly (readonly [string, string])[] = [
    [
      'gmail/unauthenticated',
      '550-5.7.26 This message does not have authentication information or fails to\n550-5.7.26 pass authentication checks. To best protect our users from spam, the\n550 5.7.26 message has been blocked.',
    ],
    [
      'gmail/unauthenticated',
      '421-4.7.0 This message does not pass authentication checks (SPF and DKIM both do\n421 4.7.0 not pass). SPF check for [example.org] does not pass with ip: [192.0.2.25].',
    ],
    [
      'gmail/unauthenticated',
      '550 5.7.26 This mail is unauthenticated, which poses a security risk to the 550-5.7.26 sender and Gmail users, and has been blocked. The sender must 550-5.7.26 authenticate with at least one of SPF or DKIM.',
    ],
    [
      'gmail/dmarc',
      "550 5.7.1 Unauthenticated email from example.org is not accepted due to domain's 550-5.7.1 DMARC policy. Please contact the administrator of example.org",
    ],
    ['gmail/mailbox-full', '552 5.2.2 The email account that you tried to reach is over quota and inactive.'],
    ['gmail/mailbox-full-for-now', '452 4.2.2 The email account that you tried to reach is over quota.'],
    ['gmail/bulk-spf', '550 5.7.27 This mail has been blocked because SPF authentication did not pass.'],
    [
      'gmail/no-reverse-dns',
      "421 4.7.23 The sending IP address for this message doesn't have a PTR record, or the PTR record's forward DNS entry doesn't match",
    ],
    [
      'gmail/wrong-password',
      '535 5.7.8 Username and Password not accepted. Learn more at 5.7.8  https://support.google.com/mail/?p=BadCredentials',
    ],
    ['gmail/closed-early', '421 4.7.0 Try again later, closing connection. (EHLO)'],
    [
      'microsoft/recipient-rejected',
      '550 5.4.1 [bob@example.org]: Recipient address rejected: Access denied. AS(201806281)',
    ],
    [
      'microsoft/login-first',
      '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM',
    ],
    [
      'microsoft/smtp-auth-off',
      '530 5.7.57 Client not authenticated to send mail. Error: 535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
    ],
    [
      'microsoft/basic-authentication-off',
      '550 5.7.30 Basic authentication is not supported for Client Submission.',
    ],
    [
      'microsoft/listed-ip',
      '550 5.7.1 Service unavailable, Client host [192.0.2.25] blocked using Spamhaus. To request removal from this list see http://www.spamhaus.org/lookup.lasso (AS16012611)',
    ],
    ['microsoft/banned-ip', '550 5.7.649 Access denied, banned sending IP [192.0.2.25]'],
    ['microsoft/spam-from-the-account', '550 5.7.502 Access denied, banned sender'],
    ['exchange/no-relaying', '550 5.7.1 Unable to relay for bob@example.org'],
    [
      'yahoo/deferred-for-good',
      '421 4.7.1 [TS03] All messages from 192.0.2.25 will be permanently deferred; Retrying will NOT succeed.',
    ],
    [
      'yahoo/no-such-user',
      '554 delivery error: dd bob@yahoo.com is no longer valid. [-20] - mta1234.mail.bf1.yahoo.com',
    ],
    ['icloud/local-policy', '554 5.7.1 [HM08] Message rejected due to local policy.'],
    [
      'gmx/block-listed',
      '554 No SMTP service IP address is black listed. For explanation visit https://postmaster.gmx.net',
    ],
    [
      'orange/no-such-user',
      '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. LPN416',
    ],
    ['naver/wrong-password', '535 5.7.1 Username and Password not accepted AbCdEf - nsmtp'],
    ['yahoo/recipient-rate', '450 User is receiving mail too quickly'],
  ]
  for (const [id, reply] of seen) it(`finds ${id} by "${reply}"`, () => assert.equal(found(reply), id))

  const near: readonly string[] = [
    '450 4.2.0 <greylisted@example.org>: Recipient address rejected: mailbox busy',
    '421 4.7.0 Try again later, closing connection.',
    '451 4.7.1 Try again later',
    '421 4.7.0 Server busy, try again later',
    '550 5.1.1 <gsmtp@example.org>: User unknown',
    '550 5.1.1 The email account does not exist',
    '535 5.7.8 Username and Password not accepted',
    '535 5.7.3 Authentication failed',
    '530 5.7.0 Must issue a STARTTLS command first',
    '530 5.7.0 Authentication required',
    '504 5.7.4 Unrecognized authentication type',
    '555 5.5.2 Syntax error',
    '452 4.5.3 Too many recipients',
    '554 5.7.1 <bob@example.org>: Recipient address rejected: Access denied',
    '554 5.7.1 <bob@example.org>: Relay access denied',
    '550 5.5.0 Requested action not taken: mailbox unavailable',
    '550 Requested action not taken: mailbox unavailable',
    '421 4.3.2 Service not available, closing transmission channel',
    '421 4.4.2 Timeout waiting for client',
    '550 5.1.1 <dt-spm@example.org>: no such user',
    '550 5.1.1 No such user!',
    '550 Unknown user bob@example.org',
    '452 4.2.2 Mailbox full',
    '552 5.2.2 <bob@example.org>: user is over quota',
    '550 5.7.1 Message rejected due to local policy',
    '550 5.7.1 Access denied',
    '554 5.7.9 Message not accepted',
    '550 5.7.1 Unauthorized IP address',
    '250 2.0.0 OK  1620000000 a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp',
    '220 mx.google.com ESMTP a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp',
    '221 2.0.0 closing connection a1b2c3d4e5f6-0a1b2c3d4e5si1234567abc.12 - gsmtp',
    '220 VE1EUR03FT047.mail.protection.outlook.com Microsoft ESMTP MAIL Service ready',
  ]
  for (const reply of near)
    it(`takes "${reply}" for the words of no provider`, () => {
      assert.equal(providerFound(reply), null)
    })
})
