import assert from 'node:assert/strict'
import fc from 'fast-check'
import { lensPlaces, lensText } from '../../server/features/codeLenses.ts'
import { historyOf } from '../../server/transcript/history.ts'
import { lineCountOf } from '../../server/transcript/reading.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { realTexts } from './realTexts.ts'

/** The lenses of a text: the line from 1 that each stands above, and what it says. */
function lensesIn(text: string): (readonly [number, string | null])[] {
  const transcript = readTranscript(text)
  return lensPlaces(transcript, 1000).map(place => [place.line + 1, lensText(transcript, place)])
}

const twoTransactions = [
  '220 mx.example.org ESMTP',
  'EHLO client.example.net',
  '250 mx.example.org',
  'MAIL FROM:<anna@example.net>',
  '250 2.1.0 Ok',
  'RCPT TO:<bob@example.org>',
  '250 2.1.5 Ok',
  'RCPT TO:<carol@example.org>',
  '550 5.1.1 unknown',
  'RCPT TO:<dave@example.org>',
  '450 4.2.0 later',
  'DATA',
  '354 go ahead',
  'hello',
  '.',
  '250 2.0.0 queued',
  'MAIL FROM:<eve@example.net>',
  '550 5.7.1 not you',
  'QUIT',
  '221 bye',
]

describe('code lenses', () => {
  it('tell of the session and of each of its transactions', () => {
    assert.deepEqual(lensesIn(twoTransactions.join('\n')), [
      [
        1,
        'Session 1: accepted, but not for everyone; refused at RCPT TO:<carol@example.org> (550 5.1.1) · 2 transactions',
      ],
      [
        4,
        'Transaction 1: accepted, but not for everyone; refused at RCPT TO:<carol@example.org> (550 5.1.1) · recipients: 1 accepted, 1 deferred, 1 refused',
      ],
      [17, 'Transaction 2: refused at MAIL FROM:<eve@example.net> (550 5.7.1)'],
    ])
  })

  it('do not say twice how the only transaction came out', () => {
    const text = ['=== Trying mx.example.org:25...', ...twoTransactions.slice(0, 16)]
      .map(line => (/^(?:===|\d)/.test(line) ? line.replace(/^(?=\d)/, '<-  ') : ` -> ${line}`))
      .join('\n')
    assert.deepEqual(lensesIn(text), [
      [1, 'Session 1: accepted, but not for everyone; refused at RCPT TO:<carol@example.org> (550 5.1.1)'],
      [5, 'Transaction 1 · recipients: 1 accepted, 1 deferred, 1 refused'],
    ])
  })

  it('tell how long it took where the tool prints times, also of sessions that are interleaved', () => {
    const line = (id: string, time: string, event: string, data: string) =>
      `2026-11-23T23:20:${time}Z,MX\\Default,08DE2AE31B5F000${id},1,192.0.2.1:25,192.0.2.7:50412,${event},${data},`
    const text = [
      '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
      line('0', '24.500', '>', '220 mx.example.org Microsoft ESMTP MAIL Service ready'),
      line('1', '24.900', '>', '220 mx.example.org Microsoft ESMTP MAIL Service ready'),
      line('0', '25.000', '<', 'EHLO a.example.net'),
      line('1', '25.100', '<', 'EHLO b.example.net'),
      line('0', '25.200', '>', '250  mx.example.org Hello'),
      line('1', '25.300', '>', '554 5.7.1 no'),
      line('0', '26.000', '<', 'MAIL FROM:<anna@example.net>'),
      line('0', '26.250', '>', '450 4.7.1 Try again later'),
    ].join('\n')
    assert.deepEqual(lensesIn(text), [
      [2, 'Session 1 (08DE2AE31B5F0000): deferred at MAIL FROM:<anna@example.net> (450 4.7.1) · 1.8 s'],
      [3, 'Session 2 (08DE2AE31B5F0001): refused at EHLO b.example.net (554 5.7.1) · 400 ms'],
      [8, 'Transaction 1: deferred at MAIL FROM:<anna@example.net> (450 4.7.1) · 250 ms'],
    ])
  })

  it('count minutes and hours in logs with times of whole seconds', () => {
    const log = (...times: readonly string[]) => {
      const said = [
        '> client.example.net[192.0.2.7]: 220 mx.example.org ESMTP',
        '< client.example.net[192.0.2.7]: QUIT',
      ]
      return said.map((line, index) => `Nov 23 ${times[index]} mx postfix/smtpd[1234]: ${line}`).join('\n')
    }
    const durations = [
      ['10:00:00', '10:00:00', 'less than 1 s'],
      ['10:00:00', '10:00:59', '59 s'],
      ['10:00:00', '10:03:05', '3 min 5 s'],
      ['10:00:00', '12:30:05', '2 h 30 min'],
    ] as const
    for (const [before, behind, told] of durations) {
      assert.match(lensesIn(log(before, behind))[0]?.[1] ?? '', new RegExp(` · ${told}$`))
    }
    assert.doesNotMatch(lensesIn(log('10:00:05', '10:00:00'))[0]?.[1] ?? '', / · /)
  })

  it('are those around a line where there are too many, whole sessions as far as that goes', () => {
    const session = `${twoTransactions.slice(0, 7).join('\n')}\nQUIT\n221 bye\n`
    const transcript = readTranscript(session.repeat(50))
    assert.equal(lensPlaces(transcript, 1000).length, 100)
    const lines = lensPlaces(transcript, 6, 20 * 9 + 4).map(({ line }) => line)
    assert.deepEqual(lines, [19 * 9, 19 * 9 + 3, 20 * 9, 20 * 9 + 3, 21 * 9, 21 * 9 + 3])
    assert.deepEqual(
      lensPlaces(transcript, 4).map(({ line }) => line),
      [0, 3, 9, 12],
    )
    assert.deepEqual(
      lensPlaces(transcript, 4, 10_000).map(({ line }) => line),
      [48 * 9, 48 * 9 + 3, 49 * 9, 49 * 9 + 3],
    )
  })

  it('say nothing of a place where nothing begins any more', () => {
    const transcript = readTranscript(twoTransactions.join('\n'))
    assert.equal(lensText(transcript, { startLine: 1, mail: null }), null)
    assert.equal(lensText(transcript, { startLine: 0, mail: 4 }), null)
  })

  it('stand above every session and transaction, and all say something, whatever the text', () => {
    const holds = (text: string) => {
      const transcript = readTranscript(text)
      const places = lensPlaces(transcript, 10_000)
      for (const place of places) {
        assert.ok(place.line < lineCountOf(transcript.reading))
        if (place.mail === null) assert.match(lensText(transcript, place) ?? '', /^Session \d/)
      }
      const told = places.filter(place => place.mail !== null && lensText(transcript, place) !== null)
      const transactions = transcript.sessions.flatMap(({ session }) => historyOf(session).transactions)
      assert.ok(told.length <= transactions.length)
      assert.equal(places.filter(({ mail }) => mail === null).length, transcript.sessions.length)
      return [told.length, transactions.length] as const
    }
    fc.assert(
      fc.property(texts, text => void holds(text)),
      { numRuns: 300 },
    )
    for (const text of realTexts()) {
      const [told, all] = holds(text)
      assert.equal(told, all, text.slice(0, 2000))
    }
  })
})
