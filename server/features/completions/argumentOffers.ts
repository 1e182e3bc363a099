import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import {
  type SaslMechanismFacts,
  saslMechanismFacts,
  saslMechanismNames,
} from '../../protocol/saslMechanisms.ts'
import { exampleNames } from './commandForms.ts'
import type { CursorPlace, SpokenPlace } from './cursorPlace.ts'
import { mechanismsOffered, namesNear } from './namesNear.ts'
import type { Offer } from './offer.ts'
import { wordPlace } from './wordPlace.ts'

/** One word behind a verb, as far as it has been typed. */
const oneWord = /^[ \t]*([A-Za-z]+)[ \t]+(\S*)$/

const lastWord = /^[ \t]*(?:BDAT|BURL)[ \t]+\S+[ \t]+(\S*)$/i

/** What may stand behind a verb other than MAIL and RCPT at the cursor. */
export function argumentOffers(place: CursorPlace, spoken: SpokenPlace): Offer[] {
  const last = lastWord.exec(spoken.typed)?.[1]
  if (last !== undefined) return wordsAt(place, spoken, last, ['LAST'], CompletionItemKind.Keyword)
  const [, verb = '', word = ''] = oneWord.exec(spoken.typed) ?? []
  switch (verb.toUpperCase()) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO': {
      const { clients } = namesNear(place)
      return wordsAt(place, spoken, word, clients.length > 0 ? clients : [exampleNames.client])
    }
    case 'AUTH':
      return mechanisms(place, spoken, word)
    case 'VRFY':
    case 'EXPN':
      return wordsAt(place, spoken, word, namesNear(place).recipients)
    case 'ETRN':
    case 'ATRN':
      return wordsAt(place, spoken, word, namesNear(place).domains)
    default:
      return []
  }
}

function wordsAt(
  place: CursorPlace,
  spoken: SpokenPlace,
  typed: string,
  words: readonly string[],
  kind: Offer['kind'] = CompletionItemKind.Reference,
): Offer[] {
  const { start, end } = wordPlace(place, spoken, typed)
  return words.map(word => ({ label: word, kind, insertion: [word], start, end, fit: 'possible' }))
}

/** What somebody who listens gets of a mechanism, as a warning; null where it is no weakness. */
function weakness({ plainSecret, name }: SaslMechanismFacts, isSecure: boolean): string | null {
  if (plainSecret)
    return isSecure ? null : l10n.t`weak here: it sends the secret itself, and TLS is not active`
  return /^(?:CRAM-MD5|DIGEST-MD5|NTLM)$/.test(name)
    ? l10n.t`weak: the password can be guessed from what is sent`
    : null
}

function needs({ serverFirst, plainSecret }: SaslMechanismFacts): string {
  if (serverFirst) return l10n.t`the server asks first, AUTH carries no initial response`
  return plainSecret
    ? l10n.t`sends the secret itself, in an initial response or after 334`
    : l10n.t`sends a proof, in an initial response or after 334`
}

/** The SASL mechanisms that the server offers, the weak ones last; all where the text does not tell what it offers. */
function mechanisms(place: CursorPlace, spoken: SpokenPlace, typed: string): Offer[] {
  const { start, end } = wordPlace(place, spoken, typed)
  const names = mechanismsOffered(place) ?? saslMechanismNames
  const { tls } = place.before.view.optimistic
  return names.map(name => {
    const facts = saslMechanismFacts(name)
    const weak = facts ? weakness(facts, tls) : null
    const detail = weak ?? (facts && needs(facts))
    return {
      label: name,
      kind: CompletionItemKind.EnumMember,
      insertion: [name],
      start,
      end,
      fit: weak === null ? 'possible' : 'doubtful',
      ...(detail !== undefined && { detail }),
      about: { kind: 'mechanism', word: name },
    }
  })
}
