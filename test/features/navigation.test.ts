import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Position, Range } from 'vscode-languageserver-types'
import { definitionAt } from '../../server/features/definition.ts'
import { highlightsAt } from '../../server/features/highlights.ts'
import { nameAt, occurrencesIn, rangeOfOccurrence } from '../../server/features/navigation/nameAt.ts'
import { referencesAt } from '../../server/features/references.ts'
import { renamable, renameAt } from '../../server/features/rename.ts'
import { selectionRangesAt } from '../../server/features/selectionRanges.ts'
import { searchSymbols } from '../../server/features/workspaceSymbols.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { texts } from '../transcript/generatedText.ts'
import { corpusTexts } from './corpusTexts.ts'

const uri = 'file:///a.smtp'

/** Asks for everything at a place, also one that the text does not have; each range that comes back lies in the text. */
function askAll(text: string, position: Position): void {
  const transcript = readTranscript(text)
  const lines = splitLines(text).texts
  const isInText = ({ start, end }: Range) =>
    start.line >= 0 &&
    end.line < lines.length &&
    start.character >= 0 &&
    start.character <= (lines[start.line]?.length ?? -1) &&
    end.character <= (lines[end.line]?.length ?? -1) &&
    (start.line < end.line || start.character <= end.character)
  const search = searchSymbols('a')
  for (const [index, placed] of transcript.sessions.entries()) search.look(uri, placed, index)
  const link = definitionAt(uri, transcript, position)
  const ranges = [
    ...(highlightsAt(transcript, position) ?? []).map(({ range }) => range),
    ...referencesAt(uri, transcript, position, true).map(({ range }) => range),
    ...(link ? [link.targetRange, link.targetSelectionRange] : []),
    ...selectionRangesAt(transcript, [position]).map(({ range }) => range),
    ...search.found().map(({ location }) => location.range),
  ]
  for (const range of ranges) assert.ok(isInText(range), JSON.stringify({ position, range }))
  const found = renamable(transcript, position)
  const renaming = renameAt(transcript, position, 'zoe@example.com')
  if (!found) assert.equal(renaming.kind, 'refused')
  const name = nameAt(transcript.reading, position)
  if (!name) return
  const { range } = name
  assert.ok(range.start.character <= position.character && position.character <= range.end.character)
  // Who points at a name points at one of its places, or else it would not be renamed where it was asked for.
  const places = occurrencesIn(transcript.reading, name.name).map(rangeOfOccurrence)
  assert.ok(
    places.some(one => JSON.stringify(one) === JSON.stringify(range)),
    `${JSON.stringify(name)} in ${lines[position.line]}`,
  )
}

describe('whatever is asked of a transcript', () => {
  it('has an answer at any place of any text', () => {
    const places = fc.record({ line: fc.nat(70), character: fc.nat(60) })
    fc.assert(fc.property(texts, places, askAll), { numRuns: 1500 })
    const words = [
      'bob',
      '@',
      'example.org',
      '<',
      '>',
      '"',
      "'",
      '.',
      '=',
      ' ',
      'ö',
      '에',
      '[192.0.2.1]',
      'AUTH=',
      '\\n',
      '250-',
      '-',
      ';',
      '+2B',
      '|',
    ]
    const line = fc.array(fc.constantFrom(...words), { maxLength: 9 }).map(parts => parts.join(''))
    const marks = fc.constantFrom(
      'C: RCPT TO:',
      'S: 250-',
      'S: 550 ',
      '',
      "reply: b'250 ",
      ' -> MAIL FROM:',
      '<-  250 ',
    )
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(marks, line).map(parts => parts.join('')),
          { maxLength: 4 },
        ),
        places,
        (all, at) => askAll(all.join('\n'), { line: at.line % 4, character: at.character }),
      ),
      { numRuns: 3000 },
    )
  }).timeout(60_000)

  it('has an answer at places of the corpus', () => {
    for (const text of corpusTexts()) {
      const lines = splitLines(text).texts
      for (let step = 0; step < 4; step++) {
        const line = (step * 7919 + text.length) % lines.length
        askAll(text, { line, character: (step * 31) % ((lines[line]?.length ?? 0) + 2) })
        const named = lines.findIndex((one, index) => index > line && one.includes('@'))
        if (named >= 0) askAll(text, { line: named, character: (lines[named]?.indexOf('@') ?? 0) + step })
      }
    }
  }).timeout(60_000)
})
