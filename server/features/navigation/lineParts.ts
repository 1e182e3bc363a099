import { parseCommandLine } from '../../transcript/commandLine.ts'
import type { LineRecord } from '../../transcript/lineRecord.ts'
import { parsePathCommand } from '../../transcript/pathCommand.ts'
import { columnOf, payloadOf } from '../../transcript/stretch.ts'
import { lineForm } from './lineForm.ts'
import { nameAround } from './names.ts'
import type { Columns } from './secrets.ts'
import { recordAt } from './sessionPlace.ts'

/** Offsets in what is said. */
type Offsets = readonly [from: number, to: number]

const wordCharacter = /^[\p{L}\p{N}\p{M}_]$/u

/** The longest run of characters of a kind around a column. */
function runAround(text: string, column: number, isIn: (character: string) => boolean): Columns {
  let start = column
  while (start > 0 && isIn(text[start - 1] ?? '')) start -= 1
  let end = column
  while (end < text.length && isIn(text[end] ?? '')) end += 1
  return { start, end }
}

function partsOfPath(payload: string): Offsets[] {
  const { keyword, path, address, parameters } = parsePathCommand(payload)
  const found = [keyword, path, address, ...parameters, ...parameters.map(one => one.value)]
  return found.flatMap((part): Offsets[] => (part ? [[part.start, part.end]] : []))
}

function partsOfCommand(payload: string): Offsets[] {
  const { verb, verbStart, verbEnd, argument, argumentStart } = parseCommandLine(payload, 0)
  const whole: Offsets[] = [
    [verbStart, verbEnd],
    [argumentStart, argumentStart + argument.length],
  ]
  return verb === 'MAIL' || verb === 'RCPT' ? [...whole, ...partsOfPath(payload)] : whole
}

/** The code, the enhanced code, both, and the text behind them (RFC 5321 section 4.2, RFC 2034 section 4). */
function partsOfReply(payload: string): Offsets[] {
  const end = payload.trimEnd().length
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})(?!\S)\s*/.exec(payload)
  const codes: Offsets[] = enhanced
    ? [
        [4, 4 + (enhanced[1]?.length ?? 0)],
        [0, 4 + (enhanced[1]?.length ?? 0)],
      ]
    : []
  return [[0, 3], ...codes, [enhanced?.[0].length ?? 4, end]]
}

/** A field of a header: its name and its body (RFC 5322 section 2.2). */
function partsOfContent(payload: string): Offsets[] {
  const field = /^([!-9;-~]+):[ \t]*/.exec(payload)
  if (!field) return []
  return [
    [0, field[1]?.length ?? 0],
    [field[0].length, payload.trimEnd().length],
  ]
}

function partsOfPayload({ kind }: LineRecord, payload: string): Offsets[] {
  switch (kind) {
    case 'command':
      return partsOfCommand(payload)
    case 'reply':
      return partsOfReply(payload)
    case 'message':
    case 'chunk':
      return partsOfContent(payload)
    default:
      return []
  }
}

/**
 * What a place on a line is a part of, in no order and with some twice: the word, the name, the argument or parameter,
 * what is said, the line.
 */
export function partsAround(text: string, records: readonly LineRecord[], column: number): Columns[] {
  const record = recordAt(records, column)
  const form = lineForm(text, records, column)
  const name = nameAround(text, column, form)
  const at = name?.name.kind === 'address' ? text.indexOf('@', column) : -1
  const parts: Columns[] = [
    runAround(text, column, character => wordCharacter.test(character)),
    runAround(text, column, character => !/\s/.test(character)),
    { start: 0, end: text.length },
  ]
  if (name) parts.push(name)
  if (name && at >= column && at < name.end) parts.push({ start: name.start, end: at })
  if (name?.name.kind === 'domain' && text[name.start - 1] === '@') {
    const address = nameAround(text, name.start - 1, form)
    if (address) parts.push(address)
  }
  if (record && record.start <= column) {
    const payload = payloadOf(text, record)
    const said: Offsets[] = [[0, payload.trimEnd().length], ...partsOfPayload(record, payload)]
    for (const [from, to] of said) {
      parts.push({ start: columnOf(text, record, from), end: columnOf(text, record, to) })
    }
  }
  return parts.filter(({ start, end }) => start <= column && column <= end && start < end)
}
