import * as l10n from '@vscode/l10n'
import type { Fix, Problem } from '../rules/rule.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import type { Transcript } from '../transcript/transcript.ts'

/** Lines in front of which a comment would become part of what the client sends. */
const takesComments: ReadonlySet<string> = new Set([
  'command',
  'reply',
  'malformed-reply',
  'unreadable',
  'note',
])

/** The comment that switches the rule of a problem off for its line; null where no comment can stand in front of that. */
export function switchOff(
  { rule, span }: Problem,
  { session }: PlacedSession,
  { reading }: Transcript,
): Fix | null {
  const records = session.records[span.line] ?? []
  const isPossible = reading.dialect.isTyped && records.every(({ kind }) => takesComments.has(kind))
  if (!isPossible) return null
  const start = { line: span.line, character: 0 }
  const newText = `# smtp-disable-next-line ${rule.id}\n`
  return {
    title: l10n.t`Switch off ${rule.id} for this line`,
    edits: [{ start, end: start, newText, cursor: null }],
  }
}
