import * as l10n from '@vscode/l10n'
import type { InlayHint } from 'vscode-languageserver-types'
import type { SessionState } from '../protocol/sessionState.ts'
import { parseCommandLine, pathOf } from '../transcript/commandLine.ts'
import { columnOfExchange, endsMessage, transactionOf } from '../transcript/history.ts'
import { type Moment, momentOf, timeOn } from '../transcript/lineTimes.ts'
import {
  lineInText,
  ownLinesBetween,
  type PlacedSession,
  sessionsBetween,
} from '../transcript/placedSession.ts'
import { recipientFates } from '../transcript/recipientFates.ts'
import { firstReplyFrom, type PlacedReply, repliesInOrder, standsApart } from '../transcript/replyOrder.ts'
import type { Exchange, Session, Span } from '../transcript/session.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { readChallenge } from './challengeText.ts'
import { durationText } from './durationText.ts'
import { rangeOf } from './ranges.ts'
import { stateSentences, stateWords } from './stateText.ts'

/** Where hints are wanted, and how much: `basic` tells what cannot be seen, `full` states and times as well. */
export interface HintOptions {
  readonly uri: string
  /** Lines of the text, from 0, the last included. */
  readonly first: number
  readonly last: number
  readonly level: 'basic' | 'full'
}

/** Letters of a hint; what is longer is cut, and whole in its tooltip. */
const shown = 60

function cut(text: string): string {
  return text.length <= shown ? text : `${text.slice(0, shown - 1).trimEnd()}…`
}

/** A place in a session. */
interface Place {
  readonly placed: PlacedSession
  readonly line: number
  readonly character: number
}

function endOfLine(placed: PlacedSession, line: number): Place {
  return { placed, line, character: placed.session.texts[line]?.length ?? 0 }
}

function hintAt({ placed, line, character }: Place, label: string, tooltip: string): InlayHint {
  return {
    position: { line: lineInText(placed, line), character },
    label: cut(label),
    tooltip,
    paddingLeft: true,
  }
}

/** The same, and a click leads to a place of the session. */
function linkAt(place: Place, label: string, tooltip: string, uri: string, to: Span): InlayHint {
  const { placed } = place
  const location = { uri, range: rangeOf(to, placed) }
  return { ...hintAt(place, '', tooltip), label: [{ value: cut(label), tooltip, location }] }
}

function nameOf({ unit }: Exchange): string {
  switch (unit.kind) {
    case 'command':
      return unit.text
    case 'auth-response':
      return l10n.t`answer to the challenge`
    case 'tls':
      return l10n.t`TLS handshake`
    default:
      return l10n.t`message`
  }
}

function spanOf({ unit, line }: Exchange): Span {
  return unit.kind === 'command' || unit.kind === 'auth-response' ? unit.textSpan : { line, start: 0, end: 0 }
}

function addressOf({ unit }: Exchange): string {
  return unit.kind === 'command' ? pathOf(parseCommandLine(`${unit.verb} ${unit.argument}`, 0)) : ''
}

/** Whose reply it is where a message gets one for each recipient (RFC 2033 section 4.2). */
function recipientHint(placed: PlacedSession, { reply, exchange }: PlacedReply, uri: string): InlayHint[] {
  const transaction = exchange ? transactionOf(placed.session, exchange) : undefined
  const fate =
    transaction &&
    recipientFates(transaction).find(one => one.reply === reply && one.recipient.reply !== reply)
  if (!fate) return []
  const address = addressOf(fate.recipient)
  const line = lineInText(placed, fate.recipient.line) + 1
  const tooltip = l10n.t`This reply tells what becomes of the message for ${address}, the recipient of line ${line}.`
  return [linkAt(endOfLine(placed, reply.line), `← ${address}`, tooltip, uri, spanOf(fate.recipient))]
}

/** What a reply answers that stands apart from it. */
function answeredHint(placed: PlacedSession, answer: PlacedReply, uri: string): InlayHint[] {
  const { reply, exchange } = answer
  if (!exchange) return []
  const name = nameOf(exchange)
  if (name === '') return []
  const line = lineInText(placed, exchange.line) + 1
  const tooltip = l10n.t`This reply answers line ${line}: ${name}`
  return [linkAt(endOfLine(placed, reply.line), `← ${name}`, tooltip, uri, spanOf(exchange))]
}

/** The decoding of a challenge that is no secret. */
function challengeHint(placed: PlacedSession, { reply }: PlacedReply): InlayHint[] {
  const challenge = reply.code === 334 ? readChallenge(placed.session, reply) : null
  if (!challenge || challenge.text === null) return []
  const { line, end } = challenge.span
  return [
    hintAt(
      { placed, line, character: end },
      `= ${challenge.text}`,
      l10n.t`The challenge, decoded: ${challenge.text}`,
    ),
  ]
}

const ofTransaction: ReadonlySet<string> = new Set(['MAIL', 'RCPT', 'DATA', 'BDAT', 'BDAT LAST'])

/** Whether a refusal leaves something of a transaction behind that cannot be seen. */
function isRefusal({ reply, exchange }: PlacedReply): boolean {
  if (!exchange || reply.code < 400) return false
  return endsMessage(exchange) || ofTransaction.has(columnOfExchange(exchange) ?? '')
}

function isToRecipient(answer: PlacedReply | undefined): boolean {
  return answer?.exchange != null && columnOfExchange(answer.exchange) === 'RCPT'
}

/** The state behind a reply: in full whenever it has become another, else where a refusal leaves it open. */
function stateHint(
  placed: PlacedSession,
  answers: readonly PlacedReply[],
  index: number,
  isFull: boolean,
): InlayHint[] {
  const answer = answers[index]
  const after: SessionState | undefined = answer && placed.body.lines.states[answer.end]?.view.confirmed
  if (!answer || !after) return []
  const { before } = answer.reply
  // Of recipients that are refused one after the other, the last tells what is left.
  const isTold = isToRecipient(answer) && isToRecipient(answers[index + 1])
  const isWanted = isFull ? after !== before || isRefusal(answer) : isRefusal(answer) && !isTold
  const words = isWanted ? stateWords(before, after, answer.reply.code >= 400) : null
  if (words === null) return []
  const tooltip = [l10n.t`After this reply: ${words}.`, ...stateSentences(after)].join(' ')
  return [hintAt(endOfLine(placed, answer.end), `→ ${words}`, tooltip)]
}

function replyHints(
  placed: PlacedSession,
  answers: readonly PlacedReply[],
  index: number,
  { uri, level }: HintOptions,
): InlayHint[] {
  const answer = answers[index]
  if (!answer) return []
  const { exchange } = answer
  const isOneOfSeveral = exchange !== null && exchange.replies.length > 1
  const isApart = standsApart(placed.session, answers, index)
  return [
    ...challengeHint(placed, answer),
    ...(isOneOfSeveral ? recipientHint(placed, answer, uri) : []),
    ...(isApart && !isOneOfSeveral ? answeredHint(placed, answer, uri) : []),
    ...stateHint(placed, answers, index, level === 'full'),
  ]
}

interface TimedLine {
  readonly line: number
  readonly moment: Moment
}

/** The last line in front of `from` that has a time; looked for among a few. */
function timedBefore(session: Session, from: number): TimedLine | null {
  for (let line = from - 1; line >= 0 && line > from - 40; line--) {
    const moment = momentOf(timeOn(session, line) ?? '')
    if (moment) return { line, moment }
  }
  return null
}

/** The time since the line before, behind the time of each line; nothing where none has passed. */
function timeHints(placed: PlacedSession, from: number, to: number): InlayHint[] {
  const { session } = placed
  const hints: InlayHint[] = []
  let before = timedBefore(session, from)
  for (let line = from; line < to; line++) {
    const time = timeOn(session, line)
    const moment = momentOf(time ?? '')
    if (time === null || !moment) continue
    const elapsed = before && moment.at !== before.moment.at ? durationText(before.moment, moment) : null
    if (before && elapsed !== null) {
      const character = (session.texts[line] ?? '').indexOf(time) + time.length
      const tooltip = l10n.t`${elapsed} after line ${lineInText(placed, before.line) + 1}.`
      hints.push(hintAt({ placed, line, character }, `+${elapsed}`, tooltip))
    }
    before = { line, moment }
  }
  return hints
}

function sessionHints(placed: PlacedSession, options: HintOptions): InlayHint[] {
  const { from, to } = ownLinesBetween(placed, options.first, options.last)
  const answers = repliesInOrder(placed.session)
  const hints = options.level === 'full' ? timeHints(placed, from, to) : []
  for (let index = firstReplyFrom(answers, from); index < answers.length; index++) {
    const answer = answers[index]
    if (!answer || answer.reply.line >= to) break
    hints.push(...replyHints(placed, answers, index, options))
  }
  return hints
}

/** What a transcript does not say itself, between its words, on some of its lines. */
export function inlayHints({ sessions }: Transcript, options: HintOptions): InlayHint[] {
  return sessionsBetween(sessions, options.first, options.last)
    .flatMap(placed => sessionHints(placed, options))
    .filter(({ position: { line } }) => line >= options.first && line <= options.last)
}
