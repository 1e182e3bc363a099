import type { Range } from 'vscode-languageserver-types'
import type { Fix } from '../rules/rule.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'

/** A fix in the lines of its text, with the text's own line ends. */
export interface FixData {
  readonly title: string
  readonly edits: readonly FixEditData[]
}

/** One replacement of a fix; `cursor` is where in `newText` the cursor should stand, in UTF-16 units, or null. */
export interface FixEditData {
  readonly range: Range
  readonly newText: string
  readonly cursor: number | null
}

/** A fix of a session in the lines of its text, which end with `lineEnd`. */
export function fixData(fix: Fix, placed: PlacedSession, lineEnd: string): FixData {
  const withLineEnds = (text: string) => text.replaceAll('\n', lineEnd)
  return {
    title: fix.title,
    edits: fix.edits.map(({ start, end, newText, cursor }) => ({
      range: {
        start: { ...start, line: lineInText(placed, start.line) },
        end: { ...end, line: lineInText(placed, end.line) },
      },
      newText: withLineEnds(newText),
      cursor: cursor === null ? null : withLineEnds(newText.slice(0, cursor)).length,
    })),
  }
}
