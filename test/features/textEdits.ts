import type { Position, TextEdit } from 'vscode-languageserver-types'

/** Where the lines of a text begin; LF, CRLF and a lone CR each end one. Counted here anew, as an editor would. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(match => match.index + match[0].length)]
}

/** The text after edits that were all made for it as it is, as an editor applies them. Throws where they overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = lineStarts(text)
  const offset = ({ line, character }: Position) => (starts[line] ?? text.length) + character
  const placed = edits
    .map(({ range, newText }) => ({ start: offset(range.start), end: offset(range.end), newText }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let done = 0
  for (const { start, end, newText } of placed) {
    if (start < done || end < start) throw new RangeError('Edits overlap or run backwards.')
    result += text.slice(done, start) + newText
    done = end
  }
  return result + text.slice(done)
}
