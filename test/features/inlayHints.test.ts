import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { InlayHint } from 'vscode-languageserver-types'
import { inlayHints } from '../../server/features/inlayHints.ts'
import { lineCountOf } from '../../server/transcript/reading.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { realTexts } from './realTexts.ts'

const uri = 'file:///folder/session.smtp'

function labelOf({ label }: InlayHint): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('')
}

/** The text with its hints where the editor shows them, each between ⟦ and ⟧. */
function withHints(text: string, level: 'basic' | 'full', first = 0, last = 1000): string[] {
  const hints = inlayHints(readTranscript(text), { uri, first, last, level })
  return text.split('\n').map((line, number) => {
    const own = hints.filter(({ position }) => position.line === number)
    const columns = [...new Set(own.map(({ position }) => position.character))].sort((a, b) => b - a)
    return columns.reduce((shown, column) => {
      const labels = own
        .filter(({ position }) => position.character === column)
        .map(one => `⟦${labelOf(one)}⟧`)
      return shown.slice(0, column) + labels.join('') + shown.slice(column)
    }, line)
  })
}

/** Takes the hints out of what `withHints` gives. */
function without(lines: readonly string[]): string {
  return lines.map(line => line.replaceAll(/⟦[^⟧]*⟧/g, '')).join('\n')
}

/** Holds that the hints of a text are those that stand in it here. */
function expectHints(level: 'basic' | 'full', ...lines: readonly string[]): void {
  assert.deepEqual(withHints(without(lines), level), lines)
}

describe('inlay hints', () => {
  it('tell what a reply answers that stands apart from it, and what a refusal leaves', () => {
    expectHints(
      'basic',
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250-mx.example.org',
      'S: 250 PIPELINING',
      'C: MAIL FROM:<anna@example.net>',
      'C: RCPT TO:<bob@example.org>',
      'C: RCPT TO:<carol@example.org>',
      'C: DATA',
      'S: 250 2.1.0 Ok⟦← MAIL FROM:<anna@example.net>⟧',
      'S: 250 2.1.5 Ok⟦← RCPT TO:<bob@example.org>⟧',
      'S: 550-5.1.1 unknown⟦← RCPT TO:<carol@example.org>⟧',
      'S: 550 5.1.1 here⟦→ 1 recipient accepted⟧',
      'S: 354 go ahead⟦← DATA⟧',
      'C: hello',
      'C: .',
      'S: 450 4.3.0 later⟦→ no transaction open⟧',
      'C: QUIT',
      'S: 221 bye',
    )
  })

  it('tell what is left of recipients that are refused one after the other behind the last of them', () => {
    expectHints(
      'basic',
      '220 mx.example.org ESMTP',
      'EHLO client.example.net',
      '250 mx.example.org',
      'MAIL FROM:<anna@example.net>',
      '250 2.1.0 Ok',
      'RCPT TO:<bob@example.org>',
      '550 5.1.1 unknown',
      'RCPT TO:<carol@example.org>',
      '550 5.1.1 unknown⟦→ sender accepted, no recipient yet⟧',
      'QUIT',
      '221 bye',
    )
  })

  it('say nothing in a session in which everything is plain to see', () => {
    expectHints(
      'basic',
      '220 mx.example.org ESMTP',
      'EHLO client.example.net',
      '250 mx.example.org',
      'MAIL FROM:<anna@example.net>',
      '250 2.1.0 Ok',
      'RCPT TO:<bob@example.org>',
      '250 2.1.5 Ok',
      'DATA',
      '354 go ahead',
      'hello',
      '.',
      '250 2.0.0 queued',
      'QUIT',
      '221 bye',
    )
  })

  it('tell in full the state behind each reply that has changed it', () => {
    expectHints(
      'full',
      '=== Trying mx.example.org:25...',
      '=== Connected to mx.example.org.',
      '<-  220 mx.example.org ESMTP⟦→ EHLO is due⟧',
      ' -> EHLO client.example.net',
      '<-  250-mx.example.org',
      '<-  250 STARTTLS⟦→ ready for MAIL⟧',
      ' -> STARTTLS',
      '<-  220 go ahead⟦→ TLS begins⟧',
      '=== TLS started with cipher TLSv1.3',
      ' ~> EHLO client.example.net',
      '<~  250-mx.example.org',
      '<~  250 AUTH LOGIN⟦→ ready for MAIL⟧',
      ' ~> AUTH LOGIN',
      '<~  334 VXNlcm5hbWU6⟦= Username:⟧⟦→ an answer of the client is due⟧',
      ' ~> YW5uYQ==',
      '<~  334 UGFzc3dvcmQ6⟦= Password:⟧',
      ' ~> c2VjcmV0',
      '<~  235 2.7.0 welcome⟦→ logged in; ready for MAIL⟧',
      ' ~> MAIL FROM:<anna@example.net>',
      '<~  250 2.1.0 Ok⟦→ sender accepted, no recipient yet⟧',
      ' ~> RCPT TO:<bob@example.org>',
      '<~* 550 5.1.1 unknown⟦→ sender accepted, no recipient yet⟧',
      ' ~> DATA',
      '<~* 554 5.5.1 no valid recipients⟦→ sender accepted, no recipient yet⟧',
      ' ~> RCPT TO:<carol@example.org>',
      '<~  250 2.1.5 Ok⟦→ 1 recipient accepted⟧',
      ' ~> DATA',
      '<~* 451 4.3.0 not now⟦→ no message taken; the transaction is still open⟧',
      ' ~> QUIT',
      '<~  221 bye⟦→ the connection is closed⟧',
    )
  })

  it('tell in full the time since the line before, of each of the sessions that are interleaved', () => {
    const line = (id: string, time: string, event: string, data: string) =>
      `2026-11-23T23:20:${time},MX\\Default,08DE2AE31B5F000${id},1,192.0.2.1:25,192.0.2.7:50412,${event},${data},`
    const lines = [
      '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context',
      line('0', '24.500Z', '>', '220 mx.example.org Microsoft ESMTP MAIL Service ready'),
      line('1', '24.900Z', '>', '220 mx.example.org Microsoft ESMTP MAIL Service ready'),
      line('0', '25.000Z⟦+500 ms⟧', '<', 'EHLO a.example.net'),
      line('1', '26.900Z⟦+2.0 s⟧', '<', 'EHLO b.example.net'),
      line('0', '25.000Z', '>', '250  mx.example.org Hello'),
      line('1', '59.900Z⟦+33 s⟧', '>', '250  mx.example.org Hello'),
    ]
    const states = /⟦→[^⟧]*⟧/g
    assert.deepEqual(
      withHints(without(lines), 'full').map(one => one.replaceAll(states, '')),
      lines,
    )
    assert.deepEqual(withHints(without(lines), 'basic'), without(lines).split('\n'))
  })

  it('tell whose reply it is where a message gets one for each recipient', () => {
    expectHints(
      'basic',
      'S: 220 mx.example.org LMTP',
      'C: LHLO client.example.net',
      'S: 250 mx.example.org',
      'C: MAIL FROM:<anna@example.net>',
      'S: 250 2.1.0 Ok',
      'C: RCPT TO:<bob@example.org>',
      'S: 250 2.1.5 Ok',
      'C: RCPT TO:<carol@example.org>',
      'S: 250 2.1.5 Ok',
      'C: DATA',
      'S: 354 go ahead',
      'C: hello',
      'C: .',
      'S: 250 2.0.0 saved⟦← <bob@example.org>⟧',
      'S: 452 4.2.2 full⟦← <carol@example.org>⟧⟦→ no transaction open⟧',
      'C: QUIT',
      'S: 221 bye',
    )
  })

  it('lead to what they tell of, and say it in plain words', () => {
    const text = [
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 PIPELINING',
      'C: MAIL FROM:<anna@example.net>',
      'C: RCPT TO:<bob@example.org>',
      'S: 250 2.1.0 Ok',
      'S: 450 4.2.0 later',
    ].join('\n')
    const hints = inlayHints(readTranscript(text), { uri, first: 6, last: 6, level: 'basic' })
    const tooltip = 'This reply answers line 5: RCPT TO:<bob@example.org>'
    const range = { start: { line: 4, character: 3 }, end: { line: 4, character: 28 } }
    assert.deepEqual(hints, [
      {
        position: { line: 6, character: 18 },
        label: [{ value: '← RCPT TO:<bob@example.org>', tooltip, location: { uri, range } }],
        tooltip,
        paddingLeft: true,
      },
      {
        position: { line: 6, character: 18 },
        label: '→ sender accepted, no recipient yet',
        tooltip:
          'After this reply: sender accepted, no recipient yet. Recipients of this transaction: 0 accepted, 1 deferred, 0 refused.',
        paddingLeft: true,
      },
    ])
  })

  it('never decode a challenge that is part of a proof', () => {
    expectHints(
      'basic',
      'S: 220 mx.example.org ESMTP',
      'C: EHLO client.example.net',
      'S: 250 AUTH SCRAM-SHA-1',
      'C: AUTH SCRAM-SHA-1 biwsbj11c2VyLHI9ZnlrbytkMmxiYkZnT05Sdjlxa3hkYXdM',
      'S: 334 cj1meWtvK2QybGJiRmdPTlJ2OXFreGRhd0wzcmZjTkhZSlkxWlZ2V1ZzN2oscz1RU1hDUitRNnNlazhiZjkyLGk9NDA5Ng==',
      'C: *',
      'S: 501 given up',
    )
  })

  it('are the same in parts and as a whole, and stand in the text, whatever it is', () => {
    const holds = (text: string, cut: number) => {
      const transcript = readTranscript(text)
      const lines = text.split(/\r\n|\n|\r/)
      const last = lineCountOf(transcript.reading) - 1
      const hintsOn = (from: number, to: number) => {
        const hints = inlayHints(transcript, { uri, first: from, last: to, level: 'full' })
        return hints
          .map(hint => JSON.stringify([hint.position.line, hint.position.character, labelOf(hint)]))
          .sort()
      }
      const whole = hintsOn(0, last)
      assert.deepEqual([...hintsOn(0, cut), ...hintsOn(cut + 1, last)].sort(), whole)
      for (const { position, tooltip } of inlayHints(transcript, { uri, first: 0, last, level: 'full' })) {
        assert.ok(position.character <= (lines[position.line] ?? '').length)
        assert.ok(typeof tooltip === 'string' && tooltip !== '')
      }
    }
    fc.assert(fc.property(texts, fc.nat(40), holds), { numRuns: 300 })
    for (const text of realTexts()) holds(text, 17)
  })
})
