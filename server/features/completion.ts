import type { CompletionItem, CompletionList, Position } from 'vscode-languageserver-types'
import type { Transcript } from '../transcript/transcript.ts'
import { documentationOf } from './completions/about.ts'
import { clientOffers } from './completions/clientOffers.ts'
import { commentOffers } from './completions/commentOffers.ts'
import { type CursorPlace, cursorPlace, openAt, spokenAt } from './completions/cursorPlace.ts'
import type { Offer } from './completions/offer.ts'
import { type CompletionSupport, documentation, itemsOf, type OfferedItem } from './completions/offer.ts'
import { openOffers } from './completions/openOffers.ts'
import { serverOffers } from './completions/serverOffers.ts'

export type { CompletionSupport } from './completions/offer.ts'

/** How completions are asked for. */
export interface CompletionRequest extends CompletionSupport {
  /** The character that somebody typed to get here; null where they asked, or typed on in a word. */
  readonly trigger: string | null
}

/**
 * What may be written at a position (line and UTF-16 column from 0), the best first. What has been typed of a word is
 * replaced. Empty where nothing can be said: in mail data, in what a client answers in a login, in a log.
 */
export function completionsAt(
  transcript: Transcript,
  position: Position,
  request: CompletionRequest,
): CompletionList {
  const place = cursorPlace(transcript, position)
  if (!place) return { isIncomplete: false, items: [] }
  return { isIncomplete: false, items: itemsOf(place, offersAt(place, request), request) }
}

function offersAt(place: CursorPlace, request: CompletionRequest): readonly Offer[] {
  const spoken = spokenAt(place)
  if (spoken)
    return spoken.speaker === 'client'
      ? clientOffers(place, spoken, request)
      : serverOffers(place, spoken, request)
  const open = openAt(place)
  if (open) return openOffers(place, open, request)
  return place.text.startsWith('#') ? commentOffers(place) : []
}

/** A completion with its documentation, which is made when somebody looks. */
export function resolveCompletion(item: CompletionItem, support: CompletionSupport): CompletionItem {
  const { data } = item as OfferedItem
  const text = data ? documentationOf(data) : null
  return text === null ? item : { ...item, documentation: documentation(text, support) }
}
