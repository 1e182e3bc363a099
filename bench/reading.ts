import { checkTranscript } from '../server/rules/check.ts'
import { readTranscript } from '../server/transcript/transcript.ts'
import { featureTimes } from './featureTimes.ts'
import {
  megabyte,
  ofExchange,
  ofManyRecipients,
  ofManySessions,
  ofOneMessage,
  ofPostfixDebug,
} from './files.ts'
import { rounded, timeOf } from './measure.ts'
import { editTimes, openingTimes } from './overStdio.ts'
import { jsonTime, tsharkSpeed, yamlTime } from './peers.ts'
import { heapOfOpen, startingTimes } from './starting.ts'
import { streamingCosts } from './streaming.ts'

/** What nobody can be faster than: a look at every character for a line end. */
function scanLineEnds(text: string): number {
  let ends = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 10 || unit === 13) ends += 1
  }
  return ends
}

type Row = Record<string, string>

const results: Record<string, Record<string, Row>> = {}

async function readingRow(text: string): Promise<Row> {
  const scan = await timeOf(() => scanLineEnds(text))
  const read = await timeOf(() => readTranscript(text), 3)
  const all = await timeOf(() => checkTranscript(readTranscript(text)), 3)
  return {
    MB: rounded(text.length / megabyte),
    'read, MB/s': rounded(text.length / megabyte / (read / 1000)),
    'read and check, MB/s': rounded(text.length / megabyte / (all / 1000)),
    'of the line scan': `1/${rounded(all / scan)}`,
  }
}

const isLong = process.argv.includes('--long')
const files: readonly (readonly [string, () => string])[] = [
  ['own dialect, 1 MB', () => ofManySessions(megabyte)],
  ['own dialect, 10 MB', () => ofManySessions(10 * megabyte)],
  ...(isLong ? [['own dialect, 100 MB', () => ofManySessions(100 * megabyte)] as const] : []),
  ['Exchange, 200 sessions side by side', () => ofExchange((isLong ? 10 : 2) * megabyte)],
  ['Postfix debug, 50 lines of noise', () => ofPostfixDebug(10 * megabyte)],
  ['100 000 recipients', () => ofManyRecipients(100_000)],
  ['one message', () => ofOneMessage((isLong ? 50 : 10) * megabyte)],
]
const reading: Record<string, Row> = {}
for (const [name, make] of files) reading[name] = await readingRow(make())
results['Reading and checking'] = reading
console.table(reading)

const ten = ofManySessions(10 * megabyte)
const own = 10 / ((await timeOf(() => checkTranscript(readTranscript(ten)), 3)) / 1000)
const json = 10 / ((await jsonTime(10 * megabyte)) / 1000)
const tshark = tsharkSpeed(ofManySessions(2 * megabyte))
const peers: Record<string, Row> = {
  'vscode-json-languageservice': { 'MB/s': rounded(json), 'ours to theirs': rounded(own / json) },
  ...(tshark !== null && {
    'tshark -q -z expert': {
      'MB/s': rounded(tshark / megabyte),
      'ours to theirs': rounded((own * megabyte) / tshark),
    },
  }),
}
results['Beside others, 10 MB'] = peers
console.table(peers)

const edits: Record<string, Row> = {}
const jsonTen = await jsonTime(10 * megabyte)
let smallest = Number.NaN
for (const size of [1, 10, 30]) {
  const { keystroke, thousand } = await editTimes(ofManySessions(size * megabyte))
  if (size === 1) smallest = keystroke
  edits[`${size} MB`] = {
    'keystroke, ms': rounded(keystroke),
    'to that at 1 MB': rounded(keystroke / smallest),
    'JSON of 10 MB to it': rounded(jsonTen / keystroke),
    'thousand edits to one': rounded(thousand / keystroke),
  }
}
results['Editing over stdio'] = edits
console.table(edits)

const answers: Record<string, Row> = {}
for (const [name, { first, median, most }] of await featureTimes(ten)) {
  answers[name] = { 'first, ms': rounded(first), 'median, ms': rounded(median), 'most, ms': rounded(most) }
}
results['Features on 10 MB'] = answers
console.table(answers)

const one = ofManySessions(megabyte)
const opening = await openingTimes(one)
const yaml = await yamlTime(megabyte)
const first: Record<string, Row> = {
  'opening 1 MB': {
    'first diagnostics, ms': rounded(opening.first),
    'of yaml-language-server': `1/${rounded(yaml / opening.first)}`,
    'all, ms': rounded(opening.all),
  },
}
results['First diagnostics'] = first
console.table(first)

const { own: ready, idle } = await startingTimes()
const starting: Record<string, Row> = {
  'server ready': { ms: rounded(ready), 'to a server that does nothing': (ready / idle).toFixed(2) },
}
results['Starting'] = starting
console.table(starting)

const memory: Record<string, Row> = {}
for (const [name, make] of [
  ['own dialect, 10 MB', () => ofManySessions(10 * megabyte)],
  ['100 000 recipients', () => ofManyRecipients(100_000)],
] as const) {
  const { length } = make()
  memory[name] = { 'heap to size': rounded((await heapOfOpen(make)) / length) }
}
results['Memory'] = memory
console.table(memory)

const streaming: Record<string, Row> = {}
let least = Number.NaN
for (const size of [10, isLong ? 1000 : 100]) {
  const { peak, milliseconds } = await streamingCosts(size * megabyte)
  if (size === 10) least = peak
  streaming[`own dialect, ${size} MB`] = {
    'MB/s': rounded(size / (milliseconds / 1000)),
    'memory, MB': rounded(peak / megabyte),
    'more than for 10 MB, MB': rounded((peak - least) / megabyte),
  }
}
results['Streaming'] = streaming
console.table(streaming)
if (process.argv.includes('--json')) console.log(JSON.stringify(results))
