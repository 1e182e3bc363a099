import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { type CorpusFile, corpusOf, expectedFacts, foundIn, swapped, tools } from './expectation.ts'

/**
 * What is read otherwise than the expectation says, and why.
 * In haraka-log the server answers the cancellation `*` with another 334, so that the QUIT behind it could as well be
 * an answer to that: four letters are base64.
 */
const knownMisses: Readonly<Record<string, readonly string[]>> = {
  'haraka-log/auth-fail.txt': ['missing: 56 command QUIT'],
}

/** What was found and not expected, and the other way round. Where reporting nothing is right, too, nothing is missing. */
function differences({ text, expected }: CorpusFile): string[] {
  const found = foundIn(readTranscript(text), expected)
  const wanted = expectedFacts(expected)
  const missing = expected.ambiguous ? [] : wanted.filter(one => !found.includes(one))
  const wrong = found.filter(one => !wanted.includes(one))
  return [...missing.map(one => `missing: ${one}`), ...wrong.map(one => `wrong: ${one}`)]
}

function path({ tool, name }: CorpusFile): string {
  return `${tool}/${name}`
}

/** Whether the server complained in a session, so that an error in it is no news. */
function hasComplaint({ expected }: CorpusFile): boolean {
  return expected.replies.some(([, code]) => code >= 400)
}

for (const tool of tools) {
  describe(`the transcripts of ${tool}`, () => {
    for (const file of corpusOf(tool)) {
      const { text, expected } = file
      const transcript = readTranscript(text)

      it(`${file.name} has its commands, replies and mail data where they are`, () => {
        assert.deepEqual(differences(file), knownMisses[path(file)] ?? [], transcript.reading.dialect.name)
      })

      it(`${file.name} has nothing of the client's as the server's, or the other way round`, () => {
        assert.deepEqual(swapped(foundIn(transcript, expected), expected), [])
      })

      if (!expected.ambiguous) {
        it(`${file.name} has ${expected.sessions} session${expected.sessions === 1 ? '' : 's'} of its protocol`, () => {
          assert.equal(transcript.sessions.length, expected.sessions)
          for (const { session } of transcript.sessions) {
            // The text may begin behind the hello, or end before it.
            const fits = ['SMTP', 'ESMTP', 'LMTP', 'unknown'].filter(
              one => one === 'unknown' || (one === 'LMTP') === (expected.protocol === 'LMTP'),
            )
            if (expected.sessions === 1) assert.ok(fits.includes(session.protocol), session.protocol)
          }
        })
      }

      if (!hasComplaint(file)) {
        it(`${file.name} is not blamed for what its server accepted`, () => {
          const errors = checkTranscript(transcript).flatMap(({ problems }) =>
            problems
              .filter(({ severity }) => severity === 'error')
              .map(({ rule, message }) => `${rule.id}: ${message}`),
          )
          assert.deepEqual(errors, [])
        })
      }
    }
  })
}

describe('the corpus', () => {
  const files = tools.flatMap(corpusOf)

  it('is read as it was written down, 99.5 % of all lines', () => {
    const total = files.reduce((sum, { expected }) => sum + expectedFacts(expected).length, 0)
    const missed = files.reduce((sum, file) => sum + differences(file).length, 0)
    assert.ok(total > 6500, `${total}`)
    assert.ok(missed <= total * 0.005, `${missed} of ${total}`)
  })
})
