import assert from 'node:assert/strict'
import fc from 'fast-check'
import { elapsedBetween, momentOf, timeOn } from '../../server/transcript/lineTimes.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

/** The milliseconds between two times, null where they are not told. */
function between(before: string, behind: string): number | null {
  const [one, other] = [momentOf(before), momentOf(behind)]
  assert.ok(one && other)
  return elapsedBetween(one, other)
}

describe('the times of a log', () => {
  const pairs: readonly (readonly [before: string, behind: string, elapsed: number])[] = [
    ['2026-11-23T23:20:24.511Z', '2026-11-23T23:20:25.011Z', 500],
    ['2026-11-23T23:20:24+09:00', '2026-11-23T14:20:26Z', 2000],
    ['2026-12-31 23:59:59', '2027-01-01 00:00:01', 2000],
    ['Nov 23 23:59:59', 'Nov 24 00:00:04', 5000],
    ['Dec 31 23:59:59', 'Jan  1 00:00:00', 1000],
    ['Feb 28 23:59:59', 'Feb 29 00:00:00', 1000],
    ['Mon, 23 Nov 2026 23:14:01 +0000', 'Mon, 23 Nov 2026 18:14:02 -0500', 1000],
    ['Mon Nov 23 23:14:01 2026', 'Tue Nov 24 23:14:01 2026', 86_400_000],
    ['23:59:59,750', '00:00:00,250', 500],
    ['10:00:00.57', '10:00:00.58', 10],
  ]

  for (const [before, behind, elapsed] of pairs) {
    it(`are so far apart: ${before} and ${behind}`, () => assert.equal(between(before, behind), elapsed))
  }

  it('are not told apart where the later line has the earlier time, or another form', () => {
    assert.equal(between('10:00:01', '10:00:00'), null)
    assert.equal(between('2026-11-23 10:00:01', '2025-11-23 10:00:01'), null)
    assert.equal(between('2026-11-23 10:00:01', '10:00:02'), null)
  })

  it('come from what the tool printed in front of a line, not from what was said', () => {
    const { session } = readTranscript(
      [
        'Nov 23 23:14:01 mx postfix/smtpd[1234]: connect from client.example.net[192.0.2.7]',
        'Nov 23 23:14:02 mx postfix/smtpd[1234]: > client.example.net[192.0.2.7]: 220 mx.example.org 10:00:00',
        'Nov 23 23:14:03 mx postfix/smtpd[1234]: < client.example.net[192.0.2.7]: EHLO client.example.net',
        'Nov 23 23:14:04 mx postfix/smtpd[1234]: > client.example.net[192.0.2.7]: 250 mx.example.org',
      ].join('\n'),
    ).sessions[0] ?? { session: undefined }
    assert.ok(session)
    const times = session.texts.map((_, line) => timeOn(session, line))
    assert.deepEqual(times, ['Nov 23 23:14:01', 'Nov 23 23:14:02', 'Nov 23 23:14:03', 'Nov 23 23:14:04'])
    const own = readTranscript('S: 10:00:00 220 mx.example.org\nC: EHLO a.example').sessions[0]?.session
    assert.equal(own && timeOn(own, 0), null)
  })

  it('are numbers or nothing, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), text => {
        const moment = momentOf(text)
        assert.ok(moment === null || Number.isFinite(moment.at))
      }),
    )
  })
})
