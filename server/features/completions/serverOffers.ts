import { CompletionItemKind } from 'vscode-languageserver-types'
import { saslMechanismNames } from '../../protocol/saslMechanisms.ts'
import type { Asked } from './clientOffers.ts'
import type { CursorPlace, SpokenPlace } from './cursorPlace.ts'
import { enhancedOffers } from './enhancedOffers.ts'
import { keywordForms } from './keywordForms.ts'
import type { Offer } from './offer.ts'
import { replyLineOffers } from './replyLineOffers.ts'
import { type ServerFacts, serverFacts } from './serverFacts.ts'
import { type WordPlace, wordPlace } from './wordPlace.ts'

/** What the server may say at the cursor. */
export function serverOffers(place: CursorPlace, spoken: SpokenPlace, { trigger }: Asked): Offer[] {
  const { typed } = spoken
  if (/^\d{0,3}$/.test(typed)) return linesHere(place, spoken)
  const [, code = '', word] = /^([2-5]\d\d)[ -](\S*)$/.exec(typed) ?? []
  const facts = serverFacts(place)
  if (word !== undefined) {
    // Behind a code nobody is bothered with enhanced status codes where the server has none.
    const isWanted = trigger === null || facts.usesEnhanced || place.before.reply !== null
    return isWanted ? firstWords(place, wordPlace(place, spoken, word), facts, Number(code)) : []
  }
  const [, mechanism] = /^250[ -]AUTH(?:[ =]|[ =].* )(\S*)$/i.exec(typed) ?? []
  return mechanism !== undefined && acceptsKeywords(facts) ? mechanisms(place, spoken, mechanism) : []
}

function acceptsKeywords({ answered }: ServerFacts): boolean {
  return answered === 'EHLO' || answered === 'LHLO'
}

function linesHere(place: CursorPlace, { start, lead, typed, rest, lineOf }: SpokenPlace): Offer[] {
  const [digits = ''] = /^\d*/.exec(rest) ?? []
  return replyLineOffers(place, {
    start,
    end: start + typed.length + digits.length,
    isFollowed: rest.slice(digits.length).trim() !== '',
    insertionOf: insertion => (lead === '' ? insertion : [lead, ...insertion]),
    labelOf: label => label,
    filterOf: label => label,
    lineOf,
  })
}

/** The word behind the code: a keyword in the reply to EHLO, a name in front of all, an enhanced status code elsewhere. */
function firstWords(place: CursorPlace, at: WordPlace, facts: ServerFacts, code: number): Offer[] {
  const { answered, name } = facts
  const { start, end, isLast } = at
  const base = { start, end, fit: 'possible' } as const
  if (code === 250 && acceptsKeywords(facts) && place.before.reply) {
    return keywordForms(place).map(({ keyword, insertion }) => ({
      ...base,
      label: keyword,
      kind: CompletionItemKind.Keyword,
      insertion: isLast ? insertion : [keyword],
      about: { kind: 'extension', word: keyword },
    }))
  }
  const isNamed = answered === 'greeting' || (/^(?:EHLO|HELO|LHLO)$/.test(answered ?? '') && code < 300)
  if (isNamed) return [{ ...base, label: name, kind: CompletionItemKind.Reference, insertion: [name] }]
  return answered === null || code < 200 || (code >= 300 && code < 400) ? [] : enhancedOffers(at, facts, code)
}

/** SASL mechanisms behind AUTH in the reply to EHLO, without those that stand there. */
function mechanisms(place: CursorPlace, spoken: SpokenPlace, word: string): Offer[] {
  const { start, end } = wordPlace(place, spoken, word)
  const there = new Set(`${spoken.typed}${spoken.rest}`.toUpperCase().split(/[\s=]+/))
  return saslMechanismNames
    .filter(name => !there.has(name) || name === word.toUpperCase())
    .map(name => ({
      label: name,
      kind: CompletionItemKind.EnumMember,
      insertion: [name],
      start,
      end,
      fit: 'possible',
      about: { kind: 'mechanism', word: name },
    }))
}
