import * as l10n from '@vscode/l10n'
import { type LineEndFacts, lineEndFacts } from '../transcript/lineEndFacts.ts'
import type { SentLine } from '../transcript/lineEnds.ts'
import type { Span } from '../transcript/session.ts'
import { contentsIn } from './evidence/contents.ts'
import { fixOf, replaceAt } from './repair/edits.ts'
import type { Fix, Report, Rule, RuleContext } from './rule.ts'

const shown = 10

/** The words for what tells of a line end. */
export const sources = {
  written: 'as the transcript writes it',
  bytes: 'by the bytes of the file',
} as const

/** Where a line end is spelled out; the last character in front of one that is not. */
function spanOf({ mark, span }: SentLine): Span {
  if (mark.end > mark.start) return mark
  return { line: span.line, start: Math.max(0, span.end - 1), end: Math.max(1, span.end) }
}

function fixesOf({ source, crlf, bare }: LineEndFacts): Fix[] {
  if (source === 'bytes') return []
  return [fixOf(l10n.t`Write CRLF at every line end`, ...bare.map(({ mark }) => replaceAt(mark, crlf)))]
}

function messageOf(end: 'LF' | 'CR', { source }: LineEndFacts, others: number): string {
  const first =
    source === 'bytes'
      ? l10n.t`This line ends in a bare ${end}, by the bytes of the file: only CRLF ends a line.`
      : l10n.t`This line ends in a bare ${end}, as the transcript writes it: only CRLF ends a line.`
  if (others === 0) return first
  const more = others === 1 ? l10n.t`So does 1 more.` : l10n.t`So do ${others} more.`
  return `${first} ${more}`
}

/**
 * A rule on lines of a message that end in `end` alone, while others end in CRLF: one finding for each message. A line
 * end beside a lone dot is worse, and other rules' to tell.
 */
export function bareLineEndRule(
  end: 'LF' | 'CR',
  definition: Omit<Rule, 'check' | 'fault' | 'severity' | 'onlyWith' | 'standsAlone' | 'isOfOwnDialect'>,
): Rule {
  return {
    ...definition,
    fault: 'client',
    severity: 'warning',
    onlyWith: ['message'],
    standsAlone: true,
    isOfOwnDialect: true,
    *check(session, { dialect }: RuleContext): Generator<Report> {
      for (const { unit } of contentsIn(session)) {
        const facts = lineEndFacts(session, unit, dialect)
        const [first, ...others] = facts?.bare.filter(line => line.end === end) ?? []
        if (!facts || !first) continue
        yield {
          span: spanOf(first),
          message: messageOf(end, facts, others.length),
          related: others.slice(0, shown).map(line => ({
            span: spanOf(line),
            message: l10n.t`A bare ${end}, too.`,
          })),
          fixes: () => fixesOf(facts),
        }
      }
    },
  }
}
