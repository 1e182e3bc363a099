import type { Fix } from '../../server/rules/rule.ts'
import { editLines, joinLines, splitLines } from '../../server/transcript/lines.ts'

/** The text after a fix of the session that begins on `startLine` (from 0). */
export function applyFix(text: string, startLine: number, fix: Fix): string {
  const edits = fix.edits.map(({ start, end, newText }) => ({
    start: { ...start, line: start.line + startLine },
    end: { ...end, line: end.line + startLine },
    newText,
  }))
  // All edits are meant for the text as it was, so the last goes first.
  return joinLines(editLines(splitLines(text), edits.reverse()).lines)
}
