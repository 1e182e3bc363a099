import * as l10n from '@vscode/l10n'

/** What is wrong with a part of a text, and where: offsets in UTF-16 units, `end` behind the last one. */
export interface Fault<Kind extends string> {
  readonly kind: Kind
  /** Without a full stop, in the language of the reader; completes "... is not valid: REASON". */
  readonly reason: string
  readonly start: number
  readonly end: number
}

/** @returns a fault from its parts. */
export function fault<Kind extends string>(
  kind: Kind,
  reason: string,
  start: number,
  end: number,
): Fault<Kind> {
  return { kind, reason, start, end }
}

/** @returns the character at an offset: both halves of a surrogate pair, one half where the other is missing. */
export function characterAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0)
}

/** @returns a character for a message: in quotes, or by its number where nobody would see it, e.g. `U+00A0`. */
export function shown(character: string): string {
  if (character === ' ') return l10n.t`a space`
  if (character === '\t') return l10n.t`a tab`
  if (character === '"') return l10n.t`a quotation mark`
  if (!isInvisible(character)) return `"${character}"`
  const code = character.codePointAt(0) ?? 0
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

/** @returns whether a character is a space, a control or formatting character, or half of a surrogate pair. */
export function isInvisible(character: string): boolean {
  return /^[\p{Z}\p{Cc}\p{Cf}\p{Cs}]/u.test(character)
}

/** @returns whether a UTF-16 unit is a letter or digit of ASCII: Let-dig of RFC 5321 4.1.2. */
export function isLetterOrDigit(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39)
}

/** @returns whether a UTF-16 unit may stand in an atom: letters, digits and some marks, atext of RFC 5322 3.2.3. */
export function isAtext(unit: number): boolean {
  return isLetterOrDigit(unit) || atextMarks.has(unit)
}

const atextMarks: ReadonlySet<number> = new Set([..."!#$%&'*+-/=?^_`{|}~"].map(mark => mark.charCodeAt(0)))
