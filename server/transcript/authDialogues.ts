import { octetsOfBase64 } from './base64.ts'
import { looksMasked } from './commandLine.ts'
import { columnOfExchange } from './history.ts'
import { rememberedLast } from './remembered.ts'
import { commandSaid, replySaid, type SaidLine } from './saidText.ts'
import type { Exchange, Reply, Session, Span } from './session.ts'

/** One try of AUTH: the command and the lines that answer its challenges (RFC 4954 section 4). What they say stays in the text. */
export interface AuthDialogue {
  /** Null where the text begins behind it. */
  readonly auth: Exchange | null
  /** Upper case; empty where it is not known. */
  readonly mechanism: string
  /** The lines that answer challenges, and credentials that no challenge asked for. */
  readonly responses: readonly Exchange[]
}

/** The tries of AUTH in a session, in order. */
export const authDialogues = rememberedLast((session: Session): readonly AuthDialogue[] => {
  const dialogues: AuthDialogue[] = []
  let responses: Exchange[] | null = null
  const begin = (auth: Exchange | null, mechanism: string): Exchange[] => {
    const begun: Exchange[] = []
    dialogues.push({ auth, mechanism, responses: begun })
    return begun
  }
  for (const exchange of session.exchanges) {
    if (exchange.unit.kind === 'auth-response') {
      responses ??= begin(null, '')
      responses.push(exchange)
    } else if (exchange.unit.kind === 'command' && columnOfExchange(exchange) === 'AUTH') {
      responses = begin(exchange, exchange.unit.argument.toUpperCase())
    } else {
      responses = null
    }
  }
  return dialogues
})

/** The try that a command or a line belongs to. */
export function dialogueOf(session: Session, exchange: Exchange): AuthDialogue | undefined {
  return authDialogues(session).find(
    ({ auth, responses }) => auth === exchange || responses.includes(exchange),
  )
}

/** The try that a reply is one of the answers in. */
export function dialogueWith(session: Session, reply: Reply): AuthDialogue | undefined {
  const isAnswered = (exchange: Exchange | null) => exchange?.reply === reply
  return authDialogues(session).find(({ auth, responses }) => isAnswered(auth) || responses.some(isAnswered))
}

/** The last reply of a try; null where none has come. */
export function outcomeOf({ auth, responses }: AuthDialogue): Reply | null {
  return (responses.at(-1) ?? auth)?.reply ?? null
}

/** Whether the server refused a try, for whatever reason. */
export function isRefusedTry(dialogue: AuthDialogue): boolean {
  const outcome = outcomeOf(dialogue)
  return outcome !== null && outcome.code >= 400 && outcome.code !== 421
}

/** What the client says of itself in AUTH, with its place. The text may be a secret: to be judged, never to be shown or kept. */
export interface AuthText {
  readonly exchange: Exchange
  /** It stands behind the mechanism (RFC 4954 section 4: the initial response). */
  readonly isInitial: boolean
  /** The 334 that it answers; null for an initial response, and where nobody asked. */
  readonly asked: Reply | null
  readonly text: string
  readonly span: Span
  /** The tool broke the line, so that the rest stands elsewhere. */
  readonly isCut: boolean
}

const writtenEnd = /(?:\\r|\\n|<CR>|<LF>|<CRLF>|\^M)$/i

/** Without white space and line ends, also those that a tool spells out. */
function withoutEnd(text: string): string {
  let kept = text.trimEnd()
  for (let times = 0; times < 4; times++) kept = kept.replace(writtenEnd, '').trimEnd()
  return kept
}

function textOn(
  session: Session,
  exchange: Exchange,
  asked: Reply | null,
  said: SaidLine,
  from: number,
): AuthText {
  const text = withoutEnd(said.payload.slice(from))
  return {
    exchange,
    isInitial: exchange.unit.kind === 'command',
    asked: asked?.code === 334 ? asked : null,
    text,
    span: said.spanOf(from, from + text.length),
    isCut: session.records[said.line + 1]?.[0]?.kind === 'more',
  }
}

/** The AUTH command as it is written: where its mechanism stands, and what stands behind that. */
export interface AuthCommand {
  readonly mechanismSpan: Span
  /** Null where nothing stands behind the mechanism. */
  readonly initial: AuthText | null
  /** White space between the mechanism and what follows, or the end of the line; null without any. */
  readonly spaceSpan: Span | null
}

/** Takes an AUTH command apart; null where its line does not stand in the text. */
export function authCommand(session: Session, auth: Exchange): AuthCommand | null {
  const said = commandSaid(session, auth)
  const parts = said && /^(\s*AUTH\s+)([^\s]+)(\s*)/i.exec(said.payload)
  if (!parts) return null
  const [head, before = '', mechanism = '', space = ''] = parts
  const initial = textOn(session, auth, null, said, head.length)
  const end = before.length + mechanism.length
  return {
    mechanismSpan: said.spanOf(before.length, end),
    initial: initial.text === '' ? null : initial,
    spaceSpan: space === '' ? null : said.spanOf(end, head.length),
  }
}

/** All that the client says in one try, in order; empty lines and what the tool did not print are left out. */
export function authTexts(session: Session, { auth, responses }: AuthDialogue): AuthText[] {
  const initial = auth && authCommand(session, auth)?.initial
  const answers = responses.flatMap((exchange, index) => {
    const asked = (index === 0 ? auth : responses[index - 1])?.reply ?? null
    const said = commandSaid(session, exchange)
    const from = said ? said.payload.length - said.payload.trimStart().length : 0
    const answer = said && textOn(session, exchange, asked, said, from)
    return answer && answer.text !== '' ? [answer] : []
  })
  return initial ? [initial, ...answers] : answers
}

const marks =
  /\*\*|\.\.\.|\u2026|\u2022|---|###|x{5}|\[.*\]|<.*>|\{.*\}|\/\*|suppressed|secured|redacted|hidden|removed/i

/** What stands behind the last NUL of a short base64 text: in PLAIN the password. */
function lastPart(text: string): string {
  const octets = text.length <= 200 ? octetsOfBase64(text) : []
  return String.fromCharCode(...octets.slice(octets.lastIndexOf(0) + 1))
}

/**
 * Whether somebody has put something else in the place of a secret, or of a part of it; also before it was encoded, as
 * nodemailer does.
 */
export function isHiddenSecret(text: string): boolean {
  return looksMasked(text) || marks.test(text.slice(0, 1000)) || looksMasked(lastPart(text))
}

/** What a 334 reply asks, as it is written; null for another reply. */
export function challengeOf(session: Session, reply: Reply | null): { text: string; span: Span } | null {
  if (reply?.code !== 334) return null
  const said = replySaid(session, reply)[0]
  if (!said) return null
  const text = withoutEnd(said.payload.slice(4))
  return { text, span: said.spanOf(4, 4 + text.length) }
}

/** Whether a NUL stands in a text, as it is or spelled out: a message of PLAIN that the tool has decoded. */
export function showsNul(text: string): boolean {
  return /\\(?:0|x00)|\^@|\0/.test(text)
}
