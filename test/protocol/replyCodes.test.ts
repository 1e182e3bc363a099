import assert from 'node:assert/strict'
import {
  knownReplyCodes,
  type ReplyCodeFacts,
  replyClass,
  replyCodeFacts,
} from '../../server/protocol/replyCodes.ts'

/** RFC 5321 4.2.3, with the start of each text. */
const codesOfRfc5321: Readonly<Record<number, string>> = {
  211: 'System status, or system help reply',
  214: 'Help message',
  220: '<domain> Service ready',
  221: '<domain> Service closing transmission channel',
  250: 'Requested mail action okay, completed',
  251: 'User not local; will forward to <forward-path>',
  252: 'Cannot VRFY user, but will accept message and attempt delivery',
  354: 'Start mail input; end with <CRLF>.<CRLF>',
  421: '<domain> Service not available, closing transmission channel',
  450: 'Requested mail action not taken: mailbox unavailable',
  451: 'Requested action aborted: local error in processing',
  452: 'Requested action not taken: insufficient system storage',
  455: 'Server unable to accommodate parameters',
  500: 'Syntax error, command unrecognized',
  501: 'Syntax error in parameters or arguments',
  502: 'Command not implemented',
  503: 'Bad sequence of commands',
  504: 'Command parameter not implemented',
  550: 'Requested action not taken: mailbox unavailable',
  551: 'User not local; please try <forward-path>',
  552: 'Requested mail action aborted: exceeded storage allocation',
  553: 'Requested action not taken: mailbox name not allowed',
  554: 'Transaction failed',
  555: 'MAIL FROM/RCPT TO parameters not recognized or not implemented',
}

/** Defined by extensions: RFC 4954, 3207, 1985, 2645, 1845, 7504. */
const codesOfExtensions = [235, 253, 334, 355, 432, 453, 454, 458, 459, 521, 530, 534, 535, 538, 556]

describe('reply codes', () => {
  for (const [code, name] of Object.entries(codesOfRfc5321)) {
    it(`has a row for ${code} of RFC 5321 4.2.3, under its name`, () => {
      const found = facts(Number(code))
      assert.equal(found.status, 'base')
      assert.ok(found.name.startsWith(name), found.name)
    })
  }

  it('calls only the codes of RFC 5321 4.2.3 base', () => {
    const base = knownReplyCodes.filter(code => facts(code).status === 'base')
    assert.deepEqual(base, Object.keys(codesOfRfc5321).map(Number))
  })

  it('has a row for every code that an extension defines', () => {
    const extension = knownReplyCodes.filter(code => facts(code).status === 'extension')
    assert.deepEqual(extension, codesOfExtensions)
  })

  it('has 46 rows, in numeric order', () => {
    assert.equal(knownReplyCodes.length, 46)
    assert.deepEqual(
      [...knownReplyCodes].sort((a, b) => a - b),
      knownReplyCodes,
    )
  })

  it('reads the class from the first digit, in the words of RFC 5321 4.2.1', () => {
    assert.equal(replyClass(250), 'positive completion')
    assert.equal(replyClass(354), 'positive intermediate')
    assert.equal(replyClass(450), 'transient negative completion')
    assert.equal(replyClass(503), 'permanent negative completion')
  })

  it('gives no class to what is no reply code, nor to 1yz, which SMTP does not have', () => {
    for (const code of [120, 600, 99, 0, -450, 4500, 450.5, Number.NaN]) {
      assert.equal(replyClass(code), undefined, String(code))
      assert.equal(replyCodeFacts(code), undefined, String(code))
    }
  })

  it('never advises to repeat a 5yz unchanged (RFC 5321 4.2.1)', () => {
    for (const code of [...knownReplyCodes, 599].filter(code => code >= 500)) {
      assert.ok(['changed', 'never'].includes(facts(code).retry.advice), String(code))
    }
  })

  it('advises to repeat a 4yz later, but for 432 and 459, which need a change first', () => {
    for (const code of [...knownReplyCodes, 499].filter(code => code >= 400 && code < 500)) {
      assert.equal(facts(code).retry.advice, [432, 459].includes(code) ? 'changed' : 'later', String(code))
    }
  })

  it('needs no retry after a 2yz or 3yz', () => {
    for (const code of [...knownReplyCodes, 299].filter(code => code < 400)) {
      assert.equal(facts(code).retry.advice, 'not needed', String(code))
    }
  })

  it('tells everything of every code in whole sentences', () => {
    for (const code of knownReplyCodes) {
      const row = facts(code)
      const sentences = [
        row.meaning,
        ...row.whenYouSeeIt,
        row.clientFix,
        row.serverFix,
        row.retry.note,
        row.affects,
        row.whoActs,
        row.sessionState,
        row.forTheMessage,
      ]
      assert.ok(row.whenYouSeeIt.length > 0, String(code))
      for (const sentence of sentences)
        assert.match(sentence, /^([A-Z0-9"]|hMailServer|mox|qmail).*\.$/, `${code}: ${sentence}`)
    }
  })

  it('completes "Choose it when" with a clause, or names something better', () => {
    for (const code of knownReplyCodes) {
      const { chooseWhen, serverFix } = facts(code)
      if (chooseWhen === null) assert.match(serverFix, /^(Use \d{3}|Better: )/, String(code))
      else assert.match(chooseWhen, /^[^.]*[^.]$/, String(code))
    }
  })

  it('cites a source for every code', () => {
    for (const code of knownReplyCodes) assert.ok(facts(code).references.length > 0, String(code))
  })

  it('says of 450 that the message waits and of 503 that it is not judged', () => {
    assert.match(facts(450).forTheMessage, /stays in the queue.*4 to 5 days/)
    assert.match(facts(503).forTheMessage, /^Nothing by itself\./)
    assert.match(facts(503).affects, /neither the sender, nor a recipient, nor the content/)
  })

  it('says of 503 that the state stays (RFC 5321 4.1.4), but for BDAT (RFC 3030 2)', () => {
    assert.match(facts(503).sessionState, /^Unchanged.*5321 4\.1\.4.*BDAT.*RSET/)
  })

  it('explains a code without a row by its first digit (RFC 5321 4.2)', () => {
    const row = facts(499)
    assert.equal(row.status, 'unknown')
    assert.equal(row.class, 'transient negative completion')
    assert.match(row.meaning, /first digit, 4, says that the command failed for now/)
  })

  it('explains the second digit of a code without a row (RFC 5321 4.2.1)', () => {
    assert.match(facts(509).meaning, /second digit, 0, stands for syntax/)
    assert.match(facts(419).meaning, /second digit, 1, stands for information/)
    assert.match(facts(429).meaning, /second digit, 2, stands for the connection/)
    assert.match(facts(559).meaning, /second digit, 5, stands for the mail system/)
  })

  it('says so when the second digit is outside the grammar (RFC 5321 4.2, Reply-code)', () => {
    assert.match(facts(571).meaning, /second digit of 7 is outside the grammar/)
  })
})

function facts(code: number): ReplyCodeFacts {
  const found = replyCodeFacts(code)
  assert.ok(found, `${code} is a reply code`)
  return found
}
