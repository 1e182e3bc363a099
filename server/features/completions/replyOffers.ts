import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { commandsOfEveryServer } from '../../protocol/commands.ts'
import { isAnnounced, judge } from '../../protocol/judge.ts'
import { replyCodeFacts } from '../../protocol/replyCodes.ts'
import { codesFor, type UsualReply, usualReply } from '../../protocol/usualReplies.ts'
import type { CursorPlace } from './cursorPlace.ts'
import { hole, type Insertion, plainText } from './insertion.ts'
import type { Fit, Offer } from './offer.ts'
import { type ServerFacts, serverFacts } from './serverFacts.ts'

/** Where a reply is to be written: the columns that it replaces, and how it stands on a line. */
export interface ReplyPlace {
  readonly start: number
  readonly end: number
  /** Something stands behind the code, so that only the code is wanted. */
  readonly isFollowed: boolean
  readonly insertionOf: (payload: Insertion) => Insertion
  readonly labelOf: (label: string) => string
  readonly filterOf: (label: string) => string
  /** Another line of the server's, below. */
  readonly lineOf: (payload: string) => string
}

/** The reply with its enhanced status code where the server uses them, and its text to be changed. */
function insertionOf({ code, enhanced, text }: UsualReply, { name, usesEnhanced }: ServerFacts): Insertion {
  const words = text.replace('<server>', name)
  return [
    `${code} ${usesEnhanced && enhanced !== null ? `${enhanced} ` : ''}`,
    ...(words === '' ? [] : [hole(words)]),
  ]
}

/** What waits for a reply, and what the confirmed state says of it. */
interface Awaiting {
  readonly verb: string
  /** It is out of sequence, or of an extension that was not announced. */
  readonly isMisplaced: boolean
  readonly isOffered: boolean
}

function awaitingAt({ before: { view } }: CursorPlace): Awaiting {
  const { confirmed, outstanding } = view
  const first = outstanding[0]?.action
  return {
    verb: first?.verb ?? '',
    isMisplaced: first !== undefined && judge(confirmed, first).sequence === 'out-of-sequence',
    isOffered: first === undefined || isAnnounced(confirmed, first.verb),
  }
}

/** How well a reply fits, and what speaks against it. */
function fitnessOf(
  code: number,
  index: number,
  { verb, isMisplaced, isOffered }: Awaiting,
): [Fit, string | null] {
  if (isMisplaced && code < 400) return ['doubtful', l10n.t`the command is out of sequence`]
  if (!isOffered && code < 400) return ['doubtful', l10n.t`the server did not announce the command`]
  const isUnknown = code === 500 || code === 502
  if (isUnknown && commandsOfEveryServer.has(verb))
    return ['doubtful', l10n.t`every server has to know ${verb}`]
  if (isMisplaced) return [code === 503 ? 'usual' : 'possible', null]
  if (!isOffered) return [code === 502 || code === 503 ? 'usual' : 'possible', null]
  return [index === 0 ? 'usual' : 'possible', null]
}

/** The codes for what is answered: where it cannot be accepted, those that say so first. */
function codesHere(
  place: CursorPlace,
  { answered, mayAskOn }: ServerFacts,
  awaiting: Awaiting,
): readonly number[] {
  if (answered === null) return [421]
  const codes = codesFor(answered, place.before.view.confirmed.protocol === 'LMTP')
  const first = awaiting.isMisplaced ? [503] : awaiting.isOffered ? (mayAskOn ? [334] : []) : [502, 503]
  return [...new Set([...first, ...codes])]
}

/** Whole replies to what waits for one: what the tables list for it, acceptance first; the greeting where none has come. */
export function replyOffers(place: CursorPlace, at: ReplyPlace): Offer[] {
  const facts = serverFacts(place)
  const awaiting = awaitingAt(place)
  const offers = codesHere(place, facts, awaiting).map((code, index): Offer => {
    const reply = insertionOf(challenged(usualReply(facts.answered ?? '', code), facts), facts)
    const label = plainText(reply).trimEnd()
    const [fit, drawback] = fitnessOf(code, index, awaiting)
    return {
      label: at.labelOf(label),
      kind: CompletionItemKind.Value,
      insertion: at.insertionOf(at.isFollowed ? [`${code}`] : reply),
      start: at.start,
      end: at.end,
      fit: facts.answered === null ? 'doubtful' : fit,
      ...detailOf(code, label, drawback),
      filter: at.filterOf(label),
      about: { kind: 'status', word: `${code}` },
    }
  })
  return [...extended(place, at, facts), ...offers]
}

/** What speaks against a reply, or what its code is called where its text does not say that. */
function detailOf(code: number, label: string, drawback: string | null): Pick<Offer, 'detail'> {
  const name = replyCodeFacts(code)?.name.replace(/^<domain> /, '') ?? ''
  if (drawback !== null) return { detail: drawback }
  return label.toLowerCase().includes(name.toLowerCase()) ? {} : { detail: name }
}

/** A challenge says what LOGIN asks for, in base64; that of another mechanism is empty. */
function challenged(reply: UsualReply, { challenge }: ServerFacts): UsualReply {
  return reply.code === 334 ? { ...reply, text: challenge } : reply
}

/** What most servers announce today. */
function commonKeywords({ before: { view } }: CursorPlace): readonly string[] {
  const { tls, protocol } = view.confirmed
  return [
    'PIPELINING',
    'SIZE 10485760',
    ...(tls || protocol === 'LMTP' ? [] : ['STARTTLS']),
    ...(tls ? ['AUTH PLAIN LOGIN'] : []),
    'ENHANCEDSTATUSCODES',
    '8BITMIME',
  ]
}

/** The reply to EHLO with all its lines. */
function extended(place: CursorPlace, at: ReplyPlace, { answered, name }: ServerFacts): Offer[] {
  const { lineOf } = at
  if (at.isFollowed || (answered !== 'EHLO' && answered !== 'LHLO')) return []
  const keywords = commonKeywords(place)
  const lines = keywords.map((keyword, index) =>
    lineOf(`250${index < keywords.length - 1 ? '-' : ' '}${keyword}`),
  )
  const first = `250-${name}`
  return [
    {
      label: at.labelOf(`${first} …`),
      kind: CompletionItemKind.Snippet,
      insertion: [...at.insertionOf([`250-`, hole(name)]), ...lines.map(line => `\n${line}`)],
      start: at.start,
      end: at.end,
      fit: 'usual',
      detail: keywords.map(keyword => keyword.split(' ', 1)[0]).join(', '),
      filter: at.filterOf(first),
      about: { kind: 'command', word: answered },
    },
  ]
}
