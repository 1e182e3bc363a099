/**
 * What a word of a transcript can be. Those that every theme knows come first; the manifest declares the others, and
 * says what each looks like.
 */
export const tokenTypes = [
  'comment',
  'keyword',
  'parameter',
  'property',
  'address',
  'enhancedCode',
  'mailData',
  'replyCode',
  'secret',
] as const
export type TokenType = (typeof tokenTypes)[number]

/** What more there is to say of it, from what happened in the session. */
export const tokenModifiers = [
  'deprecated',
  'accepted',
  'deferred',
  'refused',
  'misplaced',
  'masked',
  'success',
  'intermediate',
  'transient',
  'permanent',
] as const
export type TokenModifier = (typeof tokenModifiers)[number]

/** A part of one line of the text and what it is; columns in UTF-16 units, `end` exclusive. */
export interface Token {
  readonly line: number
  readonly start: number
  readonly end: number
  readonly type: TokenType
  readonly modifiers: readonly TokenModifier[]
}

const typeNumbers = new Map(tokenTypes.map((type, index) => [type, index]))
const modifierBits = new Map(tokenModifiers.map((modifier, index) => [modifier, 1 << index]))

function bitsOf(modifiers: readonly TokenModifier[]): number {
  let bits = 0
  for (const modifier of modifiers) bits |= modifierBits.get(modifier) ?? 0
  return bits
}

/**
 * Tokens in the form of the Language Server Protocol: five numbers for each, lines and columns counted from the token
 * before. They may come in any order; of those that overlap the first on the line is taken, and empty ones are left out.
 */
export function encodeTokens(tokens: readonly Token[]): number[] {
  const data: number[] = []
  let line = 0
  let start = 0
  let end = 0
  for (const token of tokens.toSorted((a, b) => a.line - b.line || a.start - b.start)) {
    const isSameLine = token.line === line
    if (token.end <= token.start || (isSameLine && token.start < end)) continue
    data.push(
      token.line - line,
      isSameLine ? token.start - start : token.start,
      token.end - token.start,
      typeNumbers.get(token.type) ?? 0,
      bitsOf(token.modifiers),
    )
    line = token.line
    start = token.start
    end = token.end
  }
  return data
}
