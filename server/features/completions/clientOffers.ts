import { CompletionItemKind } from 'vscode-languageserver-types'
import { argumentOffers } from './argumentOffers.ts'
import { commandOffers } from './commandOffers.ts'
import { type CursorPlace, isInContent, isInLogin, readAs, type SpokenPlace } from './cursorPlace.ts'
import type { Offer } from './offer.ts'
import { pathOffers, pathVerbOf } from './pathOffers.ts'

/** How somebody came to ask. */
export interface Asked {
  readonly trigger: string | null
}

/** The final dot, where mail data are sent and the line is empty; only for somebody who asks. */
function finalDot(
  place: CursorPlace,
  { typed, rest, lead, lineOf }: SpokenPlace,
  { trigger }: Asked,
): Offer[] {
  if (trigger !== null || typed !== '' || rest !== '') return []
  const { text, character } = place
  // A line without its mark goes on with mail data in the language's own dialect, and the dot has one all the same.
  const dot = text === '' ? lineOf('.') : `${lead}.`
  if (!readAs(place, text + dot).records.some(({ kind }) => kind === 'end-of-data')) return []
  return [
    {
      label: dot.trimStart(),
      kind: CompletionItemKind.Keyword,
      insertion: [dot],
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
  if (isInLogin(place)) return []
  const verb = pathVerbOf(spoken)
  return verb === null ? argumentOffers(place, spoken) : pathOffers(place, spoken, verb)
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
