import assert from 'node:assert/strict'
import type { Reply450Row } from '../../server/protocol/causes/reply450/reply450Row.ts'
import {
  findReply450Cause,
  type Reply450Cause,
  reply450Causes,
  scopes450,
} from '../../server/protocol/causes/reply450.ts'
import type { Reply503Row } from '../../server/protocol/causes/reply503/reply503Row.ts'
import {
  findReply503Cause,
  type Reply503Cause,
  type Reply503Condition,
  reply503Causes,
} from '../../server/protocol/causes/reply503.ts'
import {
  type Answered,
  fillTemplate,
  isOn,
  type ReplyCause,
} from '../../server/protocol/causes/replyCause.ts'
import { parseEnhancedStatusCode } from '../../server/protocol/enhancedStatusCodes.ts'

/** Wordings of real servers; where the text begins in mid-session they alone have to tell the reason. */
const seenAs503: readonly (readonly [Reply503Cause, Answered, string])[] = [
  ['session-refused', 'EHLO', '5.7.0 Error: access denied for unknown[192.0.2.1]'],
  [
    'improper-pipelining',
    'DATA',
    '5.5.0 <DATA>: Data command rejected: Improper use of SMTP command pipelining',
  ],
  ['improper-pipelining', 'MAIL', 'Unauthorized command pipelining'],
  ['authentication-first', 'MAIL', '5.5.1 You must authenticate first.'],
  ['authentication-first', 'RCPT', 'Authentication required'],
  ['authentication-first', 'MAIL', 'Please login before sending mail'],
  ['unsupported-option', 'MAIL', '5.5.4 Invalid command arguments: Unsupported option BODY=BINARYMIME'],
  ['unsupported-option', 'RCPT', 'Unsupported option FOO=BAR'],
  ['unsupported-option', 'MAIL', '5.5.4 Error: XVERP requires non-null sender'],
  ['hello-in-bdat', 'EHLO', 'only BDAT permissible after non-LAST BDAT'],
  ['hello-repeated', 'EHLO', '5.5.1 Invalid command: Already identified'],
  ['hello-repeated', 'HELO', 'Duplicate HELO/EHLO'],
  ['hello-repeated', 'EHLO', 'but you already said HELO ...'],
  ['mail-before-hello', 'MAIL', '5.5.1 Error: send HELO/EHLO first'],
  ['mail-before-hello', 'MAIL', '5.5.1 Error: send LHLO first'],
  ['mail-before-hello', 'MAIL', 'HELO or EHLO required'],
  ['mail-before-hello', 'MAIL', '5.0.0 Polite people say HELO first'],
  ['mail-before-hello', 'MAIL', 'Use EHLO/HELO before MAIL'],
  ['mail-before-hello', 'MAIL', 'please say hello first ...'],
  ['mail-before-hello', 'MAIL', '5.0.0 I demand that you introduce yourself first'],
  ['mail-before-hello', 'MAIL', '5.5.2 Send hello first'],
  ['mail-after-bdat', 'MAIL', '5.5.1 Error: MAIL after BDAT'],
  ['mail-after-bdat', 'MAIL', 'only RSET accepted now'],
  ['nested-mail', 'MAIL', '5.5.1 Error: nested MAIL command'],
  ['nested-mail', 'MAIL', 'sender already given'],
  ['nested-mail', 'MAIL', '5.5.0 Sender already specified'],
  ['nested-mail', 'MAIL', '5.5.0 MAIL already given'],
  ['nested-mail', 'MAIL', 'Issue a reset if you want to start over'],
  ['hello-missing', 'RCPT', 'Error: send HELO first'],
  ['hello-missing', 'DATA', '5.5.1 Error: send HELO/EHLO first'],
  ['rcpt-after-bdat', 'RCPT', '5.5.1 Error: RCPT after BDAT'],
  ['rcpt-after-bdat', 'RCPT', 'only BDAT permissible after non-LAST BDAT'],
  ['rcpt-without-mail', 'RCPT', '5.5.1 Error: need MAIL command'],
  ['rcpt-without-mail', 'RCPT', 'sender not yet given'],
  ['rcpt-without-mail', 'RCPT', 'Use MAIL before RCPT'],
  ['rcpt-without-mail', 'RCPT', '5.0.0 Need MAIL before RCPT'],
  ['rcpt-without-mail', 'RCPT', '5.5.0 MAIL needed first'],
  ['rcpt-without-mail', 'RCPT', 'Sender must be specified before recipients'],
  ['data-after-bdat', 'DATA', '5.5.1 Error: DATA after BDAT'],
  ['data-after-bdat', 'DATA', '5.5.0 Previous data chunk failed, issue RSET first'],
  ['bdat-not-announced', 'BDAT', 'BDAT command used when CHUNKING not advertised'],
  ['bdat-after-failure', 'BDAT', '5.5.0 Previous data chunk failed, issue RSET first'],
  ['bdat-after-failure', 'BDAT', 'only RSET accepted now'],
  ['data-without-mail', 'DATA', '5.0.0 Need MAIL command'],
  ['data-without-mail', 'DATA', 'MAIL required first'],
  ['data-without-mail', 'DATA', 'MAIL first'],
  ['data-without-mail', 'BDAT', '5.5.0 MAIL needed first'],
  [
    'data-all-rcpt-mixed',
    'DATA',
    'All RCPT commands were rejected with this error: relay not permitted Valid RCPT command must precede DATA',
  ],
  ['data-without-rcpt', 'DATA', '5.5.1 Error: need RCPT command'],
  ['data-without-rcpt', 'DATA', 'valid RCPT command must precede DATA'],
  ['data-without-rcpt', 'BDAT', 'valid RCPT command must precede BDAT'],
  ['data-without-rcpt', 'DATA', '5.5.4 Invalid command arguments: No recipient specified'],
  ['data-without-rcpt', 'DATA', '5.0.0 Need RCPT (recipient)'],
  ['data-without-rcpt', 'DATA', '5.5.0 No valid recipients'],
  ['data-without-rcpt', 'DATA', 'RCPT first (#5.5.1)'],
  ['data-without-rcpt', 'DATA', 'RCPT required first'],
  ['auth-twice', 'AUTH', '5.5.0 Already Authenticated'],
  ['auth-twice', 'AUTH', '5.5.1 Error: No identity changes permitted'],
  ['auth-in-transaction', 'AUTH', 'not permitted in mail transaction'],
  ['auth-in-transaction', 'AUTH', '5.5.1 Error: MAIL transaction in progress'],
  ['auth-in-transaction', 'AUTH', '5.5.0 AUTH not permitted during a mail transaction'],
  ['auth-before-ehlo', 'AUTH', '5.5.1 Error: send HELO/EHLO first'],
  ['auth-before-ehlo', 'AUTH', '5.0.0 Need EHLO before AUTH'],
  ['auth-not-offered', 'AUTH', 'AUTH command used when not advertised'],
  ['auth-not-offered', 'AUTH', '5.5.1 Error: authentication not enabled'],
  ['auth-not-offered', 'AUTH', '5.5.1 Invalid command: Command not supported'],
  ['starttls-active', 'STARTTLS', '5.5.1 Invalid command: Channel already secured'],
  ['starttls-active', 'STARTTLS', '5.5.1 Error: TLS already active'],
  ['starttls-in-transaction', 'STARTTLS', '5.5.0 TLS not permitted during a mail transaction'],
  ['starttls-not-offered', 'STARTTLS', 'STARTTLS command used when not advertised'],
  ['extension-in-transaction', 'ETRN', 'ETRN is not permitted inside a transaction'],
  ['extension-in-transaction', 'XCLIENT', '5.5.1 Error: MAIL transaction in progress'],
  ['extension-before-hello', 'ETRN', 'Error: send HELO/EHLO first'],
  ['rset-needed', 'NOOP', 'only RSET accepted now'],
  ['rset-needed', 'VRFY', 'only BDAT permissible after non-LAST BDAT'],
  ['always-legal-command', 'VRFY', '5.0.0 I demand that you introduce yourself first'],
  ['unknown-verb', '?', '5.5.1 Invalid command: Command not allowed at this point.'],
  ['end-of-data', '.', 'Bad sequence of commands'],
  ['fallback', 'MAIL', '5.5.1 Invalid command: Command not allowed at this point.'],
  ['fallback', 'DATA', '5.5.0 Bad sequence of commands'],
]

const seenAs450: readonly (readonly [Reply450Cause, Answered, string])[] = [
  ['auth-rate', 'AUTH', '4.7.1 Error: too many AUTH commands from unknown[192.0.2.1]'],
  [
    'recipient-rate',
    'RCPT',
    '4.2.1 The user you are trying to contact is receiving mail at a rate that prevents additional messages from being delivered.',
  ],
  ['recipient-rate', 'RCPT', '4.2.1 The recipient has exceeded message rate limit. Try again later.'],
  ['recipient-rate', 'RCPT', 'User is receiving mail too quickly'],
  ['client-rate', 'RCPT', '4.7.1 Error: too much mail from 192.0.2.1'],
  ['client-rate', 'RCPT', '4.7.1 Error: too many recipients from 192.0.2.1'],
  ['client-rate', '.', '4.7.3 Organization queue quota exceeded'],
  ['client-rate', 'MAIL', 'Too many messages, try again in 60 seconds'],
  [
    'greylisting',
    'RCPT',
    '4.2.0 <b@mx.example>: Recipient address rejected: Greylisted, see http://postgrey.example/help',
  ],
  ['greylisting', 'RCPT', '4.2.1 4.7.1 Greylisted, try again later'],
  ['greylisting', 'RCPT', '4.7.1 <b@mx.example>... Greylisted, please try again later'],
  ['greylisting', 'MAIL', '4.7.1 Graylisting in action, please come back in 00:05:00'],
  ['greylisting', 'RCPT', 'Please try again in 300 seconds'],
  ['postscreen', 'RCPT', '4.3.2 Service currently unavailable'],
  ['sender-domain-dns', 'RCPT', '4.1.8 <a@c.example>: Sender address rejected: Domain not found'],
  ['recipient-domain-dns', 'RCPT', '4.1.2 <b@mx.example>: Recipient address rejected: Domain not found'],
  ['client-reverse-dns', 'RCPT', '4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]'],
  [
    'client-reverse-dns',
    'RCPT',
    '4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.1]',
  ],
  ['helo-name-dns', 'RCPT', '4.7.1 <pc.local>: Helo command rejected: Host not found'],
  ['sender-authentication', '.', '4.7.24 The SPF record of the sending domain could not be evaluated'],
  [
    'address-verification',
    'RCPT',
    '4.1.1 <b@mx.example>: Recipient address rejected: unverified address: Address verification in progress',
  ],
  [
    'address-verification',
    'RCPT',
    '4.1.1 <b@mx.example>: Recipient address rejected: unverified address: host mx2 said: 550 5.1.1 User unknown',
  ],
  [
    'unknown-user-as-temporary',
    'RCPT',
    '4.1.1 <b@mx.example>: Recipient address rejected: User unknown in local recipient table',
  ],
  ['encryption-required', 'MAIL', '4.7.1 Session encryption is required'],
  ['mailbox-full', 'RCPT', 'Mailbox full'],
  ['mailbox-full', 'RCPT', '4.2.2 <b@mx.example> Quota exceeded (mailbox for user is full)'],
  ['mailbox-busy', 'RCPT', '4.2.0 <b@mx.example> Recipient temporarily unavailable'],
  ['mailbox-busy', 'RCPT', 'mailbox busy'],
  ['mailbox-busy', 'RCPT', '4.2.1 try later'],
  ['list-expansion', 'RCPT', '4.2.4 try later'],
  ['priority', 'MAIL', '4.7.15 try later'],
  ['system', 'RCPT', '4.3.0 try later'],
  ['system', 'DATA', '4.4.3 try later'],
  ['system', 'MAIL', 'Service shutting down'],
  ['system', 'RCPT', 'Server busy'],
  ['policy-by-code', 'MAIL', '4.7.1 <a@c.example>: Sender address rejected: sender temporarily deferred'],
  ['atrn-refused', 'ATRN', 'not now'],
  ['auth-deferred', 'AUTH', 'not now'],
  ['content-deferred', '.', 'not now'],
  ['hello-refused', 'EHLO', 'not now'],
  ['vrfy', 'VRFY', 'not now'],
  ['mail-deferred', 'MAIL', 'sender temporarily deferred'],
  ['data-deferred', 'DATA', 'not now'],
  ['fallback', 'RCPT', 'Requested mail action not taken: mailbox unavailable'],
]

describe('causes of 503', () => {
  for (const [id, answered, text] of seenAs503) {
    it(`takes "${text}" to ${answered} for ${id}, where the state is not known`, () => {
      assert.equal(findReply503Cause({ answered, text, holds: null }).cause.id, id)
    })
  }

  it('shows an example of every wording that it looks for', () => {
    assertEveryPatternSeen(reply503Causes, seenAs503)
  })

  it('goes by the state and not by the text where the state is known', () => {
    const found = findReply503Cause({
      answered: 'MAIL',
      text: '5.5.1 Error: send HELO/EHLO first',
      holds: condition => condition === 'nested-mail',
    })
    assert.equal(found.cause.id, 'nested-mail')
    assert.equal(found.provenBy, 'session')
  })

  it('goes by the text even where the state is known, for what the state does not tell', () => {
    const holds = (condition: Reply503Condition) => condition === 'mail-after-finished-message'
    const found = findReply503Cause({ answered: 'MAIL', text: 'You must authenticate first.', holds })
    assert.equal(found.cause.id, 'authentication-first')
    assert.equal(found.provenBy, 'text')
  })

  it('says that only the text proves it where the text begins in mid-session', () => {
    assert.equal(findReply503Cause({ answered: 'DATA', text: 'RCPT first', holds: null }).provenBy, 'text')
  })

  it('takes the first condition that holds', () => {
    const found = findReply503Cause({ answered: 'DATA', text: '', holds: () => true })
    assert.equal(found.cause.id, 'session-refused')
  })

  it('finds the last row when nothing else fits', () => {
    const found = findReply503Cause({ answered: 'RCPT', text: 'no', holds: () => false })
    assert.equal(found.cause.id, 'fallback')
  })

  it('lets every condition be the reason for each command that it stands for', () => {
    for (const row of reply503Causes) {
      if (row.judgedBy !== 'state') continue
      for (const answered of row.on) {
        const found = findReply503Cause({ answered, text: '', holds: condition => condition === row.id })
        assert.equal(found.cause.id, row.id)
      }
    }
  })

  it('knows its ids only once, and fallbacks only at the end', () => {
    assertTable(reply503Causes)
    const rows: readonly Reply503Row[] = reply503Causes
    const unconditional = rows.filter(row => row.judgedBy === 'command').map(({ id }) => id)
    assert.deepEqual(unconditional, ['unknown-verb', 'end-of-data', 'fallback'])
    assert.equal(rows.at(-1)?.id, 'fallback')
  })

  it('asks after BDAT with LAST for RSET and not for MAIL (RFC 3030 2: RSET MUST be sent)', () => {
    const { next } = findReply503Cause({
      answered: 'BDAT',
      text: '',
      holds: c => c === 'bdat-after-last',
    }).cause
    assert.match(next, /^Send RSET/)
  })
})

describe('causes of 450', () => {
  for (const [id, answered, text] of seenAs450) {
    it(`takes "${text}" to ${answered} for ${id}`, () => {
      const enhancedCode = parseEnhancedStatusCode(text)?.text ?? null
      assert.equal(findReply450Cause({ answered, text, enhancedCode }).id, id)
    })
  }

  it('shows an example of every reason', () => {
    assert.deepEqual(
      [...new Set(seenAs450.map(([id]) => id))].sort(),
      reply450Causes.map(({ id }) => id).sort(),
    )
    assertEveryPatternSeen(reply450Causes, seenAs450)
  })

  it('does not take the wording of postscreen for it without 4.3.2', () => {
    const text = 'Service currently unavailable'
    assert.equal(findReply450Cause({ answered: 'RCPT', text, enhancedCode: null }).id, 'system')
  })

  it('knows its ids only once, and the one without condition at the end', () => {
    assertTable(reply450Causes)
    const rows: readonly Reply450Row[] = reply450Causes
    assert.deepEqual(rows.at(-1)?.on, ['*'])
  })

  it('says how far the reply reaches in sentences that can be filled', () => {
    for (const { text } of scopes450) assert.match(text, sentence)
    assert.equal(new Set(scopes450.map(({ condition }) => condition)).size, scopes450.length)
  })
})

describe('the templates of the causes', () => {
  it('fills every placeholder', () => {
    const filled = fillTemplate('{verb} in line {line} got {code}.', { verb: 'MAIL', line: 7, code: 550 })
    assert.equal(filled, 'MAIL in line 7 got 550.')
  })

  it('gives no sentence at all where a value is missing', () => {
    assert.equal(fillTemplate('{verb} in line {line}.', { verb: 'MAIL' }), undefined)
  })

  it('leaves braces in a value alone', () => {
    assert.equal(fillTemplate('for {recipient}.', { recipient: '{line}' }), 'for {line}.')
  })
})

describe('the wordings of the causes', () => {
  it('are looked for in linear time, whatever the server says', () => {
    const rows: readonly ReplyCause[] = [...reply450Causes, ...reply503Causes]
    const words =
      'must auth send hello need no before MAIL sender already pipelin improper user mailbox server try again in '
    for (const text of [
      words.repeat(2_000),
      ...words.split(' ').map(word => `${word} `.repeat(40_000)),
      'a'.repeat(2e5),
    ]) {
      const begin = performance.now()
      for (const { textPattern } of rows) textPattern?.test(text)
      assert.ok(performance.now() - begin < 3_000, `${text.slice(0, 20)} took too long`)
    }
  }).timeout(60_000)
})

const sentence = /^[A-Z0-9{].*[^ ]\.$/

function assertTable(rows: readonly ReplyCause[]): void {
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length)
  for (const row of rows) {
    assert.ok(row.references.length > 0, row.id)
    for (const text of [row.here, row.next, row.hereForOne, row.plain, row.plainNext]) {
      if (text !== undefined) assert.match(text, sentence, row.id)
    }
    if (needsSession(row.here)) assert.ok(row.plain, `${row.id}: there is a sentence that needs no session`)
    assert.equal(row.here.includes('{n}'), row.hereForOne !== undefined, row.id)
    for (const text of [row.plain, row.next, row.plainNext]) assert.ok(!needsSession(text ?? ''), row.id)
  }
}

/** Whether a sentence has a placeholder other than those that are always known. */
function needsSession(template: string): boolean {
  return fillTemplate(template, { command: 'DATA', hello: 'EHLO' }) === undefined
}

function assertEveryPatternSeen(
  rows: readonly ReplyCause[],
  seen: readonly (readonly [string, Answered, string])[],
): void {
  for (const row of rows) {
    if (!row.textPattern) continue
    const examples = seen.filter(([id]) => id === row.id)
    assert.ok(examples.length > 0, `${row.id} has no example`)
    const matched = examples.filter(
      ([, answered, text]) => isOn(row, answered) && row.textPattern?.test(text),
    )
    assert.ok(matched.length > 0, `${row.id} matches none of its examples`)
  }
}
