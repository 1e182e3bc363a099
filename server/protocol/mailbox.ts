import * as l10n from '@vscode/l10n'
import {
  type AddressLiteralFault,
  type AddressLiteralFaultKind,
  checkAddressLiteral,
  checkDomain,
  type DomainFault,
  type DomainFaultKind,
} from './domain.ts'
import { characterAt, type Fault, isAtext, shown } from './faults.ts'

/** A part of a path: offsets in UTF-16 units within the path, `end` behind the last one. */
export interface PathPart {
  readonly start: number
  readonly end: number
}

/** A part of a path with its text. */
export interface PathText extends PathPart {
  readonly text: string
}

/**
 * What can be wrong with a path.
 * - `empty`: the null path; right in MAIL, where nobody need ask
 * - `no-domain`: no @ stands there; right for `postmaster` in RCPT (RFC 5321 4.1.1.3)
 * - `non-ascii`: in the local-part or, then with `detail`, in a domain
 * - `domain`, `address-literal`: `detail` says what is wrong behind the @, or in the source route
 */
export type PathFaultKind =
  | 'empty'
  | 'empty-local-part'
  | 'dot'
  | 'character'
  | 'non-ascii'
  | 'unclosed-quote'
  | 'text-behind-quote'
  | 'two-at'
  | 'no-domain'
  | 'domain'
  | 'address-literal'

/** Why a text is no path. */
export interface PathFault extends Fault<PathFaultKind> {
  readonly detail: DomainFaultKind | AddressLiteralFaultKind | null
}

/** A path taken apart. The parts are there also where the path is wrong. */
export interface ParsedPath {
  /** With the colon that ends it (RFC 5321 4.1.2, A-d-l); servers ignore it. */
  readonly sourceRoute: PathPart | null
  /** As written, a quoted string with its quotes. */
  readonly localPart: PathText
  /** A domain or an address literal with its brackets; null where no @ stands. */
  readonly domain: PathText | null
  /** The first fault from the left. */
  readonly fault: PathFault | null
}

interface Options {
  /** Whether other characters than ASCII may stand in the local-part and the domain (RFC 6531 3.3). */
  readonly utf8: boolean
}

/**
 * Takes apart what stands between `<` and `>` in MAIL or RCPT (RFC 5321 4.1.2), e.g. `"a b"@mx.example` or
 * `@r.example:b@[192.0.2.1]`. Lengths are not judged. Takes time in proportion to the length, and never fails.
 */
export function parsePath(text: string, options: Options): ParsedPath {
  const routeEnd = endOfRoute(text)
  const at = separator(text, routeEnd)
  const localPart = part(text, routeEnd, at < 0 ? text.length : at)
  const domain = at < 0 ? null : part(text, at + 1, text.length)
  return {
    sourceRoute: routeEnd === 0 ? null : { start: 0, end: routeEnd },
    localPart,
    domain,
    fault:
      checkRoute(text.slice(0, routeEnd), options) ??
      checkLocalPart(localPart, domain, options) ??
      (domain
        ? domainFault(domain.text, domain.start, options)
        : fault('no-domain', l10n.t`no @ and no domain stand behind it`, localPart.start, localPart.end)),
  }
}

function part(text: string, start: number, end: number): PathText {
  return { start, end, text: text.slice(start, end) }
}

/** @returns the offset behind the colon of `@one,@two:`; 0 where no source route stands */
function endOfRoute(text: string): number {
  if (!text.startsWith('@')) return 0
  let inLiteral = false
  for (let at = 1; at < text.length; at++) {
    const character = text[at]
    if (character === '[') inLiteral = true
    else if (character === ']') inLiteral = false
    else if (inLiteral) continue
    else if (character === ':') return at + 1
    // A second @ without a comma belongs to a mailbox whose local-part is missing.
    else if (character === '"' || (character === '@' && text[at - 1] !== ',')) return 0
  }
  return 0
}

/** @returns the offset of the @ before the domain: the last one that is neither quoted nor in an address literal; or -1 */
function separator(text: string, start: number): number {
  const quoteEnd = text[start] === '"' ? endOfQuote(text, start) : start
  if (quoteEnd < 0) return -1
  const literal = text.endsWith(']') ? text.indexOf('@[', quoteEnd) : -1
  if (literal >= 0) return literal
  const last = text.lastIndexOf('@')
  return last < quoteEnd ? -1 : last
}

/** @returns the offset behind the quote that closes the quoted string; -1 where none does */
function endOfQuote(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
  }
  return -1
}

function checkRoute(route: string, options: Options): PathFault | null {
  let start = 0
  while (start < route.length) {
    const comma = route.indexOf(',', start)
    const end = comma < 0 ? route.length - 1 : comma
    const found = route[start] === '@' ? domainFault(route.slice(start + 1, end), start + 1, options) : null
    if (found) return found
    if (route[start] !== '@') {
      return fault('character', l10n.t`every host of a source route needs an @ before it`, start, start + 1)
    }
    start = end + 1
  }
  return null
}

function checkLocalPart(
  { text, start, end }: PathText,
  domain: PathText | null,
  options: Options,
): PathFault | null {
  if (text === '') {
    return domain
      ? fault('empty-local-part', l10n.t`nothing stands before the @`, end, end + 1)
      : fault('empty', l10n.t`nothing stands there`, Math.max(start - 1, 0), end)
  }
  return text.startsWith('"') ? checkQuotedString(text, start, options) : checkDotString(text, start, options)
}

/** Quoted-string: `%d32-33 / %d35-91 / %d93-126`, and `\` before any printable character of ASCII. */
function checkQuotedString(text: string, base: number, { utf8 }: Options): PathFault | null {
  const quoteEnd = endOfQuote(text, 0)
  const last = quoteEnd < 0 ? text.length : quoteEnd - 1
  for (let index = 1; index < last; index++) {
    const escaped = text[index] === '\\' && index + 1 < last
    if (escaped) index++
    const character = characterAt(text, index)
    const found = checkCharacter(
      character,
      base + index,
      utf8 && !escaped,
      shownCharacter => l10n.t`${shownCharacter} may not stand in a quoted string`,
    )
    if (found) return found
    index += character.length - 1
  }
  if (quoteEnd < 0)
    return fault('unclosed-quote', l10n.t`the closing quote is missing`, base, base + text.length)
  if (quoteEnd === text.length) return null
  if (text[quoteEnd] === '@') return unquotedAt(base + quoteEnd)
  const reason = l10n.t`a quoted string has to be the whole local-part`
  return fault('text-behind-quote', reason, base + quoteEnd, base + text.length)
}

/** Dot-string: atoms with single dots between them. */
function checkDotString(text: string, base: number, { utf8 }: Options): PathFault | null {
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (isAtext(unit)) continue
    const at = base + index
    const character = characterAt(text, index)
    if (character === '.') {
      if (index === 0) return fault('dot', l10n.t`the local-part begins with a dot`, at, at + 1)
      if (index === text.length - 1) return fault('dot', l10n.t`the local-part ends with a dot`, at, at + 1)
      if (text[index + 1] !== '.') continue
      return fault('dot', l10n.t`two dots stand side by side`, at, at + 2)
    }
    if (character === '@') return unquotedAt(at)
    if (unit < 0x80) {
      const isPrintable = character >= ' ' && character !== '\x7f'
      const reason = isPrintable
        ? l10n.t`${shown(character)} may not stand in a local-part without quotes`
        : l10n.t`${shown(character)} may not stand in a local-part`
      return fault('character', reason, at, at + 1)
    }
    const found = checkCharacter(
      character,
      at,
      utf8,
      shownCharacter => l10n.t`${shownCharacter} is half a character`,
    )
    if (found) return found
    index += character.length - 1
  }
  return null
}

function unquotedAt(at: number): PathFault {
  return fault('two-at', l10n.t`an @ in the local-part has to be quoted`, at, at + 1)
}

/** Lets printable ASCII pass and, with `utf8`, whatever can be written in UTF-8. */
function checkCharacter(
  character: string,
  at: number,
  utf8: boolean,
  complain: (shownCharacter: string) => string,
): PathFault | null {
  if (/^[ -~]$/.test(character)) return null
  const end = at + character.length
  if (/^[\0-\x7f\p{Cs}]$/u.test(character)) {
    return fault('character', complain(shown(character)), at, end)
  }
  return utf8 ? null : fault('non-ascii', l10n.t`${shown(character)} is not ASCII`, at, end)
}

/** @param base where the text begins in the path, behind an @ */
function domainFault(text: string, base: number, options: Options): PathFault | null {
  if (text === '') return fault('domain', l10n.t`nothing stands behind the @`, base - 1, base, 'empty')
  return text.startsWith('[')
    ? moved('address-literal', checkAddressLiteral(text), base)
    : moved('domain', checkDomain(text, options), base)
}

function moved(
  kind: 'domain' | 'address-literal',
  found: DomainFault | AddressLiteralFault | null,
  base: number,
): PathFault | null {
  if (!found || found.kind === 'label-too-long' || found.kind === 'too-long') return null
  return fault(
    found.kind === 'non-ascii' ? found.kind : kind,
    found.reason,
    base + found.start,
    base + found.end,
    found.kind,
  )
}

function fault(
  kind: PathFaultKind,
  reason: string,
  start: number,
  end: number,
  detail: PathFault['detail'] = null,
): PathFault {
  return { kind, reason, start, end, detail }
}
