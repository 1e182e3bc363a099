import assert from 'node:assert/strict'
import { checkTranscript } from '../../server/rules/check.ts'
import { wholeOf } from '../../server/transcript/reading.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

const hello = ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org']
const mail = ['C: MAIL FROM:<anna@example.net>', 'S: 250 Ok']

/** RCPT and its reply for so many recipients. */
function recipients(count: number, reply: string): string[] {
  return Array.from({ length: count }, (_, number) => [
    `C: RCPT TO:<user${number}@example.org>`,
    reply,
  ]).flat()
}

describe('a session with very many recipients', () => {
  it('comes to no new states for ever, since states are kept', () => {
    const lines = [...hello, ...mail, ...recipients(5000, 'S: 250 Ok')]
    const { reading } = readTranscript(lines.join('\n'))
    const { states } = wholeOf(reading)
    const different = new Set(states)
    assert.ok(different.size < 2500, `${different.size}`)
    assert.equal(states.at(-1), states.at(-3), 'one recipient more is the same state')
  })

  it('is told with their true number all the same', () => {
    const nested = ['C: MAIL FROM:<carla@example.net>', 'S: 503 5.5.1 nested MAIL command']
    const lines = [...hello, ...mail, ...recipients(1500, 'S: 250 Ok'), ...nested]
    const [found] = checkTranscript(readTranscript(lines.join('\n'))).flatMap(({ problems }) => problems)
    assert.equal(found?.rule.id, 'sequence/nested-mail')
    assert.match(found.related[0]?.message ?? '', /1500 accepted recipients/)
  })

  it('in LMTP has a reply for each, however many they are', () => {
    const lines = [
      ...['S: 220 mx LMTP', 'C: LHLO client.example.net', 'S: 250 mx', ...mail],
      ...recipients(1200, 'S: 250 Ok'),
      ...['C: DATA', 'S: 354 go', 'C: From: anna@example.net', 'C: .'],
      ...Array.from({ length: 1200 }, () => 'S: 250 stored'),
      ...['C: QUIT', 'S: 221 bye'],
    ]
    const [placed] = readTranscript(lines.join('\n')).sessions
    const message = placed?.session.exchanges.find(({ unit }) => unit.kind === 'message')
    assert.equal(message?.replies.length, 1200)
    assert.equal(placed?.session.unasked.length, 0)
  })
})
