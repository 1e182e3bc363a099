/**
 * How many columns of a terminal a text takes: two for what Unicode calls wide or fullwidth (UAX #11: Hangul, Han, kana,
 * emoji), none for what combines with the character before it.
 */
export function columns(text: string): number {
  let count = 0
  for (const character of text) count += narrow.test(character) ? 1 : columnsOf(character)
  return count
}

const narrow = /^[\u0020-\u02ff]$/
const combining = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff]$/u
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}]$/u

function columnsOf(character: string): number {
  if (combining.test(character)) return 0
  return wide.test(character) ? 2 : 1
}

/** @returns the text with spaces behind it, so that it takes at least that many columns. */
export function padColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)))
}

/**
 * @param width of a line in columns; a single longer word goes beyond it
 * @returns the lines of a text, broken at spaces
 */
export function wrapColumns(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let used = 0
  for (const word of text.split(' ')) {
    const needed = columns(word)
    const line = lines.at(-1)
    if (line !== undefined && used + 1 + needed <= width) {
      lines[lines.length - 1] = `${line} ${word}`
      used += 1 + needed
    } else {
      lines.push(word)
      used = needed
    }
  }
  return lines
}
