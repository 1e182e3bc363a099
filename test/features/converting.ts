import assert from 'node:assert/strict'
import { type ConversionTarget, conversionOf } from '../../server/features/convert.ts'
import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { readTranscript, type Transcript } from '../../server/transcript/transcript.ts'
import { sessionsTold } from './sessionsTold.ts'

/** Fails unless the transcript, written in another form, reads as the same sessions, with the dialect told and detected. */
export function expectSameSessions(transcript: Transcript, to: ConversionTarget, source: string): void {
  const { text, unclear } = conversionOf(transcript, to)
  const where = `written as ${to}:\n${text}\nread from:\n${source}`
  assert.deepEqual(unclear, [], `unclear lines, ${where}`)
  const told = dialectNamed(to)
  assert.ok(told)
  for (const dialect of [told, null]) {
    const again = readTranscript(text, dialect)
    if (transcript.sessions.length > 0) assert.equal(again.reading.dialect.name, to, where)
    assert.equal(sessionsTold(again), sessionsTold(transcript), where)
  }
}
