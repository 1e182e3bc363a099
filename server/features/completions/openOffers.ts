import type { Asked } from './clientOffers.ts'
import { commandOffers } from './commandOffers.ts'
import type { CursorPlace, OpenPlace } from './cursorPlace.ts'
import { written } from './insertion.ts'
import type { Offer } from './offer.ts'

/** Whoever begins with the mark of the line looks for the line, and whoever begins with its first word for that. */
export function filterOn({ typed }: OpenPlace, line: string, word: string): string {
  return line.toUpperCase().startsWith(typed.toUpperCase()) ? line : word
}

/** What either side may say on a line that is empty or begun. */
export function openOffers(place: CursorPlace, open: OpenPlace, _asked: Asked): Offer[] {
  const { start, lineOf } = open
  const indentation = place.text.slice(0, start)
  const asClient = (payload: string) => lineOf('client', payload)
  return commandOffers(place, {
    start,
    end: place.character,
    isFollowed: false,
    lineWith: payload => indentation + asClient(payload),
    insertionOf: insertion => written(insertion, asClient),
    labelOf: asClient,
    filterOf: label => filterOn(open, asClient(label), label),
  })
}
