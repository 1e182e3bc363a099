import { columnOfExchange } from './history.ts'
import { remembered } from './remembered.ts'
import type { Exchange, Reply, Session } from './session.ts'
import type { PlacedSession, Transcript } from './transcript.ts'

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
const signsOf = remembered((session: Session): Signs => {
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

/** Whether a session may be one mixture with the one before it, which breaks off. */
export function mayBeMixedWith(before: PlacedSession, placed: PlacedSession): boolean {
  return before.id === placed.id && signsOf(before.session).breaksOff
}

/** Whether sessions, each of which may be one mixture with the one before it, are one. */
export function isMixture(group: readonly PlacedSession[]): boolean {
  const each = group.map(({ session }) => signsOf(session))
  const isContradictory = each.some(({ contradictions }) => contradictions > 0)
  const isDoubled = each.some(one => one.isTwofold)
  return [group.length > 1, isContradictory, isDoubled].filter(Boolean).length >= 2
}

/**
 * The sessions of which the lines seem to be mixed with those of others, where the tool prints no ids. Two signs of
 * three have to come together: one begins while the one before it breaks off; replies come that answer nothing; what
 * is said but once is said twice. Nothing in the text tells which line belongs to which, and no guess is made.
 *
 * @returns those sessions; the first of each mixture is its `beginning`
 */
export function mixedSessions({ sessions }: Transcript): ReadonlyMap<PlacedSession, MixturePart> {
  const mixed = new Map<PlacedSession, MixturePart>()
  let group: PlacedSession[] = []
  const close = () => {
    if (!isMixture(group)) return
    for (const [index, placed] of group.entries()) mixed.set(placed, index === 0 ? 'beginning' : 'rest')
  }
  for (const placed of sessions) {
    const before = group.at(-1)
    if (before === undefined || !mayBeMixedWith(before, placed)) {
      close()
      group = []
    }
    group.push(placed)
  }
  close()
  return mixed
}
