import type { Position, Range } from 'vscode-languageserver-types'
import { checkDomain } from '../../protocol/domain.ts'
import { blockIndexOf } from '../../transcript/block.ts'
import { parsePathCommand } from '../../transcript/pathCommand.ts'
import { lineCountOf, type Reading } from '../../transcript/reading.ts'
import { columnOf, payloadOf } from '../../transcript/stretch.ts'
import { hostPlaces, type ReadLines } from './hostPlaces.ts'
import { lineForm } from './lineForm.ts'
import { type NamePlace, nameAround } from './names.ts'
import { type Occurrence, searchFor } from './occurrences.ts'
import { recordAt } from './sessionPlace.ts'

/** The quoted local part of an address in MAIL or RCPT, in which anything may stand (RFC 5321 section 4.1.2). */
function quotedAddress(lines: ReadLines, line: number, column: number): NamePlace | undefined {
  const text = lines.texts[line] ?? ''
  const record = recordAt(lines.records[line] ?? [], column)
  if (record?.kind !== 'command' || record.encoding !== 'plain') return undefined
  const { address } = parsePathCommand(payloadOf(text, record))
  const parts = address && /^("(?:[^"\\]|\\.)*")@([^"@\s]+)$/.exec(address.text)
  if (!parts) return undefined
  const [whole, localPart = '', domain = ''] = parts
  const start = columnOf(text, record, address.start)
  if (column < start || column > start + localPart.length) return undefined
  return { name: { kind: 'address', text: whole, localPart, domain }, start, end: start + whole.length }
}

function hostName(lines: ReadLines, line: number, column: number): NamePlace | undefined {
  const place = hostPlaces(lines, line).find(({ start, end }) => start <= column && column <= end)
  const text = place && (lines.texts[line] ?? '').slice(place.start, place.end)
  if (!place || text === undefined || checkDomain(text, { utf8: true })) return undefined
  return { name: { kind: 'domain', text }, ...place }
}

/** A name in a text, with its range. */
export interface NameFound {
  readonly name: NamePlace['name']
  readonly range: Range
}

/** The name that somebody points at; null where none stands, or where it is a part of credentials. */
export function nameAt(reading: Reading, { line, character }: Position): NameFound | null {
  if (line < 0 || line >= lineCountOf(reading)) return null
  const index = blockIndexOf(reading.starts, line)
  const block = reading.blocks[index]
  const own = line - (reading.starts[index] ?? 0)
  const text = block?.texts[own]
  if (!block || text === undefined || character < 0 || character > text.length) return null
  const records = block.records[own] ?? []
  const found =
    quotedAddress(block, own, character) ??
    nameAround(text, character, lineForm(text, records, character)) ??
    hostName(block, own, character)
  if (!found) return null
  // What a search would pass over there is no name: a part of another, or of a credential.
  const places = searchFor(found.name).on(block, own)
  if (!places.some(({ start, end }) => start === found.start && end === found.end)) return null
  const range = { start: { line, character: found.start }, end: { line, character: found.end } }
  return { name: found.name, range }
}

/** Where a name stands in a text, in order, and up to `most` places; lines as the text counts them. */
export function occurrencesIn(
  { blocks, starts }: Reading,
  name: NameFound['name'],
  most = Number.POSITIVE_INFINITY,
): Occurrence[] {
  const search = searchFor(name)
  const all: Occurrence[] = []
  for (const [index, block] of blocks.entries()) {
    const start = starts[index] ?? 0
    const found = search.in(block, 0, block.texts.length, most - all.length)
    for (const one of found) all.push(start === 0 ? one : { ...one, line: one.line + start })
    if (all.length >= most) return all.slice(0, most)
  }
  return all
}

/** The range of a place where a name stands. */
export function rangeOfOccurrence({ line, start, end }: Occurrence): Range {
  return { start: { line, character: start }, end: { line, character: end } }
}
