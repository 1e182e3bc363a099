import assert from 'node:assert/strict'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { type CorpusFile, corpusOf, expectedDialogue, foundIn, tools } from './expectation.ts'
import { linesOf } from './interleaving.ts'

/** A line of a text that was made of another: which of its lines it is, from 1; null for one that was put in. */
interface MadeLine {
  readonly text: string
  readonly from: number | null
}

type Making = (lines: readonly string[], file: CorpusFile) => readonly MadeLine[]

const each =
  (...make: readonly ((line: string) => string)[]): Making =>
  lines =>
    lines.flatMap((line, index) => make.map(one => ({ text: one(line), from: index + 1 })))

/** What other programs write to the same place. */
const noise = [
  '2026-11-23 10:00:00 INFO worker-3 processing job 4711',
  'Nov 23 10:00:01 mx kernel: [12345.678] eth0: link up',
  'GET /health 200 12ms',
  '  at Object.run (/srv/app/index.js:10:5)',
  'Nov 23 10:00:00 mx dovecot: imap-login: Login: user=<a>, method=PLAIN',
  'cache hit ratio 0.93',
  '',
]

/** Up to 50 lines of noise behind every second line, but for mail data and what belongs to the line behind it. */
const withNoise: Making = (lines, { expected }) => {
  const inData = (line: number) => expected.dataRanges.some(([first, last]) => line >= first && line <= last)
  return lines.flatMap((text, index) => {
    const line = index + 1
    const isBound = inData(line) || inData(line + 1) || /^(?:=>|<=) /.test(text)
    const count = isBound || index % 2 === 0 ? 0 : (index * 7) % 51
    const added = Array.from({ length: count }, (_, at) => ({
      text: noise[(at + index) % noise.length] ?? '',
      from: null,
    }))
    return [{ text, from: line }, ...added]
  })
}

const ways: readonly (readonly [string, Making])[] = [
  ['quoted in a mail', each(line => `> ${line}`)],
  ['quoted twice', each(line => `> > ${line}`)],
  ['indented as a block of code', each(line => `    ${line}`)],
  [
    'with every line printed twice',
    each(
      line => line,
      line => line,
    ),
  ],
  ['with up to 50 lines of noise between two of its own', withNoise],
]

/** The share of commands and replies that may be read otherwise. */
const tolerance = 0.005

describe('the whole corpus', () => {
  const files = tools
    .flatMap(corpusOf)
    .filter(({ expected }) => !expected.ambiguous && !expected.duplicates && expected.sessions > 0)

  for (const [way, make] of ways) {
    it(`reads ${way}`, () => {
      let wanted = 0
      const missed: string[] = []
      for (const file of files) {
        const made = make(linesOf(file.text), file)
        const transcript = readTranscript(`${made.map(({ text }) => text).join('\n')}\n`)
        const found = new Set(
          foundIn(transcript, { ...file.expected, dataRanges: [] }).map(fact =>
            fact.replace(/^\d+/, line => `${made[Number(line) - 1]?.from}`),
          ),
        )
        const expected = expectedDialogue(file.expected)
        wanted += expected.length
        missed.push(
          ...expected.filter(fact => !found.has(fact)).map(fact => `${file.tool}/${file.name}: ${fact}`),
        )
      }
      assert.ok(missed.length <= wanted * tolerance, `${missed.length} of ${wanted}:\n${missed.join('\n')}`)
    })
  }
})
