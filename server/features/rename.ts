import * as l10n from '@vscode/l10n'
import type { Position, Range, TextEdit } from 'vscode-languageserver-types'
import { checkDomain } from '../protocol/domain.ts'
import { parsePath } from '../protocol/mailbox.ts'
import { chunkSize, parseCommandLine } from '../transcript/commandLine.ts'
import { octetsOf } from '../transcript/octets.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import { commandSaid } from '../transcript/saidText.ts'
import type { Exchange } from '../transcript/session.ts'
import { sessionAt, type Transcript } from '../transcript/transcript.ts'
import { nameAt, occurrencesIn, rangeOfOccurrence } from './navigation/nameAt.ts'
import type { Name } from './navigation/names.ts'
import { type Occurrence, toXtext } from './navigation/occurrences.ts'
import { rangeOf } from './ranges.ts'

/** Edits that rename, or why there are none, for people to read. */
export type Renaming =
  | { readonly kind: 'edits'; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'refused'; readonly reason: string }

function refused(reason: string): Renaming {
  return { kind: 'refused', reason }
}

/** What can be renamed where somebody points: its range, and the name as it stands there; null where nothing can. */
export function renamable(
  { reading }: Transcript,
  position: Position,
): { readonly range: Range; readonly placeholder: string } | null {
  const found = nameAt(reading, position)
  return found && { range: found.range, placeholder: found.name.text }
}

/** What is said where there is nothing to rename. */
export function nothingToRename(): string {
  return l10n.t`Only an address, a domain or the name of a host can be renamed.`
}

function asAddress(text: string): Name | string {
  const { sourceRoute, localPart, domain, fault } = parsePath(text, { utf8: true })
  if (fault) return l10n.t`"${text}" is no address: ${fault.reason}.`
  if (sourceRoute || !domain) return l10n.t`"${text}" is no address: a local part, @ and a domain are needed.`
  return { kind: 'address', text, localPart: localPart.text, domain: domain.text }
}

function asDomain(text: string, old: Name): Name | string {
  const fault = checkDomain(text, { utf8: true })
  if (fault) return l10n.t`"${text}" is no domain: ${fault.reason}.`
  if (!text.includes('.') && old.text.includes('.')) {
    return l10n.t`"${text}" has no dot: it could not be told from other words any more.`
  }
  return { kind: 'domain', text }
}

/** A name in place of another, as far as its form goes: the reason why not, as a text. */
function newNameOf(old: Name, text: string): Name | string {
  return old.kind === 'address' ? asAddress(text) : asDomain(text, old)
}

/** What is written in the place of a name. */
function written(name: Name, { isXtext }: Occurrence): string {
  return isXtext && name.kind === 'address' ? `${toXtext(name.localPart)}@${name.domain}` : name.text
}

/** Whether a name can stand as it is where the tool escapes some characters. */
function canStand(text: string, { record }: Occurrence): boolean {
  return record === undefined || record.encoding === 'plain' || !/["'\\&<>]/.test(text)
}

/** A chunk in which a name stands, and the BDAT in front of it that says how long it is. */
interface Chunk {
  readonly placed: PlacedSession
  readonly bdat: Exchange
  readonly size: number
  readonly places: Occurrence[]
}

/** The BDAT of the chunk on a line of a session, if the size that it says is that of the chunk. */
function bdatOf({ session }: PlacedSession, line: number): { bdat: Exchange; size: number } | null {
  const chunk = session.exchanges.find(
    ({ unit }) => unit.kind === 'chunk' && line >= unit.firstLine && line <= unit.lastLine,
  )
  const bdat = chunk && session.exchanges[chunk.index - 1]
  if (chunk?.unit.kind !== 'chunk' || bdat?.unit.kind !== 'command') return null
  const { verb, argument } = bdat.unit
  const size = chunkSize(parseCommandLine(`${verb} ${argument}`, 0))
  return size > 0 && size === chunk.unit.octets ? { bdat, size } : null
}

/** The places in chunks, by their BDAT; those in a chunk of another size than its BDAT says are left out. */
function chunksWith(transcript: Transcript, places: readonly Occurrence[]): Chunk[] {
  const chunks = new Map<Exchange, Chunk>()
  for (const place of places) {
    const found = sessionAt(transcript, place.line)
    const said = found && bdatOf(found.placed, found.line)
    if (!found || !said) continue
    const chunk = chunks.get(said.bdat) ?? { placed: found.placed, ...said, places: [] }
    chunks.set(said.bdat, chunk)
    chunk.places.push(place)
  }
  return [...chunks.values()]
}

/** The size in a BDAT after the names in its chunk have become others (RFC 3030 section 2). */
function sizeEdit({ placed, bdat, size, places }: Chunk, name: Name, oldOctets: number): TextEdit[] {
  const said = commandSaid(placed.session, bdat)
  const digits = said && /^\s*\S+\s+(\d+)/.exec(said.payload)
  if (!said || !digits) return []
  const grown = places.reduce((sum, one) => sum + octetsOf(written(name, one)) - oldOctets, 0)
  const end = digits[0].length
  const range = rangeOf(said.spanOf(end - (digits[1]?.length ?? 0), end), placed)
  return grown === 0 ? [] : [{ range, newText: `${size + grown}` }]
}

/**
 * Renames the address, the domain or the host that somebody points at in the whole text, wherever it stands as a word of
 * its own; nowhere in credentials and challenges. The size in BDAT goes with what is renamed in its chunk; where it was
 * wrong before, the chunk stays as it is. `SIZE=` stays.
 */
export function renameAt(transcript: Transcript, position: Position, newName: string): Renaming {
  const found = nameAt(transcript.reading, position)
  if (!found) return refused(nothingToRename())
  const name = newNameOf(found.name, newName)
  if (typeof name === 'string') return refused(name)
  const places = occurrencesIn(transcript.reading, found.name)
  const unfit = places.find(one => !canStand(written(name, one), one))
  if (unfit) {
    return refused(
      l10n.t`"${newName}" cannot stand in line ${unfit.line + 1}, where quotes and the like are escaped.`,
    )
  }
  const isInChunk = ({ record }: Occurrence) => record?.kind === 'chunk'
  const chunks = chunksWith(transcript, places.filter(isInChunk))
  const renamed = [...places.filter(one => !isInChunk(one)), ...chunks.flatMap(chunk => chunk.places)]
  const edits = renamed.map(one => ({ range: rangeOfOccurrence(one), newText: written(name, one) }))
  return {
    kind: 'edits',
    edits: [...edits, ...chunks.flatMap(chunk => sizeEdit(chunk, name, octetsOf(found.name.text)))],
  }
}
