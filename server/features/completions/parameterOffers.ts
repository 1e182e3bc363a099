import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import {
  extensionFacts,
  type NamedParameter,
  parameterKeywords,
  parametersNamed,
} from '../../protocol/extensions.ts'
import { sampleValue, valueWords } from '../../protocol/parameterSamples.ts'
import { parsePathCommand } from '../../transcript/pathCommand.ts'
import type { CursorPlace, SpokenPlace } from './cursorPlace.ts'
import { hole, type Insertion } from './insertion.ts'
import type { Offer } from './offer.ts'
import { wordPlace } from './wordPlace.ts'

/** The keywords that the EHLO reply in force announced; null where the text does not tell. */
function announcedAt({ before }: CursorPlace): readonly string[] | null {
  const { hello, keywords } = before.view.optimistic
  if (hello === 'none' || hello === 'HELO') return []
  return keywords
}

/** The parameters that a command may have here: of what was announced, or of all standards where that is not known. */
function parametersHere(place: CursorPlace, verb: 'MAIL' | 'RCPT'): readonly NamedParameter[] {
  const announced = announcedAt(place)
  return parameterKeywords
    .flatMap(parametersNamed)
    .filter(({ commands }) => commands.includes(verb))
    .filter(({ extensions }) =>
      extensions.some(one =>
        announced ? announced.includes(one) : extensionFacts(one)?.status === 'standard',
      ),
    )
}

/** The parameters that the command has already, but for the word at the cursor. */
function parametersThere({ typed, rest }: SpokenPlace): ReadonlySet<string> {
  const { parameters } = parsePathCommand(typed + rest)
  const others = parameters.filter(({ start, end }) => start > typed.length || end < typed.length)
  return new Set(others.map(({ keyword }) => keyword))
}

/** What may stand behind the path of MAIL or RCPT at the cursor. */
export function parameterOffers(place: CursorPlace, spoken: SpokenPlace, verb: 'MAIL' | 'RCPT'): Offer[] {
  const word = /\S*$/.exec(spoken.typed)?.[0] ?? ''
  const there = parametersThere(spoken)
  const parameters = parametersHere(place, verb).filter(({ keyword }) => !there.has(keyword))
  const equals = word.indexOf('=')
  if (equals < 0) return parameters.flatMap(one => wholeParameters(place, spoken, one, word))
  const keyword = word.slice(0, equals).toUpperCase()
  return parameters
    .filter(one => one.keyword === keyword)
    .flatMap(one => values(place, spoken, one, word.slice(equals + 1)))
}

function detailOf(place: CursorPlace, { extensions }: NamedParameter): string {
  const [extension = ''] = extensions
  if (announcedAt(place) === null)
    return l10n.t`needs ${extension}, the text does not tell whether it was announced`
  return extension === 'REQUIRETLS' && !place.before.view.optimistic.tls
    ? l10n.t`needs TLS`
    : l10n.t(extensionFacts(extension)?.name ?? '')
}

function fitOf(place: CursorPlace, { keyword }: NamedParameter): Offer['fit'] {
  return keyword === 'REQUIRETLS' && !place.before.view.optimistic.tls ? 'doubtful' : 'possible'
}

/** A parameter with its value: one for each word that it can be, or one with a value to be changed. */
function wholeParameters(
  place: CursorPlace,
  spoken: SpokenPlace,
  parameter: NamedParameter,
  typed: string,
): Offer[] {
  const { keyword } = parameter
  const { start, end } = wordPlace(place, spoken, typed)
  const base = {
    kind: CompletionItemKind.Property,
    start,
    end,
    fit: fitOf(place, parameter),
    detail: detailOf(place, parameter),
  } as const
  const words = valueWords(parameter)
  if (words.length > 0) {
    return words.map(value => ({
      ...base,
      label: `${keyword}=${value}`,
      insertion: [`${keyword}=${value}`],
      about: { kind: 'parameter', word: keyword, value },
    }))
  }
  const sample = sampleValue(parameter)
  return [
    {
      ...base,
      label: sample === null ? keyword : `${keyword}=`,
      insertion: sample === null ? [keyword] : [`${keyword}=`, hole(sampleHere(spoken, keyword, sample))],
      about: { kind: 'parameter', word: keyword },
    },
  ]
}

/** A value for the command that it stands on: ORCPT names its own recipient. */
function sampleHere({ typed }: SpokenPlace, keyword: string, sample: string): string {
  const address = parsePathCommand(typed).address?.text ?? ''
  const isXtext = /^[!-*,-<>-~]+$/.test(address)
  return keyword === 'ORCPT' && isXtext ? `rfc822;${address}` : sample
}

/** What may stand behind the `=` of a parameter; NOTIFY takes several words (RFC 3461 section 4.1). */
function values(place: CursorPlace, spoken: SpokenPlace, parameter: NamedParameter, typed: string): Offer[] {
  const { keyword } = parameter
  const comma = typed.lastIndexOf(',')
  const { start, end } = wordPlace(place, spoken, typed.slice(comma + 1), /[\s,]/)
  const there = typed
    .slice(0, comma + 1)
    .toUpperCase()
    .split(',')
  const base = { kind: CompletionItemKind.EnumMember, start, end, fit: 'possible' } as const
  const words = valueWords(parameter)
  if (words.length > 0) {
    const isFit = (word: string) => comma < 0 || (word !== 'NEVER' && !there.includes(word))
    return words.filter(isFit).map(value => ({
      ...base,
      label: value,
      insertion: [value],
      about: { kind: 'parameter', word: keyword, value },
    }))
  }
  const sample = sampleValue(parameter)
  if (sample === null) return []
  const value = sampleHere(spoken, keyword, sample)
  const insertion: Insertion = [hole(value)]
  return [{ ...base, label: value, insertion, about: { kind: 'parameter', word: keyword } }]
}
