import { CompletionItemKind } from 'vscode-languageserver-types'
import { lastOutstanding } from '../../protocol/sessionView.ts'
import { remarksOf } from '../../transcript/writing/forms.ts'
import type { Asked } from './clientOffers.ts'
import { commandOffers } from './commandOffers.ts'
import { type CursorPlace, isInContent, isInLogin, type OpenPlace, readAs } from './cursorPlace.ts'
import { type Insertion, written } from './insertion.ts'
import type { Offer } from './offer.ts'
import { replyLineOffers } from './replyLineOffers.ts'
import { formOf, sessionOffers } from './sessionOffers.ts'

/** Whoever begins with the mark of the line looks for the line, and whoever begins with its first word for that. */
function filterOn({ typed }: OpenPlace, line: string, word: string): string {
  return line.toUpperCase().startsWith(typed.toUpperCase()) ? line : word
}

/** How something stands on the line, said by one side. */
function linesOf(place: CursorPlace, open: OpenPlace, speaker: 'client' | 'server') {
  const line = (payload: string) => open.lineOf(speaker, payload)
  return {
    start: open.start,
    end: place.character,
    isFollowed: false,
    lineOf: line,
    lineWith: (payload: string) => place.text.slice(0, open.start) + line(payload),
    insertionOf: (insertion: Insertion) => written(insertion, line),
    labelOf: (label: string) => line(label).trim(),
    filterOf: (label: string) => filterOn(open, line(label), label),
  }
}

/** The line with the final dot, where mail data are sent; only for somebody who asks. */
function finalDot(place: CursorPlace, open: OpenPlace, { trigger }: Asked): Offer[] {
  const { start, end, insertionOf, labelOf, lineWith } = linesOf(place, open, 'client')
  const isDot = readAs(place, lineWith('.')).records.some(({ kind }) => kind === 'end-of-data')
  if (trigger !== null || open.typed !== '' || !isDot) return []
  return [
    {
      label: labelOf('.'),
      kind: CompletionItemKind.Keyword,
      insertion: insertionOf(['.']),
      start,
      end,
      fit: 'usual',
    },
  ]
}

/** The handshake behind the reply to STARTTLS, which neither side says, in the words of the dialect. */
function handshake(place: CursorPlace, { start }: OpenPlace): Offer[] {
  const { dialect, before, character } = place
  const form = formOf(dialect)
  if (!form || before.view.confirmed.phase !== 'tls-handshake') return []
  const [remark = ''] = remarksOf(form, 'tls-started', '')
  return [
    {
      label: remark,
      kind: CompletionItemKind.Event,
      insertion: [remark],
      start,
      end: character,
      fit: 'usual',
      filter: `TLS ${remark}`,
    },
  ]
}

/** Whether a reply of the server's would be read as one on the line. */
function canReply(place: CursorPlace, open: OpenPlace): boolean {
  const { lineWith } = linesOf(place, open, 'server')
  return readAs(place, lineWith('250 ok')).records.some(({ kind }) => kind === 'reply')
}

/** What either side may say on a line that is empty or begun: first the side whose turn it is. */
export function openOffers(place: CursorPlace, open: OpenPlace, asked: Asked): Offer[] {
  const { before } = place
  const commands = commandOffers(place, linesOf(place, open, 'client'))
  const isContent = isInContent(place)
  const replies =
    canReply(place, open) && !(isContent && before.inMessage)
      ? replyLineOffers(place, linesOf(place, open, 'server'))
      : []
  const dot = isContent ? finalDot(place, open, asked) : []
  const isServersTurn =
    lastOutstanding(before.view) !== null ||
    before.reply !== null ||
    (before.view.confirmed.phase === 'connecting' && !before.serverSpoke)
  if (isInLogin(place)) return replies
  const sessions = sessionOffers(place, open)
  return isServersTurn
    ? [...dot, ...replies, ...sessions, ...commands.map(afterReply)]
    : [...dot, ...handshake(place, open), ...commands, ...replies, ...sessions]
}

/** A command that comes before the reply is not the usual next. */
function afterReply(offer: Offer): Offer {
  return offer.fit === 'usual' ? { ...offer, fit: 'possible' } : offer
}
