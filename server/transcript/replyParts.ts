import { parseEnhancedStatusCode } from '../protocol/enhancedStatusCodes.ts'
import type { ReplyRecord } from './lineRecord.ts'
import type { Reply, Span } from './session.ts'

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

/** Adds one of the reply's lines. */
export function addReplyLine(draft: ReplyDraft, line: number, text: string, record: ReplyRecord): void {
  const { start } = record
  draft.code = record.code
  draft.codeSpans.push({ line, start, end: start + 3 })
  const behind = text.slice(start + 4)
  const enhancedCode = parseEnhancedStatusCode(behind)?.text
  if (enhancedCode === undefined) {
    draft.texts.push(behind.trimEnd())
    return
  }
  draft.enhancedCode ??= enhancedCode
  draft.enhancedCodeSpans.push({ line, start: start + 4, end: start + 4 + enhancedCode.length })
  draft.texts.push(behind.slice(enhancedCode.length).trim())
}

/** The finished reply. */
export function finishedReply(draft: ReplyDraft): Reply {
  return {
    line: draft.line,
    code: draft.code,
    enhancedCode: draft.enhancedCode,
    texts: draft.texts,
    codeSpans: draft.codeSpans,
    enhancedCodeSpans: draft.enhancedCodeSpans,
    before: draft.record.before,
  }
}
