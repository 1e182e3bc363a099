import { readFileSync } from 'node:fs'
import { type ComparedSession, markOf, type Source } from './sessions.ts'

/** Whether tshark was told to decode what stands behind AUTH; by default it is not. */
export type Decoding = 'off' | 'on' | 'off and on'

/** Something that tshark's SMTP dissector reports. */
export interface TsharkFinding {
  /** The name of its field, which says what kind it is. */
  readonly field: string
  readonly severity: string
  readonly group: string
  readonly summary: string
  readonly decoding: Decoding
  /** The line of the session, from 0, of the command or reply that it stands at. */
  readonly line: number
}

/** What tshark made of a session. */
export interface RecordedSession {
  readonly mark: string
  /** Commands in it, and how many of them tshark took for commands. */
  readonly commands: number
  readonly recognised: number
  readonly findings?: readonly TsharkFinding[]
}

/** What tshark was asked and answered; `npm run compare` writes it. */
export interface Recording {
  readonly version: string
  /** Every kind of expert information that its SMTP dissector has. */
  readonly kinds: readonly { readonly field: string; readonly summary: string }[]
  readonly sessions: Readonly<Record<Source, Readonly<Record<string, RecordedSession>>>>
}

/** A session with what tshark made of it. */
export interface Recorded extends ComparedSession {
  readonly recorded: RecordedSession
}

/** Where the recording is kept. */
export const recordingFile = 'test/compare/tshark.json'

/** The recording. */
export function readRecording(): Recording {
  return JSON.parse(readFileSync(recordingFile, 'utf8')) as Recording
}

/** The sessions that are still what they were when they were recorded. */
export function recordedSessions(recording: Recording, sessions: readonly ComparedSession[]): Recorded[] {
  return sessions.flatMap(session => {
    const recorded = recording.sessions[session.source][session.name]
    return recorded?.mark === markOf(session) ? [{ ...session, recorded }] : []
  })
}
