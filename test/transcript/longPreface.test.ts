import assert from 'node:assert/strict'
import { sessionJson } from '../../server/features/sessionJson.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

describe('a session far down in its text', () => {
  it('is found behind a thousand lines that show no dialect', () => {
    const preface = 'some words of a ticket\n'.repeat(1000)
    const transcript = readTranscript(`${preface}S: 220 mx.example.org ESMTP\nC: QUIT\nS: 221 bye\n`)
    assert.equal(transcript.reading.dialect.name, 'smtp')
    assert.deepEqual(
      transcript.sessions.map(({ startLine, session }) => [startLine, session.ending]),
      [[1000, 'quit']],
    )
  })
})

describe('a password that nobody encoded', () => {
  it('is not shown where it stands behind a refused AUTH', () => {
    const text =
      'S: 220 mx.example.org ESMTP\nC: EHLO c\nS: 250 mx\nC: AUTH LOGIN\nS: 535 no\nC: hunter2\nS: 500 what\n'
    const transcript = readTranscript(text)
    const shown = transcript.sessions.map((placed, index) =>
      sessionJson('a.smtp', transcript.reading.dialect, placed, index + 1),
    )
    assert.ok(!JSON.stringify(shown).toLowerCase().includes('hunter2'))
  })
})
