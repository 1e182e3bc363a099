import { CompletionItemKind } from 'vscode-languageserver-types'
import {
  enhancedStatusCodeFacts,
  parseEnhancedStatusCode,
  registeredEnhancedCodes,
} from '../../protocol/enhancedStatusCodes.ts'
import { usualReply } from '../../protocol/usualReplies.ts'
import { hole } from './insertion.ts'
import type { Offer } from './offer.ts'
import type { ServerFacts } from './serverFacts.ts'
import type { WordPlace } from './wordPlace.ts'

/** A duplicate of X.6.8 that RFC 6531 withdrew. */
const obsolete: ReadonlySet<string> = new Set(['6.10'])

/**
 * The registered enhanced status codes of the class of a reply code: the usual one for what is answered, those that the
 * registry lists for the code, the others.
 */
export function enhancedOffers(
  { start, end, isLast }: WordPlace,
  { answered, name: server }: ServerFacts,
  code: number,
): Offer[] {
  const kind = Math.floor(code / 100)
  const usual = usualReply(answered ?? '', code)
  const ranked = registeredEnhancedCodes
    .filter(({ key, classes }) => !obsolete.has(key) && classes.some(one => one === kind))
    .flatMap(({ key }) => parseEnhancedStatusCode(`${kind}.${key}`) ?? [])
    .map(parsed => {
      const { name, replyCodes } = enhancedStatusCodeFacts(parsed)
      return {
        text: parsed.text,
        name,
        rank: parsed.text === usual.enhanced ? 0 : replyCodes.includes(code) ? 1 : 2,
      }
    })
    .sort((a, b) => a.rank - b.rank)
  return ranked.map(({ text, name, rank }): Offer => {
    // What succeeds says so; what fails says why.
    const words = rank === 0 || kind === 2 ? usual.text.replace('<server>', server) : name
    return {
      label: text,
      kind: CompletionItemKind.Value,
      insertion: isLast ? [`${text} `, hole(words)] : [text],
      start,
      end,
      fit: rank === 0 ? 'usual' : 'possible',
      detail: name,
      about: { kind: 'status', word: text },
    }
  })
}
