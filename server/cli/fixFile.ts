import { statSync, writeFileSync } from 'node:fs'
import * as l10n from '@vscode/l10n'
import { beginFixing, type Repair } from '../features/fixing.ts'
import type { RuleSettings } from '../rules/settings.ts'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { patchOctets } from './patchOctets.ts'
import { octetsIn, UnreadableFile } from './pieces.ts'
import { encodingOf, isBinary, notAText, systemCodeOf } from './textInput.ts'

/** A text with all its safe fixes. */
export interface FixedInput {
  readonly octets: Uint8Array
  readonly text: string
  readonly repairs: readonly Repair[]
}

/** Whether a path names something that can be read only once, as a pipe. */
function isPassing(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

/** Why a file cannot be written, for people. */
function writeCauseOf(error: unknown): string {
  switch (systemCodeOf(error)) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return l10n.t`it could be fixed, but the file must not be written`
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

/** Makes all safe fixes of a file, or of standard input. Throws `UnreadableFile`. */
export function fixInput(file: string, settings: RuleSettings, dialect: Dialect | null): FixedInput {
  const octets = octetsIn(file)
  if (isBinary(octets)) throw new UnreadableFile(notAText())
  const text = new TextDecoder(encodingOf(octets)).decode(octets)
  const fixing = beginFixing(readTranscript(text, dialect), settings, { kind: 'safe' })
  fixing.goOn(() => false)
  const { edits, repairs } = fixing.fixed()
  if (edits.length === 0) return { octets, text, repairs }
  const fixed = patchOctets(octets, edits)
  return { octets: fixed, text: new TextDecoder(encodingOf(fixed)).decode(fixed), repairs }
}

/** Makes all safe fixes of a file on the disk, which is written only where there are any. Throws `UnreadableFile`. */
export function fixFile(file: string, settings: RuleSettings, dialect: Dialect | null): readonly Repair[] {
  if (isPassing(file)) throw new UnreadableFile(l10n.t`only a file can be fixed`)
  const { octets, repairs } = fixInput(file, settings, dialect)
  if (repairs.length === 0) return repairs
  try {
    writeFileSync(file, octets)
  } catch (error) {
    throw new UnreadableFile(writeCauseOf(error))
  }
  return repairs
}

/** Repairs in the order of the text. */
export function inOrder(repairs: readonly Repair[]): readonly Repair[] {
  return repairs.toSorted((one, other) => one.line - other.line)
}

/** How much was fixed, for people. */
export function fixedText(count: number): string {
  return count === 1 ? l10n.t`1 problem was fixed` : l10n.t`${count} problems were fixed`
}
