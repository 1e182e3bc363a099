import * as l10n from '@vscode/l10n'
import type { TextEdit } from 'vscode-languageserver-types'
import { contentFacts } from '../../transcript/contentFacts.ts'
import { lineInText, type PlacedSession } from '../../transcript/placedSession.ts'
import { lineOf, type Reading } from '../../transcript/reading.ts'
import type { ContentUnit } from '../../transcript/session.ts'
import { rangeOf } from '../ranges.ts'
import { type Place, type Rewriting, sessionsAt } from './refactoring.ts'

/** The message that has a line of the session among these of the text. */
function messageAt(placed: PlacedSession, { first, last }: Place): ContentUnit | null {
  for (const { unit } of placed.session.exchanges) {
    if (unit.kind !== 'message' || unit.elided) continue
    const isThere = lineInText(placed, unit.firstLine) <= last && lineInText(placed, unit.lastLine) >= first
    if (isThere) return unit
  }
  return null
}

/** Whether a reply stands behind a line, before anything else that was said: then a dot on it ended the message. */
function isAnswered(reading: Reading, line: number): boolean {
  for (let at = line + 1; ; at++) {
    const kind = lineOf(reading, at)?.records[0]?.kind
    if (kind === undefined) return true
    if (kind === 'reply') return true
    if (kind !== 'comment' && kind !== 'blank') return false
  }
}

/** The dots at the beginning of the selected lines, a lone one only where the message goes on behind it. */
function selectedDots({ transcript: { reading }, first, last }: Place): TextEdit[] {
  const edits: TextEdit[] = []
  for (let line = first; line <= last; line++) {
    const { text, records } = lineOf(reading, line) ?? { text: '', records: [] }
    const [record] = records
    if (!record || record.kind === 'reply' || record.kind === 'comment') continue
    const payload = text.slice(record.start)
    if (!payload.startsWith('.') || (payload.trim() === '.' && isAnswered(reading, line))) continue
    const start = { line, character: record.start }
    edits.push({ range: { start, end: start }, newText: '.' })
  }
  return edits
}

/** The dots that the server takes away from lines of the message. */
function unstuffedDots(placed: PlacedSession, unit: ContentUnit): TextEdit[] {
  const { unstuffed, unstuffedCount } = contentFacts(placed.session, unit)
  // Of very many only the first are known.
  if (unstuffed.length < unstuffedCount) return []
  return unstuffed.map(({ spanOf }) => ({ range: rangeOf(spanOf(0, 0), placed), newText: '.' }))
}

/**
 * Doubles the dots at the beginning of lines (RFC 5321 section 4.5.2): of the message at the cursor those that stand
 * alone there; of a selection that begins in a message all, also where a lone dot has ended it too soon. Null where mail
 * data are printed as they were before, or nothing is to double.
 */
export function doubleDots(place: Place): Rewriting | null {
  const { dialect } = place.transcript.reading
  const [placed] = sessionsAt(place)
  const isStuffed = !(
    dialect.isUnstuffed ||
    dialect.dumpsContent ||
    dialect.printsDotsApart ||
    dialect.elidesContent ||
    dialect.isDoubled
  )
  if (!placed || placed.lines !== null || dialect.write === null || !isStuffed) return null
  const start = { ...place, last: place.first }
  const unit = messageAt(placed, start)
  if (!unit) return null
  const edits = place.isCursor ? unstuffedDots(placed, unit) : selectedDots(place)
  if (edits.length === 0) return null
  const title = edits.length === 1 ? l10n.t`Double the dot` : l10n.t`Double the dots of ${edits.length} lines`
  return { title, edits }
}
