import type { Transcript } from '../transcript/transcript.ts'
import { type FormName, formNamed } from '../transcript/writing/forms.ts'
import { type Written, writeSessions } from '../transcript/writing/writeSessions.ts'

/** The forms that a transcript can be written in. */
export type ConversionTarget = FormName

/** A form to choose. */
export interface TargetChoice {
  readonly name: ConversionTarget
  /** One line for people, to be translated. */
  readonly title: string
}

/** The forms to choose from. */
export const conversionTargets: readonly TargetChoice[] = [
  { name: 'smtp', title: 'C: and S: as in the RFCs' },
  { name: 'swaks', title: 'output of swaks' },
  { name: 'curl', title: 'output of curl --verbose' },
  { name: 'bare', title: 'no prefixes' },
]

/** The sessions of a transcript in another form, and what that form cannot tell. */
export function conversionOf(transcript: Transcript, to: ConversionTarget): Written {
  const form = formNamed(to)
  return form ? writeSessions(transcript, form) : { text: '', unclear: [] }
}

/** The sessions of a transcript in another form. Reading it gives the same sessions again; see `writeSessions`. */
export function convertTranscript(transcript: Transcript, to: ConversionTarget): string {
  return conversionOf(transcript, to).text
}
