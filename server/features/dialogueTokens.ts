import { commandFacts } from '../protocol/commands.ts'
import { authDialogues, authTexts, isHiddenSecret } from '../transcript/authDialogues.ts'
import { parseCommandLine } from '../transcript/commandLine.ts'
import { exchangesOn } from '../transcript/exchangeLines.ts'
import { columnOfExchange, isConfirmed, isMisplaced } from '../transcript/history.ts'
import type { ClientRecord, ReplyRecord } from '../transcript/lineRecord.ts'
import { type Part, type PathCommand, parsePathCommand } from '../transcript/pathCommand.ts'
import { rememberedLast } from '../transcript/remembered.ts'
import type { Exchange, Session } from '../transcript/session.ts'
import { columnOf, payloadOf } from '../transcript/stretch.ts'
import type { Token, TokenModifier, TokenType } from './tokenLegend.ts'

/** A line of a session, from 0 at its first. */
interface Place {
  readonly session: Session
  readonly line: number
  readonly text: string
}

/** A token of a part of what was said on a line; offsets in its payload. */
function tokenIn(
  { line, text }: Pick<Place, 'line' | 'text'>,
  record: ClientRecord | ReplyRecord,
  { start, end }: Pick<Part, 'start' | 'end'>,
  type: TokenType,
  modifiers: readonly TokenModifier[] = [],
): Token {
  return {
    line,
    start: columnOf(text, record, start),
    end: columnOf(text, record, end),
    type,
    modifiers,
  }
}

const classes: Readonly<Record<string, TokenModifier>> = {
  2: 'success',
  3: 'intermediate',
  4: 'transient',
  5: 'permanent',
}

function classOf(code: string): readonly TokenModifier[] {
  const modifier = classes[code[0] ?? '']
  return modifier ? [modifier] : []
}

const codes = /^(\d{3})(?:$|[ -](?:\s*([245]\.\d{1,3}\.\d{1,3})(?=\s|$))?)/

/** The codes of one line of a reply, each with the class of its first digit. */
export function replyTokens(line: number, text: string, record: ReplyRecord): Token[] {
  const match = codes.exec(payloadOf(text, record).slice(0, 40))
  if (!match) return []
  const [{ length }, code = '', enhanced] = match
  const place = { line, text }
  const token = tokenIn(place, record, { start: 0, end: 3 }, 'replyCode', classOf(code))
  if (enhanced === undefined) return [token]
  const part = { start: length - enhanced.length, end: length }
  return [token, tokenIn(place, record, part, 'enhancedCode', classOf(enhanced))]
}

/** The exchange that the command of a record became. */
function exchangeOf({ session, line, text }: Place, record: ClientRecord): Exchange | undefined {
  const end = text.length - record.tail
  return exchangesOn(session, line).find(({ unit }) => {
    return unit.kind === 'command' && unit.textSpan.start >= record.start && unit.textSpan.start <= end
  })
}

/** What the server said of a command: it took it, put it off or refused it. */
function answerOf({ reply }: Exchange): readonly TokenModifier[] {
  if (!reply) return []
  return reply.code >= 500 ? ['refused'] : reply.code >= 400 ? ['deferred'] : ['accepted']
}

/** Why a command has no effect; nothing where it has one, or where the text does not tell. */
function withoutEffect(exchange: Exchange): readonly TokenModifier[] {
  const answer = answerOf(exchange).filter(modifier => modifier !== 'accepted')
  return isMisplaced(exchange) && !isConfirmed(exchange) ? [...answer, 'misplaced'] : answer
}

function* pathTokens(
  place: Place,
  record: ClientRecord,
  exchange: Exchange | undefined,
  { address, opens, closes, parameters }: PathCommand,
): Generator<Token> {
  // A word without brackets and without an at sign may be anything.
  if (address && ((opens && closes) || address.text.includes('@'))) {
    const route = /^(?:@[^,:"<>\s]+,?)+:/.exec(address.text)?.[0].length ?? 0
    const behind = { start: address.start + route, end: address.end }
    if (route > 0) {
      yield tokenIn(place, record, { start: address.start, end: behind.start }, 'address', ['deprecated'])
    }
    const isRecipient = exchange && columnOfExchange(exchange) === 'RCPT'
    const answer = exchange ? answerOf(exchange) : []
    const shown = isRecipient ? answer : answer.filter(modifier => modifier !== 'accepted')
    yield tokenIn(place, record, behind, 'address', shown)
  }
  for (const { start, keyword: name } of parameters) {
    yield tokenIn(place, record, { start, end: start + name.length }, 'parameter')
  }
}

const pathVerbs: ReadonlySet<string> = new Set(['MAIL', 'RCPT', 'SEND', 'SOML', 'SAML'])

/** The words of a command: its verb, with what became of it, and of MAIL and RCPT the address and the parameters. */
export function* commandTokens(place: Place, record: ClientRecord): Generator<Token> {
  const payload = payloadOf(place.text, record)
  const { verb, verbStart, verbEnd } = parseCommandLine(payload, 0)
  const facts = commandFacts(verb)
  if (!facts) return
  const exchange = exchangeOf(place, record)
  const modifiers: TokenModifier[] = exchange ? [...withoutEffect(exchange)] : []
  if (facts.status === 'deprecated') modifiers.push('deprecated')
  yield tokenIn(place, record, { start: verbStart, end: verbEnd }, 'keyword', modifiers)
  if (pathVerbs.has(verb)) yield* pathTokens(place, record, exchange, parsePathCommand(payload))
}

/** What the client says of itself in AUTH, by the lines on which it stands. It is no more than marked: what it says is not looked into. */
const secretsByLine = rememberedLast((session: Session): ReadonlyMap<number, Token> => {
  const tokens = authDialogues(session)
    .flatMap(dialogue => authTexts(session, dialogue))
    .filter(({ text }) => text !== '*' && text !== '=')
    .map(({ text, span }): Token => {
      return { ...span, type: 'secret', modifiers: isHiddenSecret(text) ? ['masked'] : [] }
    })
  return new Map(tokens.map(token => [token.line, token]))
})

/** The credentials on a line: behind AUTH, or in answer to a challenge. */
export function secretTokens(session: Session, line: number): readonly Token[] {
  const token = secretsByLine(session).get(line)
  return token ? [token] : []
}
