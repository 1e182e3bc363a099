import { ruleIdOf } from '../rules/causes.ts'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import { endsMessage } from '../transcript/history.ts'
import { timeOf } from '../transcript/logHead.ts'
import { lastLineOf, lineInText, type PlacedSession } from '../transcript/placedSession.ts'
import type { ClientUnit, Exchange, Reply } from '../transcript/session.ts'

/** A reply as `parse` prints it; lines count from 1. */
export interface ReplyJson {
  readonly line: number
  readonly code: number
  readonly enhancedCode: string | null
  readonly text: readonly string[]
}

/** What the client sent, as `parse` prints it. */
export type CommandJson =
  | { readonly kind: 'command'; readonly verb: string; readonly text: string }
  | {
      readonly kind: 'message' | 'chunk'
      readonly lines: number
      readonly octets: number
      readonly elided: boolean
    }
  | { readonly kind: 'auth-response' | 'tls' }

/** An exchange as `parse` prints it. */
export interface ExchangeJson {
  readonly line: number
  /** As the tool printed it. */
  readonly time: string | null
  readonly command: CommandJson
  readonly reply: ReplyJson | null
  readonly replies?: readonly ReplyJson[]
  readonly stateBefore: string
  readonly sequence: string
  readonly because: string | null
}

/** One session as `parse` prints it: the contract of `smtp-transcript parse`. */
export interface SessionJson {
  readonly file: string
  readonly session: number
  readonly dialect: string
  readonly protocol: string
  readonly id: string | null
  readonly startLine: number
  readonly endLine: number
  readonly greeting: ReplyJson | null
  readonly exchanges: readonly ExchangeJson[]
  readonly ending: string
}

function replyJson(reply: Reply, placed: PlacedSession): ReplyJson {
  return {
    line: lineInText(placed, reply.line) + 1,
    code: reply.code,
    enhancedCode: reply.enhancedCode,
    text: reply.texts,
  }
}

function commandJson(unit: ClientUnit): CommandJson {
  switch (unit.kind) {
    case 'command':
      return { kind: 'command', verb: unit.verb, text: unit.text }
    case 'message':
    case 'chunk':
      return { kind: unit.kind, lines: unit.lines, octets: unit.octets, elided: unit.elided }
    default:
      return { kind: unit.kind }
  }
}

/** The time that the tool printed in front of what was said on a line. */
function timeOn(line: number, { session }: PlacedSession): string | null {
  return timeOf((session.texts[line] ?? '').slice(0, session.records[line]?.[0]?.start))
}

function exchangeJson(exchange: Exchange, placed: PlacedSession): ExchangeJson {
  const { unit, reply, replies, before, verdict } = exchange
  const isPerRecipient = before.protocol === 'LMTP' && endsMessage(exchange)
  return {
    line: lineInText(placed, exchange.line) + 1,
    time: timeOn(exchange.line, placed),
    command: commandJson(unit),
    reply: reply && !isPerRecipient ? replyJson(reply, placed) : null,
    ...(isPerRecipient && { replies: replies.map(one => replyJson(one, placed)) }),
    stateBefore: before.phase,
    sequence: verdict.sequence,
    because: verdict.cause === null ? null : ruleIdOf(verdict.cause),
  }
}

/** One session in the form of the command line's contract. `number` counts from 1 in its file. */
export function sessionJson(
  file: string,
  dialect: Dialect,
  placed: PlacedSession,
  number: number,
): SessionJson {
  const { session, startLine, id } = placed
  return {
    file,
    session: number,
    dialect: dialect.name,
    protocol: session.protocol,
    id,
    startLine: startLine + 1,
    endLine: lastLineOf(placed) + 1,
    greeting: session.greeting && replyJson(session.greeting, placed),
    exchanges: session.exchanges.map(exchange => exchangeJson(exchange, placed)),
    ending: session.ending,
  }
}
