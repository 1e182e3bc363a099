import { parseEnhancedStatusCode } from '../protocol/enhancedStatusCodes.ts'
import { spanOf } from './commandParts.ts'
import type { ReplyRecord } from './lineRecord.ts'
import type { Reply, Span } from './session.ts'
import { payloadOf } from './stretch.ts'

/** A reply that is being put together from its lines. */
export interface ReplyDraft {
  readonly line: number
  readonly record: ReplyRecord
  code: number
  enhancedCode: string | null
  readonly texts: string[]
  readonly codeSpans: Span[]
  readonly enhancedCodeSpans: Span[]
}

/** Begins a reply at its first line. */
export function beginReply(line: number, record: ReplyRecord): ReplyDraft {
  return {
    line,
    record,
    code: record.code,
    enhancedCode: null,
    texts: [],
    codeSpans: [],
    enhancedCodeSpans: [],
  }
}

/** Adds one of the reply's lines, which stands in `text`. */
export function addReplyLine(draft: ReplyDraft, line: number, text: string, record: ReplyRecord): void {
  const span = (from: number, to: number) => spanOf(line, text, record, from, to)
  draft.code = record.code
  draft.codeSpans.push(span(0, 3))
  const behind = payloadOf(text, record).slice(4)
  const enhancedCode = parseEnhancedStatusCode(behind)?.text
  if (enhancedCode === undefined) {
    draft.texts.push(behind)
    return
  }
  draft.enhancedCode ??= enhancedCode
  draft.enhancedCodeSpans.push(span(4, 4 + enhancedCode.length))
  draft.texts.push(behind.slice(enhancedCode.length).trimStart())
}

/** Adds to the last line what the tool broke off. */
export function continueReply(draft: ReplyDraft, rest: string): void {
  draft.texts.push((draft.texts.pop() ?? '') + rest)
}

/** The finished reply. */
export function finishedReply(draft: ReplyDraft): Reply {
  const [first = { line: draft.line, start: 0, end: 0 }, ...others] = draft.codeSpans
  return {
    line: draft.line,
    code: draft.code,
    enhancedCode: draft.enhancedCode,
    texts: draft.texts.map(text => text.trimEnd()),
    codeSpans: [first, ...others],
    // A copy has no room to grow in, which takes more than a span or two.
    enhancedCodeSpans: draft.enhancedCodeSpans.slice(),
    before: draft.record.before,
  }
}
