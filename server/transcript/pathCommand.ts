/** A part of a command line; offsets in UTF-16 units within its payload, `end` exclusive. */
export interface Part {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A parameter behind the path of MAIL or RCPT, as it is written. */
export interface PathParameter extends Part {
  /** Upper case. */
  readonly keyword: string
  /** What stands behind `=`; null without one. */
  readonly value: Part | null
}

/** The argument of MAIL or RCPT taken apart, also where its form is wrong (RFC 5321 sections 3.3 and 4.1.2). */
export interface PathCommand {
  /** `FROM` or `TO` as it is written; null where neither stands behind the verb. */
  readonly keyword: Part | null
  readonly colon: Part | null
  /** The path with its brackets, or the word that stands in its place; null where there is nothing. */
  readonly path: Part | null
  /** A bracket opens it, or closes it. */
  readonly opens: boolean
  readonly closes: boolean
  /** The path without its brackets. */
  readonly address: Part | null
  readonly parameters: readonly PathParameter[]
}

function part(payload: string, start: number, end: number): Part {
  return { text: payload.slice(start, end), start, end }
}

function skipSpace(payload: string, from: number): number {
  let at = from
  while (payload[at] === ' ' || payload[at] === '\t') at += 1
  return at
}

function endOfWord(payload: string, from: number): number {
  let at = from
  while (at < payload.length && payload[at] !== ' ' && payload[at] !== '\t') at += 1
  return at
}

/** The offset behind the quoted string that begins at `from`; the end of the line where it does not end. */
function endOfQuoted(payload: string, from: number): number {
  for (let at = from + 1; at < payload.length; at++) {
    if (payload[at] === '\\') at += 1
    else if (payload[at] === '"') return at + 1
  }
  return payload.length
}

/** The end of a path: behind its closing bracket; without one at a space, outside of quoted strings. */
function endOfPath(payload: string, start: number, opens: boolean): number {
  const hasClosing = opens && payload.indexOf('>', start) >= 0
  for (let at = start; at < payload.length; at++) {
    const character = payload[at]
    if (character === '"') at = endOfQuoted(payload, at) - 1
    else if (character === '>') return at + 1
    else if (!hasClosing && (character === ' ' || character === '\t')) return at
  }
  return payload.length
}

function parametersFrom(payload: string, from: number): PathParameter[] {
  const parameters: PathParameter[] = []
  for (let start = skipSpace(payload, from); start < payload.length; ) {
    const end = endOfWord(payload, start)
    const equals = payload.indexOf('=', start)
    const hasValue = equals >= 0 && equals < end
    parameters.push({
      ...part(payload, start, end),
      keyword: payload.slice(start, hasValue ? equals : end).toUpperCase(),
      value: hasValue ? part(payload, equals + 1, end) : null,
    })
    start = skipSpace(payload, end)
  }
  return parameters
}

/** Takes the payload of a MAIL or RCPT command apart. Any text can be taken apart; what is not there is null. */
export function parsePathCommand(payload: string): PathCommand {
  const afterVerb = skipSpace(payload, endOfWord(payload, skipSpace(payload, 0)))
  const word = /^(?:FROM|TO)(?=[\s:<]|$)/i.exec(payload.slice(afterVerb))?.[0] ?? ''
  const keyword = word === '' ? null : part(payload, afterVerb, afterVerb + word.length)
  const behindKeyword = skipSpace(payload, afterVerb + word.length)
  const colon = payload[behindKeyword] === ':' ? part(payload, behindKeyword, behindKeyword + 1) : null
  const start = colon ? skipSpace(payload, colon.end) : behindKeyword
  const opens = payload[start] === '<'
  const end = endOfPath(payload, start, opens)
  const closes = payload[end - 1] === '>' && end > start
  const hasPath = end > start
  return {
    keyword,
    colon,
    path: hasPath ? part(payload, start, end) : null,
    opens,
    closes,
    address: hasPath ? part(payload, start + (opens ? 1 : 0), end - (closes ? 1 : 0)) : null,
    parameters: parametersFrom(payload, end),
  }
}
