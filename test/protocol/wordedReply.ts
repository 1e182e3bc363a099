import assert from 'node:assert/strict'
import { parseEnhancedStatusCode } from '../../server/protocol/enhancedStatusCodes.ts'
import type { WordedReply } from '../../server/protocol/replyWordings/wordingFinder.ts'
import { findReplyWording } from '../../server/protocol/replyWordings.ts'

/** A reply from its lines as they come over the wire. */
export function replyOf(lines: string): WordedReply {
  let code = 0
  let enhancedCode: string | null = null
  const texts = lines.split('\n').map(line => {
    assert.match(line, /^\d{3}[- ]/)
    code = Number(line.slice(0, 3))
    const behind = line.slice(4)
    const found = parseEnhancedStatusCode(behind)?.text
    enhancedCode ??= found ?? null
    return behind.slice(found?.length ?? 0).trim()
  })
  return { code, enhancedCode, text: texts.join(' ') }
}

/** The id of the row that explains a reply; null where none does. */
export function found(lines: string): string | null {
  return findReplyWording(replyOf(lines))?.id ?? null
}
