import { diagnosticsOf } from '../server/features/diagnostics.ts'
import { checkTranscript } from '../server/rules/check.ts'
import { readTranscript, type Transcript, updateTranscript } from '../server/transcript/transcript.ts'
import { longTranscript } from './longTranscript.ts'
import { medianTime, rounded } from './measure.ts'

const megabyte = 1_000_000

/** What nobody can be faster than: a look at every character for a line end. */
function scanLineEnds(text: string): number {
  let ends = 0
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit === 10 || unit === 13) ends += 1
  }
  return ends
}

/** One character typed in the middle of the text, then taken back, each with its diagnostics. */
function typeAndTakeBack(transcript: Transcript): Transcript {
  const line = Math.floor(transcript.reading.lines.texts.length / 2)
  const place = { line, character: 3 }
  const typed = updateTranscript(transcript, [{ start: place, end: place, newText: 'x' }])
  diagnosticsOf({ uri: 'file:///bench.smtp', version: 2, transcript: typed })
  const back = updateTranscript(typed, [{ start: place, end: { line, character: 4 }, newText: '' }])
  diagnosticsOf({ uri: 'file:///bench.smtp', version: 3, transcript: back })
  return back
}

const rows: Record<string, Record<string, string>> = {}
let smallest = Number.NaN
for (const size of [1, 10, 30]) {
  const text = longTranscript(size * megabyte)
  const scan = medianTime(() => void scanLineEnds(text))
  const read = medianTime(() => void checkTranscript(readTranscript(text)), 5)
  let transcript = readTranscript(text)
  checkTranscript(transcript)
  const keystroke =
    medianTime(() => {
      transcript = typeAndTakeBack(transcript)
    }) / 2
  if (size === 1) smallest = keystroke
  rows[`${size} MB`] = {
    'line-end scan, ms': rounded(scan),
    'read and check, ms': rounded(read),
    'read / scan': rounded(read / scan),
    'MB/s': rounded(text.length / megabyte / (read / 1000)),
    'keystroke, ms': rounded(keystroke),
    'keystroke / at 1 MB': rounded(keystroke / smallest),
  }
}
console.table(rows)
if (process.argv.includes('--json')) console.log(JSON.stringify(rows))
