import type { SessionProblems } from '../rules/check.ts'
import type { Transcript } from '../transcript/transcript.ts'

/** A file that was read and checked. */
export interface CheckedFile {
  readonly file: string
  readonly transcript: Transcript
  readonly found: readonly SessionProblems[]
}
