import assert from 'node:assert/strict'
import { join } from 'node:path'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { speakers } from '../transcript/listing.ts'
import { differences, readExpected, transcriptNames } from './expectation.ts'

const folder = join('test', 'corpus', 'swaks')
const names = transcriptNames(folder)

/** The letters that `speakers` gives to each side. */
const letters = { client: 'CAM.B', server: 'S' } as const

/** Who says a line by its mark, as swaks' manual has it; undefined where there is none. */
function markedSpeaker(line: string): keyof typeof letters | undefined {
  if (/^(?: -| ~|\*\*|\*~)>/.test(line)) return 'client'
  return /^<(?:- |~ |\*\*|~\*)/.test(line) ? 'server' : undefined
}

describe('the transcripts of swaks', () => {
  it('are all there', () => {
    assert.equal(names.length, 87)
  })

  for (const name of names) {
    const { text, expected } = readExpected(folder, name)
    const transcript = readTranscript(text)

    it(`${name} has its commands, replies and mail data where they are`, () => {
      assert.deepEqual(differences(transcript, expected), [])
    })

    it(`${name} has every marked line on the right side`, () => {
      const read = speakers(transcript)
      const wrong = text.split(/\r\n|\n|\r/).flatMap((line, index) => {
        const speaker = markedSpeaker(line)
        const letter = read[index] ?? ''
        const isRight = speaker === undefined || letters[speaker].includes(letter)
        return isRight ? [] : [`${index + 1} is ${letter}, not of the ${speaker}: ${line}`]
      })
      assert.deepEqual(wrong, [])
    })

    it(`${name} has ${expected.sessions} session${expected.sessions === 1 ? '' : 's'} of its protocol`, () => {
      assert.equal(transcript.reading.records.length, expected.lines + (text.endsWith('\n') ? 1 : 0))
      if (expected.sessions > 0) assert.equal(transcript.reading.dialect.name, 'swaks')
      assert.equal(transcript.sessions.length, expected.sessions)
      for (const { session } of transcript.sessions) {
        // The text may begin behind the hello, or end before it.
        const fits = expected.protocol === 'LMTP' ? ['LMTP'] : ['SMTP', 'ESMTP', 'unknown']
        assert.ok(fits.includes(session.protocol), `${session.protocol} instead of ${expected.protocol}`)
      }
    })
  }

  it('hold more than a thousand commands, replies and messages', () => {
    const lines = names.reduce((sum, name) => {
      const { commands, replies, dataRanges } = readExpected(folder, name).expected
      return sum + commands.length + replies.length + dataRanges.length
    }, 0)
    assert.ok(lines > 1000, `${lines}`)
  })
})
