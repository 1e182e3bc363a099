import * as l10n from '@vscode/l10n'
import type { Problem } from '../../rules/rule.ts'
import { linesOfExchange, replyLines } from '../../transcript/exchangeLines.ts'
import type { Exchange, Reply } from '../../transcript/session.ts'
import type { HoverPlace } from './hoverPlace.ts'

/** How many findings a hover repeats. */
const shown = 2

/** Findings that say something of the transcript and nothing of how the session went. */
const besideThePoint = /^(?:privacy|transcript\/unlabelled)/

/** The lines of commands that were sent while an exchange waited for its reply, and got none. */
function unansweredLines({ session }: HoverPlace, { index, reply }: Exchange): number[] {
  if (!reply) return []
  const lines: number[] = []
  for (const one of session.exchanges.slice(index + 1)) {
    if (one.line > reply.line) break
    if (one.replies.length === 0) lines.push(one.line)
  }
  return lines
}

/** The errors and warnings on the lines of an exchange, or of a reply that nobody asked for; errors first. */
export function findingsOn(
  hover: HoverPlace,
  exchange: Exchange | null,
  reply: Reply | null,
): readonly Problem[] {
  const lines = new Set([
    ...(exchange ? linesOfExchange(exchange) : []),
    ...(reply && !exchange ? replyLines(reply) : []),
  ])
  return gravest(hover, lines)
}

/** What the rules found on commands that were sent while an exchange waited for its reply, and got none. */
export function findingsOnUnanswered(hover: HoverPlace, exchange: Exchange | null): readonly Problem[] {
  return exchange ? gravest(hover, new Set(unansweredLines(hover, exchange))) : []
}

function gravest({ problems }: HoverPlace, lines: ReadonlySet<number>): readonly Problem[] {
  return problems()
    .filter(({ span, severity, rule }) => {
      const isGrave = severity === 'error' || severity === 'warning'
      return isGrave && lines.has(span.line) && !besideThePoint.test(rule.id)
    })
    .toSorted((a, b) => a.severity.localeCompare(b.severity))
}

/** Findings as sentences of a hover, each with its line. */
export function findingSentences({ lineName }: HoverPlace, found: readonly Problem[]): string[] {
  return found
    .slice(0, shown)
    .map(({ span, message }) => l10n.t`Found in line ${lineName(span.line)}: ${message}`)
}
