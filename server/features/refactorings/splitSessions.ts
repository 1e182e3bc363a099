import { detectDialect } from '../../transcript/detectDialect.ts'
import { dialectNamed } from '../../transcript/dialects/registry.ts'
import { lastLineOf } from '../../transcript/placedSession.ts'
import { lineCountOf, lineEndOf, lineOf, type Reading } from '../../transcript/reading.ts'
import type { Transcript } from '../../transcript/transcript.ts'

/** A file for more sessions would be a folder that nobody wants. */
const mostSessions = 50

/** Whether a text has sessions to part: more than one, and not too many. */
export function canBeSplit({ sessions }: Transcript): boolean {
  return sessions.length > 1 && sessions.length <= mostSessions
}

function isComment(reading: Reading, line: number): boolean {
  return lineOf(reading, line)?.records[0]?.kind === 'comment'
}

/** The first of the comments that stand directly in front of a line. */
function beginOfComments(reading: Reading, line: number, from: number): number {
  let at = line
  while (at > from && isComment(reading, at - 1)) at -= 1
  return at
}

function textsFrom(reading: Reading, from: number, to: number): string[] {
  const texts: string[] = []
  for (let line = from; line < to; line++) texts.push(lineOf(reading, line)?.text ?? '')
  while (texts.at(-1)?.trim() === '') texts.pop()
  return texts
}

/** The lines of each session; what stands between two goes with the one before, but for comments right in front of the next. */
function partsOf({ reading, sessions }: Transcript): string[][] {
  const ends = sessions.map((placed, index) => {
    const next = sessions[index + 1]
    return next ? beginOfComments(reading, next.startLine, lastLineOf(placed) + 1) : lineCountOf(reading)
  })
  return sessions.map((placed, index) => {
    if (placed.lines) return placed.lines.map(line => lineOf(reading, line)?.text ?? '')
    return textsFrom(reading, index === 0 ? 0 : (ends[index - 1] ?? 0), ends[index] ?? 0)
  })
}

/** The comments that switch rules off for all of a file. */
function fileDirectives({ reading }: Transcript): string[] {
  const found: string[] = []
  for (const { texts, records } of reading.blocks) {
    for (const [line, text] of texts.entries()) {
      if (records[line]?.[0]?.kind === 'comment' && /^#\s*smtp-disable-file\b/.test(text)) found.push(text)
    }
  }
  return found
}

/**
 * The text of each session of a transcript, to be a file of its own. One that would be read in another dialect by itself
 * says at its top in which it is.
 */
export function sessionTexts(transcript: Transcript): string[] {
  const { dialect } = transcript.reading
  const end = lineEndOf(transcript.reading)
  const directives = fileDirectives(transcript)
  return partsOf(transcript).map(lines => {
    const isAlike = detectDialect(lines).name === dialect.name || !dialectNamed(dialect.name)
    const named = isAlike ? [] : [`# @dialect ${dialect.name}`]
    return [...named, ...directives.filter(one => !lines.includes(one)), ...lines, ''].join(end)
  })
}
