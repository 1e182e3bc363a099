import { type EnhancedStatusCode, parseEnhancedStatusCode } from '../../protocol/enhancedStatusCodes.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { textAt } from './places.ts'
import { type GivenReply, givenReplies, isToMisplaced } from './replies.ts'

/** An enhanced status code where it stands. */
export interface PlacedCode {
  readonly code: EnhancedStatusCode
  readonly span: Span
  readonly given: GivenReply
}

/** The first enhanced status code of each reply that has one, but for what only says that a command may not stand there. */
export const enhancedCodesIn = rememberedLast((session: Session): readonly PlacedCode[] => {
  const codes: PlacedCode[] = []
  for (const given of givenReplies(session)) {
    const [span] = given.reply.enhancedCodeSpans
    const code = span && parseEnhancedStatusCode(textAt(session, span))
    if (code && !isToMisplaced(given)) codes.push({ code, span, given })
  }
  return codes
})

/** The places of each code, in the order of their first. */
export function byCode(codes: readonly PlacedCode[]): PlacedCode[][] {
  const groups = new Map<string, PlacedCode[]>()
  for (const placed of codes) {
    const group = groups.get(placed.code.text)
    if (group) group.push(placed)
    else groups.set(placed.code.text, [placed])
  }
  return [...groups.values()]
}
