import type { SessionProblems } from '../rules/check.ts'
import type { RuleSettings } from '../rules/settings.ts'
import type { Transcript } from '../transcript/transcript.ts'

/** A file that was read and checked. */
export interface CheckedFile {
  readonly file: string
  readonly transcript: Transcript
  readonly found: readonly SessionProblems[]
}

/** A file that could not be read, and why. */
export interface UnreadFile {
  readonly file: string
  readonly error: string
}

/** All that one run of `check` has to tell, in whatever format. */
export interface CheckRun {
  /** Of this program. */
  readonly version: string
  readonly settings: RuleSettings
  readonly checked: readonly CheckedFile[]
  readonly unread: readonly UnreadFile[]
  /** List no more problems than this. */
  readonly limit: number
}
