import * as l10n from '@vscode/l10n'
import type { MailParameter } from './extensions/extensionRow.ts'
import { valueFits } from './extensions.ts'
import { characterAt, type Fault, shown } from './faults.ts'
import { limits } from './limits.ts'

/**
 * What can be wrong with the value of a parameter.
 * - `missing`, `empty`: none stands there, or nothing behind the `=`
 * - `unwanted`: the parameter has no value
 * - `form`: the grammar does not know it
 * - `report`: as `form`, of a parameter for reports or with a value in xtext (RFC 3461, RFC 4954 5)
 * - `range`: a number or a time that may not be asked for
 */
export type ParameterValueFaultKind = 'missing' | 'empty' | 'unwanted' | 'form' | 'report' | 'range'

/** Why a value is wrong; offsets in the value. */
export interface ParameterValueFault extends Fault<ParameterValueFaultKind> {
  /** The whole value as it was probably meant; null where nobody knows. */
  readonly corrected: string | null
}

type Judge = (value: string) => ParameterValueFault | null

function fault(
  kind: ParameterValueFaultKind,
  reason: string,
  [start, end]: readonly [number, number],
  corrected: string | null = null,
): ParameterValueFault {
  return { kind, reason, start, end, corrected }
}

function whole(value: string): [number, number] {
  return [0, value.length]
}

/** A value that is plain text, written as xtext (RFC 3461 4); what is encoded already stays so. */
function asXtext(value: string): string {
  return value.replaceAll(/\+[\da-f]{2}|[+=]/gi, found =>
    found.length === 3 ? found.toUpperCase() : `+${found.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** What is right in xtext, from some offset on. */
const xcharacters = /(?:\+[\dA-F]{2}|[!-*,-<>-~])*/y

/** @param from where the xtext begins in the value */
function xtextFault(value: string, from: number): ParameterValueFault | null {
  xcharacters.lastIndex = from
  xcharacters.exec(value)
  const at = Math.max(xcharacters.lastIndex, from)
  if (at === value.length) return null
  const encoded = /^\+[\da-f]{2}/i.exec(value.slice(at))?.[0]
  const wrong = encoded ?? characterAt(value, at)
  const reason = encoded
    ? l10n.t`hexadecimal digits behind + have to be in upper case`
    : l10n.t`${shown(wrong)} has to be written as + and two hexadecimal digits`
  const corrected = /^[!-~]*$/.test(value) ? value.slice(0, from) + asXtext(value.slice(from)) : null
  return fault('report', reason, [at, at + wrong.length], corrected)
}

function lengthFault(value: string, limit: number): ParameterValueFault | null {
  return value.length <= limit
    ? null
    : fault('report', l10n.t`it has ${value.length} characters, and ${limit} are the limit`, [
        limit,
        value.length,
      ])
}

const notifyWords = new Set(['SUCCESS', 'FAILURE', 'DELAY'])

/** NEVER by itself, or a list of the others, each once (RFC 3461 4.1). */
function notifyFault(value: string): ParameterValueFault | null {
  const words = value.split(',')
  const without = words.filter(word => word.toUpperCase() !== 'NEVER').join(',')
  const seen = new Set<string>()
  let start = 0
  for (const word of words) {
    const place: [number, number] = [start, start + word.length]
    const upper = word.toUpperCase()
    start = place[1] + 1
    if (word === '')
      return fault('report', l10n.t`a word is missing beside a comma`, [
        Math.max(place[0] - 1, 0),
        place[1] + (place[0] === 0 ? 1 : 0),
      ])
    if (upper === 'NEVER' && words.length > 1) {
      return fault('report', l10n.t`NEVER has to stand alone`, place, without === '' ? 'NEVER' : without)
    }
    if (upper !== 'NEVER' && !notifyWords.has(upper)) {
      return fault('report', l10n.t`"${word}" is none of NEVER, SUCCESS, FAILURE and DELAY`, place)
    }
    if (seen.has(upper)) {
      return fault(
        'report',
        l10n.t`${upper} stands there twice`,
        place,
        [...new Set(value.toUpperCase().split(','))].join(','),
      )
    }
    seen.add(upper)
  }
  return null
}

/** An address type, a semicolon, and the address in xtext (RFC 3461 4.2); with `utf-8` other characters, too (RFC 6533 3). */
function orcptFault(value: string): ParameterValueFault | null {
  const semicolon = value.indexOf(';')
  if (semicolon < 0) {
    const corrected = value.includes('@') ? `rfc822;${asXtext(value)}` : null
    return fault(
      'report',
      l10n.t`the type of the address is missing, as in rfc822;bob@example.org`,
      whole(value),
      corrected,
    )
  }
  if (!/^[\w!#$%&'*+/?^`{|}~-]+$/.test(value.slice(0, semicolon))) {
    return fault('report', l10n.t`what stands before the semicolon is no type of address`, [0, semicolon + 1])
  }
  if (semicolon === value.length - 1) {
    return fault('report', l10n.t`no address stands behind the semicolon`, [semicolon, semicolon + 1])
  }
  const isUtf8 = /^utf-8$/i.test(value.slice(0, semicolon))
  return (isUtf8 ? null : xtextFault(value, semicolon + 1)) ?? lengthFault(value, limits.orcpt.value)
}

function prioritySteps(value: string): ParameterValueFault | null {
  const [least, most] = limits.mtPriority.value
  if (!/^-?\d+$/.test(value) || Math.abs(Number(value)) <= most) return null
  return fault('range', l10n.t`priorities reach from ${least} to ${most}`, whole(value))
}

/** The time of BY, and what happens when it is over (RFC 2852 4). */
function byFault(value: string): ParameterValueFault | null {
  const [, time = ''] = /^([+-]?\d{1,9});RT?$/i.exec(value) ?? []
  if (time === '' || Number(time) > 0) return null
  return fault('range', l10n.t`with R the time has to be above zero`, [0, time.length])
}

function holdForFault(value: string): ParameterValueFault | null {
  if (!/^\d+$/.test(value) || /^[1-9]\d{0,8}$/.test(value)) return null
  return fault('range', l10n.t`it reaches from 1 to ${limits.holdfor.value} seconds`, whole(value))
}

/** No fractions of a second (RFC 7293 3.1). */
function rrvsFault(value: string): ParameterValueFault | null {
  const fraction = /\d(\.\d+)/d.exec(value)
  const place = fraction?.indices?.[1]
  if (!place) return null
  return fault(
    'range',
    l10n.t`fractions of a second may not stand there`,
    place,
    value.slice(0, place[0]) + value.slice(place[1]),
  )
}

function sizeFault(value: string): ParameterValueFault | null {
  const wrong = value.search(/\D/)
  if (wrong < 0) return null
  return fault('form', l10n.t`it has to be a number of octets, in digits alone`, [wrong, value.length])
}

const judges: Readonly<Record<string, Judge>> = {
  SIZE: sizeFault,
  BODY: value => fault('form', l10n.t`it is none of 7BIT, 8BITMIME and BINARYMIME`, whole(value)),
  RET: value => fault('report', l10n.t`it is neither FULL nor HDRS`, whole(value)),
  ENVID: value => xtextFault(value, 0),
  AUTH: value => xtextFault(value, 0),
  SUBMITTER: value => xtextFault(value, 0),
  'ALT-ADDRESS': value => xtextFault(value, 0),
  NOTIFY: notifyFault,
  ORCPT: orcptFault,
  'MT-PRIORITY': prioritySteps,
  HOLDFOR: holdForFault,
  RRVS: rrvsFault,
}

/** What has the right form and is wrong all the same. */
const furtherJudges: Readonly<Record<string, Judge>> = {
  NOTIFY: notifyFault,
  BY: byFault,
  ENVID: value => lengthFault(value, limits.envid.value),
  ORCPT: value => lengthFault(value, limits.orcpt.value),
}

/**
 * Checks the value of a parameter of MAIL or RCPT.
 *
 * @param value what stands behind the `=`; null where none stands there
 * @returns the first thing that is wrong with it; null for a value that may stand there
 */
export function checkParameterValue(
  parameter: MailParameter,
  value: string | null,
): ParameterValueFault | null {
  const { keyword, syntax, value: wanted } = parameter
  if (valueFits(parameter, value)) return value === null ? null : (furtherJudges[keyword]?.(value) ?? null)
  if (value === null) return fault('missing', l10n.t`it needs a value: ${syntax}`, [0, 0])
  if (wanted === 'none') return fault('unwanted', l10n.t`it takes no value`, whole(value))
  if (value === '') return fault('empty', l10n.t`nothing stands behind the =`, [0, 0])
  return judges[keyword]?.(value) ?? fault('form', l10n.t`its form is ${syntax}`, whole(value))
}
