import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Position, Range, SelectionRange } from 'vscode-languageserver-types'
import { selectionRangesAt } from '../../server/features/selectionRanges.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { corpusTexts } from './corpusTexts.ts'
import { cursorIn } from './hovering.ts'

/** What is selected, in a few words: part of a line as it is, lines as `first-last`, from 1. */
function shown(text: string, { start, end }: Range): string {
  const lines = splitLines(text).texts
  if (start.line === end.line) return (lines[start.line] ?? '').slice(start.character, end.character)
  const whole = start.character === 0 && end.character === lines[end.line]?.length
  return `${start.line + 1}-${end.line + 1}${whole ? '' : ' cut'}`
}

function chainOf(range: SelectionRange): Range[] {
  return range.parent ? [range.range, ...chainOf(range.parent)] : [range.range]
}

function told(marked: string): string[] {
  const { text, position } = cursorIn(marked)
  const [range] = selectionRangesAt(readTranscript(text), [position])
  assert.ok(range)
  return chainOf(range).map(one => shown(text, one))
}

const head = '# mail\nS: 220 mx.example.org ESMTP\nC: EHLO client.example.net\nS: 250 mx.example.org\n'
const mail = 'C: MAIL FROM:<anna@example.net> SIZE=120\nS: 250 2.1.0 Ok\n'
const rest = 'C: RSET\nS: 250 ok\n'

describe('selecting more and more', () => {
  it('goes from a word of an address to the whole text', () => {
    const text = `${head}${mail.replace('anna', 'an|na')}${rest}`
    assert.deepEqual(told(text), [
      'anna',
      'anna@example.net',
      '<anna@example.net>',
      'FROM:<anna@example.net>',
      'FROM:<anna@example.net> SIZE=120',
      'MAIL FROM:<anna@example.net> SIZE=120',
      'C: MAIL FROM:<anna@example.net> SIZE=120',
      '5-6',
      '5-8',
      '2-8',
      '1-9',
    ])
  })

  it('goes from the value of a parameter to the parameter', () => {
    const parameter = told(`${head}${mail.replace('120', '1|20')}`)
    assert.deepEqual(parameter.slice(0, 3), ['120', 'SIZE=120', 'FROM:<anna@example.net> SIZE=120'])
  })

  it('goes from a domain to its address', () => {
    const domain = told(`${head}${mail.replace('example.net', 'exam|ple.net')}`)
    assert.deepEqual(domain.slice(0, 3), ['example', 'example.net', 'anna@example.net'])
  })

  it('goes from a code to both, to its line, and to all lines of its reply', () => {
    const text = [
      ' -> RCPT TO:<bob@example.org>',
      '<** 550-5.1.1 No such user here.',
      '<** 550 5.1|.1 See https://example.org/help',
    ]
    assert.deepEqual(told(`=== Connected to mx.example.org.\n${text.join('\n')}`), [
      '1',
      '5.1.1',
      '550 5.1.1',
      '550 5.1.1 See https://example.org/help',
      '<** 550 5.1.1 See https://example.org/help',
      '3-4',
      '2-4',
      '1-4',
    ])
  })

  it('goes from a word of a header to the mail data, where nobody says who speaks', () => {
    const text =
      '220 mx ESMTP\nHELO c\n250 mx\nMAIL FROM:<a@c.example>\n250 ok\nRCPT TO:<b@c.example>\n250 ok\nDATA\n354 go\nSubject: Hel|lo you\n\nText\n.\n250 ok\nQUIT\n221 bye'
    assert.deepEqual(told(text), [
      'Hello',
      'Hello you',
      'Subject: Hello you',
      '10-13',
      '10-14',
      '4-14',
      '1-16',
    ])
  })

  it('selects a line and the text where no session is', () => {
    assert.deepEqual(told('Dear di|ary,\nnothing happened.\n'), ['diary', 'diary,', 'Dear diary,', '1-3'])
  })

  it('takes the nearest place for one that the text does not have', () => {
    const transcript = readTranscript('C: NOOP')
    const far = selectionRangesAt(transcript, [
      { line: 99, character: 99 },
      { line: 0, character: 99 },
    ])
    assert.deepEqual(
      far.map(one => one.range),
      Array(2).fill({ start: { line: 0, character: 3 }, end: { line: 0, character: 7 } }),
    )
    assert.deepEqual(selectionRangesAt(readTranscript(''), [{ line: 0, character: 0 }]).length, 1)
  })

  it('takes in more at each step, and always the place, whatever the text', () => {
    const check = (text: string, line: number, character: number) => {
      const lines = splitLines(text).texts
      const at: Position = { line: line % lines.length, character: 0 }
      const position = { ...at, character: character % ((lines[at.line]?.length ?? 0) + 1) }
      const [range] = selectionRangesAt(readTranscript(text), [position])
      assert.ok(range)
      const chain = chainOf(range)
      const before = (a: Position, b: Position) =>
        a.line < b.line || (a.line === b.line && a.character <= b.character)
      for (const [index, one] of chain.entries()) {
        assert.ok(before(one.start, position) && before(position, one.end))
        const outer = chain[index + 1]
        if (!outer) continue
        assert.ok(before(outer.start, one.start) && before(one.end, outer.end))
        assert.notDeepEqual(outer, one)
      }
      const end = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 }
      assert.deepEqual(chain.at(-1), { start: { line: 0, character: 0 }, end })
    }
    fc.assert(fc.property(texts, fc.nat(), fc.nat(), check), { numRuns: 400 })
    for (const text of corpusTexts()) for (let at = 0; at < 12; at++) check(text, at * 7919, at * 13)
  })
})
