import { columnOfExchange } from './history.ts'
import { noted } from './notes.ts'
import type { PlacedSession } from './placedSession.ts'
import type { Exchange, Reply, Session } from './session.ts'
import { passingSession, type SessionBody } from './sessionBody.ts'

/** The kinds of replies, by their first two digits, that no server gives to a command: they answer something else. */
const impossible: Readonly<Record<string, RegExp>> = {
  hello: /^(?:354|334|221)/,
  MAIL: /^(?:354|334|22)/,
  RCPT: /^(?:354|334|22)/,
  DATA: /^(?:2|334)/,
  QUIT: /^(?:250|354|334|220)/,
  message: /^(?:354|334|22[01])/,
}

function columnOrMessage(exchange: Exchange): string {
  return exchange.unit.kind === 'message' ? 'message' : (columnOfExchange(exchange) ?? '')
}

/** Whether a reply is one that no server gives to this command: it answers another. */
export function contradictsCommand(exchange: Exchange): boolean {
  const { reply } = exchange
  return reply !== null && impossible[columnOrMessage(exchange)]?.test(`${reply.code}`) === true
}

/** Whether a server greets again behind the TLS handshake, as some do: that is its own fault, and nobody else's line. */
function isSecondGreeting({ code, before }: Reply): boolean {
  return code === 220 && (before.phase === 'tls-handshake' || before.phase === 'tls-ready')
}

/** How many replies of a session contradict what was sent: the server of this session cannot have said them. */
function contradictionsIn({ greeting, exchanges, unasked, clientSpoke }: Session): number {
  // Without a greeting the text may begin in the middle of a reply.
  const begin = greeting ? 0 : (exchanges[0]?.line ?? 0)
  const unexpected = unasked.filter(
    reply => clientSpoke && reply.code !== 421 && reply.line > begin && !isSecondGreeting(reply),
  ).length
  return unexpected + exchanges.filter(contradictsCommand).length
}

/** Whether a session says something twice that is said but once: it may be two that began before either went on. */
function isTwofold({ exchanges, unasked }: Session): boolean {
  const count = (column: string) => exchanges.filter(one => columnOrMessage(one) === column).length
  const isUnasked = (code: number) => unasked.some(reply => reply.code === code && !isSecondGreeting(reply))
  if (count('QUIT') > 1 || isUnasked(220) || (isUnasked(221) && count('QUIT') > 0)) return true
  const refused = exchanges.filter(one => columnOrMessage(one) === 'hello' && (one.reply?.code ?? 0) >= 400)
  return count('hello') - refused.length - count('STARTTLS') > 1
}

/** What speaks for a session being a mixture. */
interface Signs {
  readonly contradictions: number
  readonly isTwofold: boolean
  readonly breaksOff: boolean
}

/** A session's signs. */
export const signsOf = noted((body: SessionBody): Signs => {
  const session = passingSession(body)
  return {
    contradictions: contradictionsIn(session),
    isTwofold: isTwofold(session),
    breaksOff: breaksOff(session),
  }
})

/** Whether a session breaks off while its server still owes an answer, or in the middle of a transaction. */
function breaksOff({ ending, exchanges, after }: Session): boolean {
  if (ending !== 'open') return false
  const last = exchanges.at(-1)
  return last === undefined || last.replies.length === 0 || after.phase !== 'ready'
}

/** Which of the sessions of a mixture it is: the first, or another. */
export type MixturePart = 'beginning' | 'rest'

/**
 * The sessions of which the lines seem to be mixed with those of others, where the tool prints no ids. Two signs of
 * three have to come together: one begins while the one before it breaks off; replies come that answer nothing; what
 * is said but once is said twice. Nothing in the text tells which line belongs to which, and no guess is made.
 *
 * @returns those sessions; the first of each mixture is its `beginning`
 */
export function mixedSessions(sessions: readonly PlacedSession[]): ReadonlyMap<PlacedSession, MixturePart> {
  const mixed = new Map<PlacedSession, MixturePart>()
  for (let from = 0, to = 1; from < sessions.length; from = to, to = from + 1) {
    while (mayGoOn(sessions[to - 1], sessions[to])) to += 1
    if (to - from === 1 && !isOddByItself(sessions[from])) continue
    const group = sessions.slice(from, to)
    if (!isMixture(group)) continue
    for (const [index, placed] of group.entries()) mixed.set(placed, index === 0 ? 'beginning' : 'rest')
  }
  return mixed
}

/** Whether a session may be part of the same mixture as the one before it. */
export function mayGoOn(before: PlacedSession | undefined, placed: PlacedSession | undefined): boolean {
  return (
    before !== undefined && placed !== undefined && before.id === placed.id && signsOf(before.body).breaksOff
  )
}

function isOddByItself(placed: PlacedSession | undefined): boolean {
  return placed !== undefined && signsOf(placed.body).contradictions > 0
}

/** Whether sessions that may be mixed with each other seem to be. */
export function isMixture(group: readonly PlacedSession[]): boolean {
  const each = group.map(({ body }) => signsOf(body))
  const isContradictory = each.some(({ contradictions }) => contradictions > 0)
  const isDoubled = each.some(one => one.isTwofold)
  return [group.length > 1, isContradictory, isDoubled].filter(Boolean).length >= 2
}

/** How many sessions of two transcripts are the same at their beginnings, and at their ends. */
export interface SameSessions {
  readonly front: number
  readonly behind: number
}

/**
 * The sessions at the beginnings of two transcripts that are the same in the same place, and those at their ends that
 * are the same but may be in another place; as far as no others can be mixed with them, and without the last session of
 * either where it is not the last of both.
 */
export function sameSessions(then: readonly PlacedSession[], now: readonly PlacedSession[]): SameSessions {
  const count = Math.min(then.length, now.length)
  const isSame = (index: number, other: number) => then[index]?.body === now[other]?.body
  let front = 0
  while (front < count && then[front] === now[front]) front += 1
  let behind = 0
  while (behind < count - front && isSame(then.length - 1 - behind, now.length - 1 - behind)) behind += 1
  if (behind === 0 && front > 0) front -= 1
  const isBound = (all: readonly PlacedSession[], at: number) => mayGoOn(all[at - 1], all[at])
  while (front > 0 && (isBound(then, front) || isBound(now, front))) front -= 1
  while (behind > 0 && (isBound(then, then.length - behind) || isBound(now, now.length - behind))) behind -= 1
  return { front, behind }
}
