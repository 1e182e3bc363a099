import * as l10n from '@vscode/l10n'
import { replyLines } from '../../transcript/exchangeLines.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import type { PipelinedGroup } from '../evidence/pipelinedGroups.ts'
import type { Fix, FixEdit } from '../rule.ts'

function ownLines({ unit, line }: Exchange): number[] {
  const last = unit.kind === 'message' ? unit.lastLine : line
  return Array.from({ length: last - line + 1 }, (_, index) => line + index)
}

/** The edit that puts each reply behind its command; null where other lines stand between them. */
function inStep(session: Session, group: PipelinedGroup): FixEdit | null {
  const lines = group.flatMap(one => [...ownLines(one), ...one.replies.flatMap(replyLines)])
  const first = Math.min(...lines)
  const last = Math.max(...lines)
  const isWhole = lines.length === last - first + 1 && new Set(lines).size === lines.length
  if (!isWhole || lines.length > 1000) return null
  const newText = lines.map(line => session.texts[line] ?? '').join('\n')
  const end = { line: last, character: session.texts[last]?.length ?? 0 }
  return { start: { line: first, character: 0 }, end, newText, cursor: null }
}

/** The fix that puts each reply of these groups behind its command. */
export function inStepFix(session: Session, groups: readonly PipelinedGroup[]): Fix[] {
  const edits = groups.map(group => inStep(session, group)).filter(edit => edit !== null)
  return edits.length === groups.length ? [{ title: l10n.t`Put each reply behind its command`, edits }] : []
}
