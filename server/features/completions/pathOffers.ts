import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { parsePathCommand } from '../../transcript/pathCommand.ts'
import { exampleNames } from './commandForms.ts'
import type { CursorPlace, SpokenPlace } from './cursorPlace.ts'
import { hole } from './insertion.ts'
import { namesNear, recipientsNamed } from './namesNear.ts'
import type { Offer } from './offer.ts'
import { parameterOffers } from './parameterOffers.ts'
import { wordPlace } from './wordPlace.ts'

type PathVerb = 'MAIL' | 'RCPT'

const verbs = /^[ \t]*(MAIL|SEND|SOML|SAML|RCPT)[ \t]/i

/** The verb of a command that has a path, as far as it has been typed; null for any other. */
export function pathVerbOf({ typed }: SpokenPlace): PathVerb | null {
  const verb = verbs.exec(typed)?.[1]?.toUpperCase()
  return verb === undefined ? null : verb === 'RCPT' ? 'RCPT' : 'MAIL'
}

/** What may stand behind MAIL or RCPT at the cursor: `FROM:` or `TO:`, a path, its domain, parameters. */
export function pathOffers(place: CursorPlace, spoken: SpokenPlace, verb: PathVerb): Offer[] {
  const { keyword, colon, path, opens, closes, address } = parsePathCommand(spoken.typed)
  if (!colon) {
    const typed = /\S*$/.exec(spoken.typed)?.[0] ?? ''
    return keyword === null || typed !== '' ? pathKeyword(place, spoken, verb, typed) : []
  }
  if (!path) return wholePaths(place, spoken, verb, '')
  if (!opens) return path.end === spoken.typed.length ? wholePaths(place, spoken, verb, path.text) : []
  if (!closes) return addresses(place, spoken, verb, address?.text ?? '')
  return path.end < spoken.typed.length ? parameterOffers(place, spoken, verb) : []
}

/** The addresses of a kind that the text has, and for RCPT none that was named already. */
function known(place: CursorPlace, verb: PathVerb): readonly string[] {
  const { senders, recipients } = namesNear(place)
  if (verb === 'MAIL') return [...new Set([...senders, ...recipients])]
  const named = recipientsNamed(place)
  return [...new Set([...recipients, ...senders])].filter(one => !named.has(one.toLowerCase()))
}

function pathKeyword(place: CursorPlace, spoken: SpokenPlace, verb: PathVerb, typed: string): Offer[] {
  const word = verb === 'MAIL' ? 'FROM' : 'TO'
  if (typed !== '' && !word.startsWith(typed.toUpperCase())) return []
  const { start, end, isLast } = wordPlace(place, spoken, typed, /[\s:<]/)
  const example = verb === 'MAIL' ? exampleNames.sender : exampleNames.recipient
  return [
    {
      label: word,
      kind: CompletionItemKind.Keyword,
      insertion: isLast ? [`${word}:<`, hole(known(place, verb)[0] ?? example), '>'] : [word],
      start,
      end,
      fit: 'usual',
      about: { kind: 'command', word: verb },
    },
  ]
}

function wholePaths(place: CursorPlace, spoken: SpokenPlace, verb: PathVerb, typed: string): Offer[] {
  const { start, end } = wordPlace(place, spoken, typed)
  const base = { kind: CompletionItemKind.Reference, start, end } as const
  const paths = known(place, verb).map(
    (address): Offer => ({ ...base, label: `<${address}>`, insertion: [`<${address}>`], fit: 'possible' }),
  )
  return [...paths, ...special(verb).map((offer): Offer => ({ ...base, ...offer, fit: 'possible' }))]
}

/** The paths that stand for themselves (RFC 5321 sections 4.1.1.3 and 4.5.5). */
function special(verb: PathVerb): Pick<Offer, 'label' | 'insertion' | 'detail'>[] {
  return verb === 'MAIL'
    ? [
        {
          label: '<>',
          insertion: ['<>'],
          detail: l10n.t`the null sender, of bounces and other automatic messages`,
        },
      ]
    : [{ label: '<Postmaster>', insertion: ['<Postmaster>'], detail: l10n.t`whoever runs the server` }]
}

function addresses(place: CursorPlace, spoken: SpokenPlace, verb: PathVerb, typed: string): Offer[] {
  if (typed.includes('"') || typed.includes(':')) return []
  const whole = wordPlace(place, spoken, typed, /[\s>]/)
  const isClosed = spoken.rest.trimStart().startsWith('>') || /^[^\s<]*>/.test(spoken.rest)
  const closing = isClosed ? '' : '>'
  const at = typed.lastIndexOf('@')
  const beginning = typed.slice(0, at + 1).toLowerCase()
  const full = known(place, verb)
    .filter(address => address.toLowerCase().startsWith(beginning))
    .map(
      (address): Offer => ({
        label: address,
        kind: CompletionItemKind.Reference,
        insertion: [`${address}${closing}`],
        start: whole.start,
        end: whole.end,
        fit: 'possible',
      }),
    )
  if (at < 0) return full
  const { start, end } = wordPlace(place, spoken, typed.slice(at + 1), /[\s>]/)
  const domains = namesNear(place).domains.map(
    (domain): Offer => ({
      label: domain,
      kind: CompletionItemKind.Module,
      insertion: [`${domain}${closing}`],
      start,
      end,
      fit: 'possible',
    }),
  )
  return [...full, ...(at > 0 ? domains : [])]
}
