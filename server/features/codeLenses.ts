import * as l10n from '@vscode/l10n'
import { endOfExchange } from '../transcript/exchangeLines.ts'
import { historyOf, type Transaction } from '../transcript/history.ts'
import type { LineRecord } from '../transcript/lineRecord.ts'
import { type Moment, momentOf, timeOn } from '../transcript/lineTimes.ts'
import { lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { Session } from '../transcript/session.ts'
import type { SessionBody } from '../transcript/sessionBody.ts'
import { payloadOf } from '../transcript/stretch.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { durationText } from './durationText.ts'
import { outcomesOf } from './outcomes.ts'
import { decisiveOutcome, outcomeWithCodes, sessionName } from './outcomeText.ts'

/** Where a lens stands; what it says is found out when somebody sees it. */
export interface LensPlace {
  /** The line of the text, from 0, that it stands above. */
  readonly line: number
  /** The line that its session begins on. */
  readonly startLine: number
  /** The line of its MAIL in the session; null for the session itself. */
  readonly mail: number | null
}

/** Whether a command may begin a transaction. Most are told apart by their first letter, which costs nothing. */
function isMail(text: string, record: LineRecord): boolean {
  if (record.kind !== 'command' || record.verdict.cause === 'nested-mail') return false
  if (!/[\sMSms]/.test(text[record.start] ?? '')) return false
  return /^\s*(?:MAIL|SEND|SOML|SAML)\s/i.test(payloadOf(text, record).slice(0, 40))
}

function mailLines({ lines: { records, texts }, count }: SessionBody): number[] {
  const found: number[] = []
  for (let line = 0; line < count; line++) {
    for (const record of records[line] ?? []) {
      if (isMail(texts[line] ?? '', record)) found.push(line)
    }
  }
  return found
}

/** Where the lenses of one session stand: above it, and above each of its transactions. No session is put together for it. */
function placesIn(placed: PlacedSession): LensPlace[] {
  const { startLine } = placed
  const mails = mailLines(placed.body).map(mail => ({ line: lineInText(placed, mail), startLine, mail }))
  return [{ line: startLine, startLine, mail: null }, ...mails]
}

/**
 * Where lenses stand, no more than `limit`: those of the sessions around a line of the text, whole sessions as far as
 * that goes.
 */
export function lensPlaces({ sessions }: Transcript, limit: number, around = 0): LensPlace[] {
  const behind = sessions.findIndex(({ startLine }) => startLine > around)
  const middle = Math.max(0, behind < 0 ? sessions.length - 1 : behind - 1)
  const places: LensPlace[] = []
  // One session behind and one before by turns, so that the line is in the middle of what has lenses.
  for (let step = 0; step < sessions.length * 2 && places.length < limit; step++) {
    const index = step % 2 === 0 ? middle + step / 2 : middle - (step + 1) / 2
    const placed = sessions[index]
    if (placed) places.push(...placesIn(placed))
  }
  return places.slice(0, limit).sort((a, b) => a.line - b.line)
}

/** Lines at an end of a session among which a time is looked for. */
const near = 40

function momentNear(session: Session, from: number, step: 1 | -1): Moment | null {
  for (let count = 0; count < near; count++) {
    const time = timeOn(session, from + count * step)
    if (time !== null) return momentOf(time)
  }
  return null
}

function durationOf(session: Session, first: number, last: number): string | null {
  const before = momentNear(session, first, 1)
  const behind = momentNear(session, last, -1)
  return before && behind && durationText(before, behind)
}

/** How many recipients there were, by what became of them. */
function recipientsText({ recipients }: Transaction): string | null {
  let accepted = 0
  let deferred = 0
  let refused = 0
  let unanswered = 0
  for (const { reply } of recipients) {
    if (!reply) unanswered += 1
    else if (reply.code < 400) accepted += 1
    else if (reply.code < 500) deferred += 1
    else refused += 1
  }
  const told = [
    accepted > 0 ? l10n.t`${accepted} accepted` : null,
    deferred > 0 ? l10n.t`${deferred} deferred` : null,
    refused > 0 ? l10n.t`${refused} refused` : null,
    unanswered > 0 ? l10n.t`${unanswered} without a reply` : null,
  ]
  const list = told.filter(one => one !== null).join(', ')
  return list === '' ? null : l10n.t`recipients: ${list}`
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter(part => part !== null).join(' · ')
}

function transactionText(placed: PlacedSession, transaction: Transaction, index: number): string {
  const { session } = placed
  const { mail, recipients, data, message } = transaction
  const exchanges = [mail, ...recipients, ...(data ? [data] : []), ...(message ? [message] : [])]
  const last = exchanges.reduce((line, exchange) => Math.max(line, endOfExchange(exchange)), mail.line)
  const name = l10n.t`Transaction ${index + 1}`
  const outcome = outcomeWithCodes(placed, outcomesOf(session)[index])
  const told = recipientsText(transaction)
  // The session has said already how its only transaction came out.
  const isOnly = historyOf(session).transactions.length === 1 && told !== null
  return joined([
    isOnly || outcome === null ? name : `${name}: ${outcome}`,
    told,
    durationOf(session, mail.line, last),
  ])
}

function sessionText(placed: PlacedSession, number: number): string {
  const { session, lineCount } = placed
  const name = sessionName(placed, number)
  const outcome = outcomeWithCodes(placed, decisiveOutcome(placed))
  const count = historyOf(session).transactions.length
  return joined([
    outcome === null ? name : `${name}: ${outcome}`,
    count > 1 ? l10n.t`${count} transactions` : null,
    durationOf(session, 0, lineCount - 1),
  ])
}

/**
 * What a lens says: how the session or the transaction came out, how many recipients were taken and refused, and how
 * long it took where the tool printed times. Null where nothing begins there any more.
 */
export function lensText(
  { sessions }: Transcript,
  { startLine, mail }: Pick<LensPlace, 'startLine' | 'mail'>,
): string | null {
  const index = sessions.findIndex(placed => placed.startLine === startLine)
  const placed = sessions[index]
  if (!placed) return null
  if (mail === null) return sessionText(placed, index + 1)
  const { transactions } = historyOf(placed.session)
  const at = transactions.findIndex(transaction => transaction.mail.line === mail)
  const transaction = transactions[at]
  return transaction ? transactionText(placed, transaction, at) : null
}
