import * as l10n from '@vscode/l10n'
import type { Reply } from '../../transcript/session.ts'
import type { Fix, RuleContext } from '../rule.ts'
import { fixOf, replaceAt } from './edits.ts'

/**
 * Writes another code on every line of a reply, and its class in the enhanced status codes. Only for transcripts that
 * people write: in the record of a tool the server did say what stands there.
 */
export function withCode(reply: Reply, code: number, { dialect }: RuleContext): Fix[] {
  if (dialect.name !== 'smtp') return []
  const digit = String(code).charAt(0)
  const isRightClass = reply.enhancedCode?.startsWith(digit) === true
  const classes = isRightClass ? [] : reply.enhancedCodeSpans.map(span => ({ ...span, end: span.start + 1 }))
  return [
    fixOf(
      l10n.t`Change the code to ${code}`,
      ...reply.codeSpans.map(span => replaceAt(span, String(code))),
      ...classes.map(span => replaceAt(span, digit)),
    ),
  ]
}
