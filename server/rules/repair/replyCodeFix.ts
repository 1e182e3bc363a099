import type { Reply } from '../../transcript/session.ts'
import type { Fix, FixEdit, RuleContext } from '../rule.ts'

/**
 * Writes another code on every line of a reply, and its class in the enhanced status codes. Only for transcripts that
 * people write: in the record of a tool the server did say what stands there.
 */
export function withCode(reply: Reply, code: number, { dialect }: RuleContext): Fix[] {
  if (dialect.name !== 'smtp') return []
  const digit = String(code).charAt(0)
  const edits: FixEdit[] = []
  for (const { line, start, end } of reply.codeSpans) {
    edits.push({
      start: { line, character: start },
      end: { line, character: end },
      newText: String(code),
      cursor: null,
    })
  }
  for (const { line, start } of reply.enhancedCode?.startsWith(digit) ? [] : reply.enhancedCodeSpans) {
    edits.push({
      start: { line, character: start },
      end: { line, character: start + 1 },
      newText: digit,
      cursor: null,
    })
  }
  return [{ title: `Change the code to ${code}`, edits }]
}
