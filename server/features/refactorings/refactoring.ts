import type { TextEdit } from 'vscode-languageserver-types'
import type { LineRange } from '../../rules/rule.ts'
import { type PlacedSession, sessionsBetween } from '../../transcript/placedSession.ts'
import type { Transcript } from '../../transcript/transcript.ts'

/** A rewriting of what stands at the cursor, or in the selection. */
export interface Rewriting {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

/** Where the cursor or the selection is: lines of the text, from 0. */
export interface Place extends LineRange {
  readonly transcript: Transcript
  /** Nothing is selected: there is only a cursor. */
  readonly isCursor: boolean
}

/** The sessions that have lines there. */
export function sessionsAt({ transcript, first, last }: Place): readonly PlacedSession[] {
  return sessionsBetween(transcript.sessions, first, last)
}
