import { CompletionItemKind } from 'vscode-languageserver-types'
import { usualReply } from '../../protocol/usualReplies.ts'
import type { About } from './about.ts'
import type { CursorPlace } from './cursorPlace.ts'
import { hole, type Insertion, plainText } from './insertion.ts'
import { keywordForms } from './keywordForms.ts'
import type { Offer } from './offer.ts'
import { type ReplyPlace, replyOffers } from './replyOffers.ts'
import { serverFacts } from './serverFacts.ts'

/** A line of a reply: its first, or where one has begun, the next. */
export function replyLineOffers(place: CursorPlace, at: ReplyPlace): Offer[] {
  const { reply } = place.before
  if (!reply) return replyOffers(place, at)
  return at.isFollowed ? [] : nextLines(place, at, reply.code)
}

function lineOffer(at: ReplyPlace, insertion: Insertion, fit: Offer['fit'], about?: About): Offer {
  const label = plainText(insertion).trim()
  return {
    label: at.labelOf(label),
    kind: about ? CompletionItemKind.Keyword : CompletionItemKind.Value,
    insertion: at.insertionOf(insertion),
    start: at.start,
    end: at.end,
    fit,
    filter: at.filterOf(label),
    ...(about && { about }),
  }
}

/** A line that goes on with a reply: to EHLO another keyword, to anything else its last line. */
function nextLines(place: CursorPlace, at: ReplyPlace, code: number): Offer[] {
  const { answered, usesEnhanced, name } = serverFacts(place)
  if (code === 250 && (answered === 'EHLO' || answered === 'LHLO')) {
    const keywords = keywordForms(place)
    return ['250-', '250 '].flatMap(start =>
      keywords.map(({ keyword, insertion }) =>
        lineOffer(at, [start, ...insertion], 'possible', { kind: 'extension', word: keyword }),
      ),
    )
  }
  const { enhanced, text } = usualReply(answered ?? '', code)
  const prefix = usesEnhanced && enhanced ? `${enhanced} ` : ''
  const words = hole(text.replace('<server>', name))
  return [
    lineOffer(at, [`${code} ${prefix}`, words], 'usual'),
    lineOffer(at, [`${code}-${prefix}`, words], 'possible'),
  ]
}
