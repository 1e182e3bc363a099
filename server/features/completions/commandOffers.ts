import { CompletionItemKind } from 'vscode-languageserver-types'
import { commandFacts, commandVerbs } from '../../protocol/commands.ts'
import { isAnnounced } from '../../protocol/judge.ts'
import { parseCommandLine } from '../../transcript/commandLine.ts'
import type { ClientRecord, LineRecords } from '../../transcript/lineRecord.ts'
import { linesBefore } from '../../transcript/linesAround.ts'
import type { ReaderState } from '../../transcript/readerState.ts'
import { lineOf } from '../../transcript/reading.ts'
import { fitnessOf, usualNext } from './commandFitness.ts'
import { commandForms } from './commandForms.ts'
import { type CursorPlace, isInContent, isInLogin, readAs } from './cursorPlace.ts'
import { type Insertion, plainText } from './insertion.ts'
import type { Offer } from './offer.ts'

/** Where a command is to be written: the columns that it replaces, and the line with it. */
export interface CommandPlace {
  readonly start: number
  readonly end: number
  /** Something stands behind the word that is replaced, so that only the verb is wanted. */
  readonly isFollowed: boolean
  /** The whole line, and what of it is inserted. */
  readonly lineWith: (payload: string) => string
  readonly insertionOf: (payload: Insertion) => Insertion
  readonly labelOf: (label: string) => string
  /** What is compared with what has been typed. */
  readonly filterOf: (label: string) => string
}

/** How many lines below the cursor are looked at for more commands, and above it for a message. */
const linesLooked = 300

/** Verbs that people send today; a manufacturer's own only where the server offers them. */
function offeredVerbs(state: ReaderState): readonly string[] {
  return commandVerbs.filter(verb => {
    const status = commandFacts(verb)?.status
    return status === 'vendor' ? isOffered(verb, state) : status !== 'deprecated'
  })
}

const judgedVendors: ReadonlySet<string> = new Set(['XCLIENT', 'XFORWARD'])

function isOffered(verb: string, { view }: ReaderState): boolean {
  const { keywords } = view.optimistic
  return judgedVendors.has(verb) && keywords !== null && isAnnounced(view.optimistic, verb)
}

function commandIn(records: LineRecords): ClientRecord | undefined {
  for (const record of records) if (record.kind === 'command') return record
  return undefined
}

/** Whether a line below the cursor holds another command of the same session. */
function commandsFollow({ transcript: { reading }, line }: CursorPlace): boolean {
  for (let below = line + 1; below < line + linesLooked; below++) {
    const records = lineOf(reading, below)?.records
    if (!records || records.some(({ opens }) => opens)) return false
    if (commandIn(records)) return true
  }
  return false
}

/** Whether the session has delivered a message, so that QUIT comes next as a rule. */
function hasDelivered({ transcript: { reading }, line, before }: CursorPlace): boolean {
  if (before.view.optimistic.afterLastChunk) return true
  for (const { records } of linesBefore(reading, line, linesLooked)) {
    if (records.some(({ kind }) => kind === 'end-of-data')) return true
    if (commandIn(records)?.before.phase === 'bdat') return true
  }
  return false
}

/** Takes the verb alone where the rest of the command stands there already. */
function shortened(insertion: Insertion): Insertion {
  return [parseCommandLine(plainText(insertion), 0).verb]
}

/** The commands that can be written at a place: those that may stand there first, the usual next before all. */
export function commandOffers(place: CursorPlace, at: CommandPlace): Offer[] {
  if (isInContent(place) || isInLogin(place)) return []
  const forms = commandForms(place)
  const follow = commandsFollow(place)
  const usual = usualNext(place.before.view.optimistic, hasDelivered(place))
  const verbs = [...new Set([...usual, ...offeredVerbs(place.before)])]
  return verbs.flatMap(verb => {
    const { label, insertion } = forms(verb)
    const record = commandIn(readAs(place, at.lineWith(plainText(insertion))).records)
    if (!record) return []
    const { fit, reason } = fitnessOf(verb, record, place.before, follow)
    const isUsual = fit === 'possible' && usual.includes(verb)
    const said = at.isFollowed ? shortened(insertion) : insertion
    return [
      {
        label: at.labelOf(label),
        kind: CompletionItemKind.Function,
        insertion: at.insertionOf(said),
        start: at.start,
        end: at.end,
        fit: isUsual ? ('usual' as const) : fit,
        ...(reason !== null && { detail: reason }),
        filter: at.filterOf(label),
        about: { kind: 'command' as const, word: verb },
      },
    ]
  })
}
