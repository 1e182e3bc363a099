import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkTranscript } from '../../server/rules/check.ts'
import { rules } from '../../server/rules/registry.ts'
import type { SessionProblems } from '../../server/rules/sessionFindings.ts'
import { lineInText } from '../../server/transcript/placedSession.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

const folder = 'examples'

/** What the comments in each example promise: the lines, from 1, on which something is found, and the rules. */
const expectedRules: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  'addresses-and-arguments.smtp': {
    8: 'syntax/unknown-verb',
    10: 'syntax/missing-from-or-to',
    12: 'syntax/missing-colon',
    14: 'syntax/space-around-colon',
    16: 'syntax/missing-angle-brackets',
    18: 'syntax/unbalanced-angle-brackets',
    22: 'syntax/unexpected-argument',
    29: 'syntax/hello-argument',
    31: 'syntax/hello-argument',
    44: 'syntax/null-recipient',
    46: 'syntax/recipient-without-domain',
    48: 'syntax/invalid-mailbox',
    50: 'syntax/source-route',
    63: 'syntax/parameter-malformed',
    65: 'syntax/parameter-on-wrong-command',
    69: 'syntax/dsn-parameter',
  },
  'chunking-mistakes.smtp': {
    14: 'data/bdat-size-mismatch',
    29: 'data/bdat-without-last',
    48: 'data/data-after-bdat',
    67: 'data/command-after-failed-bdat',
  },
  'chunking.smtp': {},
  'classic-mistakes.smtp': {
    6: 'sequence/mail-before-hello',
    18: 'sequence/nested-mail',
    32: 'sequence/data-without-rcpt',
    46: 'sequence/rcpt-after-refused-mail',
    59: 'tls/hello-missing-after-starttls',
    70: 'sequence/command-after-quit',
  },
  'clean-session.smtp': {},
  'client-script.smtp': {},
  'curl-run.smtp': { 14: 'policy/greylisted', 30: 'sequence/data-without-mail' },
  'greylisting.smtp': { 13: 'policy/greylisted' },
  'lmtp-delivery.lmtp': { 26: 'policy/partial-acceptance' },
  'lmtp-mistakes.lmtp': {
    6: 'lmtp/wrong-hello',
    13: 'lmtp/wrong-hello',
    37: 'lmtp/missing-recipient-replies',
    59: 'lmtp/per-recipient-replies-in-smtp',
    67: 'lmtp/required-extensions',
    74: 'lmtp/data-without-recipient',
  },
  'logging-in.smtp': {
    9: 'auth/required',
    21: 'auth/offered-but-unused',
    32: 'auth/clear-text-password',
    49: 'auth/invalid-base64',
    60: 'auth/initial-response-not-allowed',
    65: 'auth/cancel-reply',
    68: 'auth/command-during-exchange',
  },
  'maillog.smtp': { 3: 'policy/greylisted' },
  'message-data.smtp': {
    19: 'data/not-dot-stuffed',
    32: 'data/premature-end',
    54: 'data/not-terminated',
    69: 'data/sent-without-354',
  },
  'mislabelled.smtp': {
    9: 'transcript/wrong-direction',
    20: 'transcript/unlabelled-line',
    27: 'transcript/not-smtp',
    32: 'transcript/not-smtp',
    40: 'transcript/mixed-sessions',
  },
  'pasted-without-prefixes.smtp': {
    13: 'sequence/data-after-all-rcpt-refused',
    26: 'policy/partial-acceptance',
  },
  'pipelining-mistakes.smtp': {
    10: 'pipelining/not-announced',
    21: 'pipelining/must-be-last',
    40: 'pipelining/content-before-354',
    61: 'pipelining/content-before-354',
  },
  'pipelining.smtp': { 27: 'policy/partial-acceptance' },
  'postfix-debug.smtp': { 11: 'sequence/mail-before-hello', 15: 'sequence/rcpt-after-refused-mail' },
  'refused-by-policy.smtp': {
    12: 'policy/greylisted',
    13: 'policy/immediate-retry',
    30: 'policy/permanent-failure-repeated',
    42: 'policy/partial-acceptance',
    55: 'policy/null-sender-many-recipients',
  },
  'replies-gone-wrong.smtp': {
    5: 'reply/greeting-without-domain',
    15: 'reply/ehlo-keyword-on-first-line',
    24: 'reply/multiline-missing-hyphen',
    39: 'reply/text-contradicts-class',
    41: 'reply/enhanced-class-mismatch',
    54: 'reply/too-many-recipients-code',
    65: 'reply/421-but-session-continues',
    75: 'reply/unsolicited',
  },
  'secrets.smtp': {
    14: 'privacy/credentials-exposed',
    33: 'privacy/credentials-exposed',
    49: 'privacy/credentials-exposed',
    68: 'privacy/credentials-exposed',
  },
  'smuggling.smtp': {
    18: 'smuggling/bare-lf',
    19: 'smuggling/bare-cr',
    39: 'smuggling/nonstandard-end-of-data',
    66: 'smuggling/nonstandard-end-accepted',
  },
  'starttls.smtp': {
    9: 'tls/required',
    19: 'tls/offered-but-unused',
    42: 'tls/data-before-handshake',
    57: 'tls/announced-inside-tls',
    58: 'tls/starttls-twice',
    70: 'tls/greeting-after-starttls',
  },
  'swaks-run.smtp': { 40: 'policy/partial-acceptance' },
  'unannounced-extensions.smtp': {
    8: 'extension/parameter-not-announced',
    18: 'extension/verb-not-announced',
    28: 'extension/auth-mechanism-not-offered',
    41: 'extension/size-too-large',
    43: 'extension/smtputf8-needed',
    54: 'extension/8bit-without-8bitmime',
    66: 'extension/announced-but-refused',
  },
  'unknown-tool.smtp': { 15: 'sequence/rcpt-without-mail' },
}

const names = readdirSync(folder).sort()

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8')
}

function checked(name: string): readonly SessionProblems[] {
  return checkTranscript(readTranscript(read(name)))
}

/** The line, from 1, and the rule of each problem, in the order of the text. */
function found(name: string): string[] {
  const all = checked(name).flatMap(({ placed, problems }) =>
    problems.map(({ span, rule }) => ({ line: lineInText(placed, span.line) + 1, id: rule.id })),
  )
  return all.toSorted((one, other) => one.line - other.line).map(({ line, id }) => `${line} ${id}`)
}

function expected(name: string): string[] {
  return Object.entries(expectedRules[name] ?? {}).map(([line, id]) => `${line} ${id}`)
}

/** The comment in front of a numbered session, and the lines, from 1, from there to the next. */
interface Told {
  readonly comment: string
  readonly first: number
  readonly last: number
}

function sessionsTold(name: string): Told[] {
  const lines = read(name).split('\n')
  const starts = lines.flatMap((line, at) => (/^# \d+\. /.test(line) ? [at] : []))
  return starts.map((start, index) => ({
    comment: lines[start] ?? '',
    first: start + 1,
    last: starts[index + 1] ?? lines.length,
  }))
}

describe('what is found in the examples', () => {
  it('is expected of all of them', () => {
    assert.deepEqual(names, Object.keys(expectedRules).sort())
  })

  for (const name of names) {
    it(`is what the comments promise: ${name}`, () => {
      assert.deepEqual(found(name), expected(name))
    })
  }

  it('is something in every numbered session, unless its comment says that it is nothing', () => {
    for (const name of names) {
      const lines = found(name).map(one => Number.parseInt(one, 10))
      for (const { comment, first, last } of sessionsTold(name)) {
        const isFound = lines.some(line => line >= first && line <= last)
        assert.equal(isFound, !comment.includes('Nothing is found here'), `${name}: ${comment}`)
      }
    }
  })

  it('is of every family of rules', () => {
    const familyOf = (id: string) => id.slice(0, id.indexOf('/'))
    const shown = new Set(names.flatMap(found).map(one => familyOf(one.slice(one.indexOf(' ') + 1))))
    assert.deepEqual([...shown].sort(), [...new Set(rules.map(({ id }) => familyOf(id)))].sort())
  })

  it('can be repaired by most of the findings, where an example points to the light bulb', () => {
    for (const name of names.filter(one => read(one).includes('light bulb'))) {
      const problems = checked(name).flatMap(one => one.problems)
      const repaired = problems.filter(problem => problem.fixes().length > 0)
      assert.ok(repaired.length > problems.length / 2, `${name}: ${repaired.length} of ${problems.length}`)
    }
  })
})
