/** An address, a domain or the name of a host, as it is written. */
export type Name =
  | { readonly kind: 'address'; readonly text: string; readonly localPart: string; readonly domain: string }
  | { readonly kind: 'domain'; readonly text: string }

/** A name on a line; columns in UTF-16 units, `end` exclusive. */
export interface NamePlace {
  readonly name: Name
  readonly start: number
  readonly end: number
}

/** A name may reach so far to each side of the place that somebody points at. */
const reach = 400

// RFC 5322 3.2.3 atext and the dot; letters beyond ASCII for RFC 6531.
const inLocalPart = /^[\w.!#$%&'*+/=?^`{|}~\p{L}\p{N}\p{M}-]$/u
const inDomain = /^[\w.\p{L}\p{N}\p{M}-]$/u
const ideographic = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u
const letterOrDigit = /^[\p{L}\p{N}\p{M}]$/u
const punctuationBefore = /^['`*{|]$/
const addressLiteral = /^\[[^\]\s]{1,60}\]/
const labels = /^[\w\p{L}\p{N}\p{M}-]+(?:\.[\w\p{L}\p{N}\p{M}-]+)*/u
const particle =
  /(?<=(?:^|\.)[\w-]+)[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u

function isAscii(character: string): boolean {
  return character < '\x80'
}

/** Whether a character beyond ASCII, beside one of a name, is a part of the name: `jörg`, but no particle as in `org에`. */
function continuesWord(character: string, own: string): boolean {
  return letterOrDigit.test(character) && !(ideographic.test(character) && isAscii(own))
}

/** What has to be known of a line beside its text. */
export interface LineForm {
  /** Escape sequences may stand in it. */
  readonly isEscaped: boolean
  /** The column where what is said begins: nothing in front of it belongs to a name. */
  readonly from: number
}

/** Whether the letter in front of `at` is the end of an escape sequence, as in `\nmx.example.org`. */
function isEscape(text: string, at: number): boolean {
  return text[at - 2] === '\\' && /^[nrt]$/.test(text[at - 1] ?? '')
}

/** Whether a domain can begin at `at`: nothing in front of it belongs to the same name. */
export function domainBegins(text: string, at: number, { isEscaped, from }: LineForm): boolean {
  const before = text[at - 1]
  if (before === undefined || at === from || (isEscaped && isEscape(text, at))) return true
  return isAscii(before) ? !/[\w.-]/.test(before) : !continuesWord(before, text[at] ?? '')
}

/** Whether a domain can end in front of `at`; what comes behind may be the dot of a sentence, but no `@`. */
export function domainEnds(text: string, at: number): boolean {
  const behind = text[at]
  if (behind === undefined) return true
  if (behind === '@') return false
  if (behind === '.') return !/[\w-]/.test(text[at + 1] ?? ' ') && isAscii(text[at + 1] ?? ' ')
  return isAscii(behind) ? !/[\w-]/.test(behind) : !continuesWord(behind, text[at - 1] ?? '')
}

/** Whether an address can begin at `at`. */
export function addressBegins(text: string, at: number, { isEscaped, from }: LineForm): boolean {
  const before = text[at - 1]
  if (before === undefined || at === from || (isEscaped && isEscape(text, at))) return true
  if (!isAscii(before)) return !continuesWord(before, text[at] ?? '')
  if (before === '=') return /(?:^|[\s,;(])[A-Za-z]+=$/.test(text.slice(Math.max(0, at - 40), at))
  // Quotes and the like may stand in a local part, but in front of one they stand around it.
  if (punctuationBefore.test(before)) return at - 1 === from || !inLocalPart.test(text[at - 2] ?? ' ')
  return before !== '@' && !inLocalPart.test(before)
}

/** The domain that begins a text, without a dot that ends a sentence and a particle behind ASCII; empty where none does. */
function domainIn(text: string): string {
  return (labels.exec(text)?.[0] ?? '').replace(particle, '')
}

/** Where the local part in front of an `@` begins. */
function beginOfLocalPart(text: string, at: number, form: LineForm): number {
  if (text[at - 1] === '"') {
    for (let from = at - 2; from >= Math.max(0, at - 70); from--) {
      if (text[from] === '"' && text[from - 1] !== '\\') return from
    }
    return at
  }
  let start = at
  while (start > form.from && at - start < reach && inLocalPart.test(text[start - 1] ?? '')) start -= 1
  if (form.isEscaped && isEscape(text, start + 1)) start += 1
  while (start < at && !(addressBegins(text, start, form) && text[start] !== '=')) start += 1
  const keyword = /^[A-Za-z]+=/.exec(text.slice(start, at))?.[0].length ?? 0
  const begin = addressBegins(text, start + keyword, form) ? start + keyword : start
  const quote = punctuationBefore.test(text[begin] ?? '') && text.slice(begin, at).length > 1 ? 1 : 0
  return addressBegins(text, begin + quote, form) ? begin + quote : begin
}

/** The address with the `@` at `at`; undefined where none is. */
function addressAround(text: string, at: number, form: LineForm): NamePlace | undefined {
  const behind = text.slice(at + 1, at + 1 + reach)
  const domain = addressLiteral.exec(behind)?.[0] ?? domainIn(behind)
  const start = beginOfLocalPart(text, at, form)
  const localPart = text.slice(start, at)
  if (domain === '' || localPart === '') return undefined
  const end = at + 1 + domain.length
  return { name: { kind: 'address', text: text.slice(start, end), localPart, domain }, start, end }
}

/** The word of a domain that reaches over a column; undefined where none does. */
function domainWordAt(
  text: string,
  column: number,
  first: number,
): { start: number; end: number } | undefined {
  let start = column
  while (start > first && column - start < reach && inDomain.test(text[start - 1] ?? '')) start -= 1
  let end = column
  while (end < text.length && end - column < reach && inDomain.test(text[end] ?? '')) end += 1
  const from = start + (/^[.-]+/.exec(text.slice(start, end))?.[0].length ?? 0)
  const word = domainIn(text.slice(from, end))
  if (word === '' || column < from || column > from + word.length) return undefined
  return { start: from, end: from + word.length }
}

/** Whether a word can be told from others by its form: several labels, and the last is no number (RFC 1123 2.1). */
function looksLikeDomain(word: string): boolean {
  return /^(?:[^.]+\.)+(?:[a-z]{2,63}|xn--[\w-]+|[^.]*[^\0-\x7f][^.]*)$/i.test(word)
}

/** The `@` of the address that reaches over a column. */
function atSign(text: string, column: number): number {
  for (let at = column; at < Math.min(text.length, column + reach); at++) {
    if (text[at] === '@') return at
    if (!inLocalPart.test(text[at] ?? '') && text[at] !== '"') break
  }
  const from = Math.max(0, column - reach)
  const before = text.slice(from, column).lastIndexOf('@')
  return before < 0 ? -1 : from + before
}

/**
 * The name on a line that reaches over a column: on the local part of an address and its `@` the address, on its domain
 * the domain. Of other words those that look like a domain.
 *
 * @param column where what is said begins, or behind that
 */
export function nameAround(text: string, column: number, form: LineForm): NamePlace | undefined {
  const at = atSign(text, column)
  const address = at < 0 ? undefined : addressAround(text, at, form)
  if (address?.name.kind === 'address' && column >= address.start && column <= address.end) {
    const { domain } = address.name
    if (column <= at || domain.startsWith('[')) return address
    return { name: { kind: 'domain', text: domain }, start: at + 1, end: address.end }
  }
  const word = domainWordAt(text, column, form.from)
  if (!word) return undefined
  const start = form.isEscaped && isEscape(text, word.start + 1) ? word.start + 1 : word.start
  const name = text.slice(start, word.end)
  return looksLikeDomain(name) ? { name: { kind: 'domain', text: name }, start, end: word.end } : undefined
}
