import { CompletionItemKind } from 'vscode-languageserver-types'
import { commandOffers, isInContent } from './commandOffers.ts'
import type { CursorPlace, SpokenPlace } from './cursorPlace.ts'
import type { Offer } from './offer.ts'

/** How somebody came to ask. */
export interface Asked {
  readonly trigger: string | null
}

/** The final dot, where mail data are sent and the line is empty; only for somebody who asks. */
function finalDot({ character }: CursorPlace, spoken: SpokenPlace, { trigger }: Asked): Offer[] {
  if (trigger !== null || spoken.typed !== '' || spoken.rest !== '') return []
  return [
    {
      label: '.',
      kind: CompletionItemKind.Keyword,
      insertion: [`${spoken.lead}.`],
      start: character,
      end: character,
      fit: 'usual',
    },
  ]
}

/** A verb that is being typed, or nothing yet, with space in front of it at most. */
const onlyVerb = /^[ \t]*([^\s:<]*)$/

/** What the client may say at the cursor. */
export function clientOffers(place: CursorPlace, spoken: SpokenPlace, asked: Asked): Offer[] {
  if (isInContent(place)) return finalDot(place, spoken, asked)
  const word = onlyVerb.exec(spoken.typed)?.[1]
  if (word !== undefined) return verbOffers(place, spoken, word)
  return []
}

function verbOffers(place: CursorPlace, spoken: SpokenPlace, word: string): Offer[] {
  const { typed, rest, start, lead, lineWith } = spoken
  const [restOfWord = ''] = /^[^\s:<]*/.exec(rest) ?? []
  return commandOffers(place, {
    start: start + typed.length - word.length,
    end: place.character + restOfWord.length,
    isFollowed: rest.slice(restOfWord.length).trim() !== '',
    lineWith,
    insertionOf: insertion => (lead === '' ? insertion : [lead, ...insertion]),
    labelOf: label => label,
    filterOf: label => label,
  })
}
