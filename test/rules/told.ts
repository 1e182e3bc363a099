import { checkTranscript } from '../../server/rules/check.ts'
import { defaultSettings } from '../../server/rules/settings.ts'
import type { Transcript } from '../../server/transcript/transcript.ts'

/** All that a check tells of a transcript, but for the fixes. */
export function told(transcript: Transcript) {
  return checkTranscript(transcript, defaultSettings).map(({ placed, problems, kinds }) => ({
    startLine: placed.startLine,
    lineCount: placed.lineCount,
    kinds,
    problems: problems.map(({ rule, severity, fault, span, message, related }) => ({
      rule: rule.id,
      severity,
      fault,
      span,
      message,
      related,
    })),
  }))
}
