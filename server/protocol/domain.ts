import * as l10n from '@vscode/l10n'
import { characterAt, type Fault, fault, isInvisible, isLetterOrDigit, shown } from './faults.ts'
import { limits } from './limits.ts'

/** What can be wrong with a domain; the two lengths are looked at last, when nothing else is wrong. */
export type DomainFaultKind =
  | 'empty'
  | 'empty-label'
  | 'trailing-dot'
  | 'hyphen'
  | 'underscore'
  | 'character'
  | 'non-ascii'
  | 'ip-address'
  | 'label-too-long'
  | 'too-long'

/** Why a text is no domain. */
export type DomainFault = Fault<DomainFaultKind>

const longestDomain = limits.domain.value
const longestLabel = limits.domainLabel.value

/**
 * Checks a domain as it stands in a command: labels of letters, digits and inner hyphens, with single dots between
 * them (RFC 5321 4.1.2). An IP address is none, although the grammar lets four numbers pass (RFC 1123 2.1).
 *
 * @param options.utf8 whether labels may hold other characters than ASCII (U-labels, RFC 6531 3.3)
 * @returns the first fault from the left; null for a valid domain
 */
export function checkDomain(text: string, { utf8 }: { readonly utf8: boolean }): DomainFault | null {
  if (text === '') return fault('empty', l10n.t`nothing stands there`, 0, 0)
  if (isIpAddress(text)) {
    return fault('ip-address', l10n.t`an IP address has to stand in brackets`, 0, text.length)
  }
  let start = 0
  let tooLong: DomainFault | null = null
  for (const label of text.split('.')) {
    const found = checkLabel(text, start, start + label.length, utf8)
    if (found) return found
    tooLong ??= checkLabelLength(label, start)
    start += label.length + 1
  }
  return tooLong ?? checkLength(text)
}

function checkLabel(text: string, start: number, end: number, utf8: boolean): DomainFault | null {
  if (start === end) return emptyLabel(text, start)
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at)
    if (isLetterOrDigit(code)) continue
    if (code === 0x2d) {
      if (at === start) return fault('hyphen', l10n.t`a label begins with a hyphen`, at, at + 1)
      if (at === end - 1) return fault('hyphen', l10n.t`a label ends with a hyphen`, at, at + 1)
      continue
    }
    if (code === 0x5f) return fault('underscore', l10n.t`a host name has no underscore`, at, at + 1)
    const character = characterAt(text, at)
    if (code < 0x80 || !mayStandInLabel(character)) {
      const reason = l10n.t`${shown(character)} may not stand in a domain`
      return fault('character', reason, at, at + character.length)
    }
    if (!utf8) return fault('non-ascii', l10n.t`${shown(character)} is not ASCII`, at, at + character.length)
    at += character.length - 1
  }
  return null
}

function emptyLabel(text: string, at: number): DomainFault {
  if (at === 0) return fault('empty-label', l10n.t`no label stands before the first dot`, 0, 1)
  return at === text.length
    ? fault('trailing-dot', l10n.t`no label stands behind the last dot`, at - 1, at)
    : fault('empty-label', l10n.t`no label stands between two dots`, at - 1, at + 1)
}

/** ZWNJ and ZWJ may stand in some U-labels (RFC 5892 A.1, A.2). */
function mayStandInLabel(character: string): boolean {
  return !isInvisible(character) || character === '\u200c' || character === '\u200d'
}

/** Of a U-label its A-label counts (RFC 5890 2.3.2.1); the shortest that it can have is enough to be sure of a fault. */
function checkLabelLength(label: string, start: number): DomainFault | null {
  const octets = /[^!-~]/.test(label) ? 'xn--'.length + [...label].length : label.length
  if (octets <= longestLabel) return null
  const reason = l10n.t`a label has ${octets} octets, the limit is ${longestLabel}`
  return fault('label-too-long', reason, start, start + label.length)
}

function checkLength(text: string): DomainFault | null {
  let octets = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    octets += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  if (octets <= longestDomain) return null
  return fault(
    'too-long',
    l10n.t`the domain has ${octets} octets, the limit is ${longestDomain}`,
    0,
    text.length,
  )
}

/** What can be wrong with an address literal. */
export type AddressLiteralFaultKind =
  | 'unbalanced'
  | 'text-behind'
  | 'empty'
  | 'character'
  | 'number'
  | 'number-above-255'
  | 'number-count'
  | 'group'
  | 'group-count'
  | 'double-colon'
  | 'ipv6-without-tag'
  | 'ipv4-with-tag'
  | 'tag'
  | 'no-address'

/** Why a text is no address literal. */
export type AddressLiteralFault = Fault<AddressLiteralFaultKind>

/**
 * Checks an address literal (RFC 5321 4.1.3): `[192.0.2.1]`, `[IPv6:2001:db8::1]`, or `[tag:...]` with a tag of letters,
 * digits and inner hyphens, whose address is not judged.
 *
 * @param text with its brackets
 * @returns the first fault; null for a valid literal
 */
export function checkAddressLiteral(text: string): AddressLiteralFault | null {
  const close = text.indexOf(']')
  if (!text.startsWith('[')) {
    const at = Math.max(close, 0)
    return fault('unbalanced', l10n.t`the opening bracket is missing`, at, Math.min(at + 1, text.length))
  }
  if (close < 0) return fault('unbalanced', l10n.t`the closing bracket is missing`, 0, 1)
  if (close < text.length - 1) {
    return fault('text-behind', l10n.t`something stands behind the closing bracket`, close + 1, text.length)
  }
  if (close === 1) return fault('empty', l10n.t`nothing stands between the brackets`, 0, 2)
  const content = text.slice(1, close)
  // dcontent: printable ASCII without the brackets and the backslash
  const wrong = /[^!-Z^-~]/u.exec(content)
  if (wrong) {
    const [character] = wrong
    const at = wrong.index + 1
    const reason = l10n.t`${shown(character)} may not stand in an address literal`
    return fault('character', reason, at, at + character.length)
  }
  return checkContent(content)
}

/** @param content what stands between the brackets; it begins at offset 1 */
function checkContent(content: string): AddressLiteralFault | null {
  const end = 1 + content.length
  if (/^[\d.]+$/.test(content)) return checkIpv4(content, 1)
  const colon = content.indexOf(':')
  if (colon < 0) {
    return fault('no-address', l10n.t`it is neither an IPv4 address nor has it a tag such as "IPv6:"`, 1, end)
  }
  const tag = content.slice(0, colon)
  const address = content.slice(colon + 1)
  if (/^IPv6$/i.test(tag)) return checkIpv6(address, colon + 2)
  if (/^[\da-f:.]+$/i.test(content) && address.includes(':')) {
    return fault('ipv6-without-tag', l10n.t`an IPv6 address needs the tag "IPv6:"`, 1, end)
  }
  if (/^IPv4$/i.test(tag)) {
    return fault('ipv4-with-tag', l10n.t`an IPv4 address has no tag`, 1, colon + 2)
  }
  if (!/^[\da-z-]*[\da-z]$/i.test(tag)) {
    return fault('tag', l10n.t`the tag has to be made of letters, digits and inner hyphens`, 1, colon + 2)
  }
  return address === '' ? fault('empty', l10n.t`no address stands behind the tag`, 1, end) : null
}

/** @param base where the address begins in the literal */
function checkIpv4(address: string, base: number): AddressLiteralFault | null {
  const numbers = address.split('.')
  if (numbers.length !== 4) {
    const reason = l10n.t`an IPv4 address has four numbers, not ${numbers.length}`
    return fault('number-count', reason, base, base + address.length)
  }
  let start = base
  for (const number of numbers) {
    const end = start + number.length
    // A number that is missing is shown by the dots that should enclose it.
    if (number === '') {
      const first = Math.max(start - 1, base)
      const last = Math.min(end + 1, base + address.length)
      return fault('number', l10n.t`a number is missing`, first, last)
    }
    if (!/^\d+$/.test(number)) return fault('number', l10n.t`a number has to be decimal`, start, end)
    if (Number(number) > 255) {
      return fault('number-above-255', l10n.t`a number is above 255`, start, end)
    }
    if (number.length > 3) return fault('number', l10n.t`a number has more than three digits`, start, end)
    start = end + 1
  }
  return null
}

/**
 * Eight groups, or at most six beside one `::`, which stands for two or more; an IPv4 address at the end is worth two.
 *
 * @param base where the address begins in the literal
 */
function checkIpv6(address: string, base: number): AddressLiteralFault | null {
  const end = base + address.length
  if (address === '') return fault('empty', l10n.t`no address stands behind the tag`, 1, end)
  const short = address.indexOf('::')
  const again = short < 0 ? -1 : address.indexOf('::', short + 1)
  if (again >= 0)
    return fault('double-colon', l10n.t`"::" may stand only once`, base + again, base + again + 2)
  let groups = 0
  let start = base
  const parts = address.split(':')
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    if (isLast && part.includes('.')) {
      const found = checkIpv4(part, start)
      if (found) return found
      groups += 2
    } else if (part !== '') {
      if (!/^[\da-f]{1,4}$/i.test(part)) {
        return fault('group', l10n.t`a group has one to four hexadecimal digits`, start, start + part.length)
      }
      groups++
    } else if (index === 0 && short !== 0) return fault('group', l10n.t`a group is missing`, start, start + 1)
    else if (isLast && !address.endsWith('::'))
      return fault('group', l10n.t`a group is missing`, start - 1, start)
    start += part.length + 1
  }
  if (short < 0 && groups !== 8) {
    return fault('group-count', l10n.t`an IPv6 address has eight groups, not ${groups}`, base, end)
  }
  if (short >= 0 && groups > 6) {
    return fault(
      'group-count',
      l10n.t`"::" stands for two groups or more, here are ${groups} besides`,
      base,
      end,
    )
  }
  return null
}

/**
 * @param address an IP address as it stands elsewhere, e.g. `192.0.2.7`, `2001:db8::1` or `IPv6:2001:db8::1`
 * @returns the address literal for it; null for what is no IP address
 */
export function addressLiteralOf(address: string): string | null {
  if (!address.includes(':')) return checkIpv4(address, 0) ? null : `[${address}]`
  const literal = /^IPv6:/i.test(address) ? `[${address}]` : `[IPv6:${address}]`
  return checkAddressLiteral(literal) ? null : literal
}

/** Four numbers are meant as an address even where one of them is too high. */
function isIpAddress(text: string): boolean {
  return /^\d+\.\d+\.\d+\.\d+$/.test(text) || (text.includes(':') && addressLiteralOf(text) !== null)
}
