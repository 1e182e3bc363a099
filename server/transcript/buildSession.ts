import { allowed } from '../protocol/verdict.ts'
import { chunkSize, parseCommandLine } from './commandLine.ts'
import { beginCommand, type CommandDraft, commandUnit, spanOf } from './commandParts.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { ClientRecord, LineRecord, LineRecords, ReplyRecord } from './lineRecord.ts'
import type { Lines } from './lines.ts'
import {
  addContentLine,
  beginContent,
  type ContentDraft,
  contentUnit,
  goOn,
  terminate,
} from './messageParts.ts'
import { beforeSession, type ReaderState } from './readerState.ts'
import { addReplyLine, beginReply, continueReply, finishedReply, type ReplyDraft } from './replyParts.ts'
import type { ClientUnit, Ending, Exchange, Reply, Session } from './session.ts'
import { payloadOf } from './stretch.ts'

/** An exchange that may still get a reply. */
interface Draft {
  readonly line: number
  unit: ClientUnit
  readonly record: Pick<ClientRecord, 'before' | 'verdict'>
  readonly replies: Reply[]
  /** Something else than a reply stands for one. */
  hasSubstitute: boolean
}

interface Assembly {
  readonly texts: readonly string[]
  readonly dialect: Pick<Dialect, 'isUnstuffed' | 'elidesContent'>
  readonly drafts: Draft[]
  /** What waits for replies, in order; what is before `answered` has them. */
  readonly outstanding: Draft[]
  answered: number
  readonly unasked: Reply[]
  greeting: Reply | null
  /** What may still go on: a command, mail data or a chunk, and a reply. */
  command: { readonly draft: Draft; readonly parts: CommandDraft } | null
  content: { readonly draft: Draft; readonly parts: ContentDraft } | null
  reply: ReplyDraft | null
  /** A line that is no reply stands where one belongs, unless a reply comes behind it. */
  isDoubtful: boolean
}

function addDraft(assembly: Assembly, line: number, unit: ClientUnit, record: Draft['record']): Draft {
  const { before, verdict } = record
  const draft: Draft = { line, unit, record: { before, verdict }, replies: [], hasSubstitute: false }
  assembly.drafts.push(draft)
  return draft
}

/** Gives what was sent first the reply that has come. */
function closeReply(assembly: Assembly): void {
  const draft = assembly.reply
  if (!draft) return
  assembly.reply = null
  const reply = finishedReply(draft)
  const { answers, moreFollow, passed } = draft.record
  if (answers === 'greeting') {
    assembly.greeting ??= reply
    return
  }
  assembly.answered += passed
  const exchange = answers === 'outstanding' ? assembly.outstanding[assembly.answered] : undefined
  if (!exchange) {
    assembly.unasked.push(reply)
    return
  }
  exchange.replies.push(reply)
  if (!moreFollow) assembly.answered += 1
}

/** What was sent first gets no reply that could be read, but something in its place. */
function substitute(assembly: Assembly): void {
  const draft = assembly.outstanding[assembly.answered]
  if (!draft) return
  draft.hasSubstitute = true
  assembly.answered += 1
}

/** A line that is no reply stands for one once nothing better can come. */
function settleDoubt(assembly: Assembly): void {
  if (assembly.isDoubtful) substitute(assembly)
  assembly.isDoubtful = false
}

/** Content that has come to its end, or of which nothing more can come. */
function closeContent(assembly: Assembly): void {
  const { content } = assembly
  if (!content) return
  if (content.parts.kind === 'chunk') content.parts.terminated = true
  content.draft.unit = contentUnit(
    content.parts,
    content.draft.unit.kind === 'message' && isElided(assembly, content.parts),
  )
  assembly.content = null
}

/** A dot without mail data in front of it, of a tool that prints no more than that. */
function isElided({ dialect }: Assembly, { lines }: ContentDraft): boolean {
  return lines === 0 && dialect.elidesContent === true
}

/** The octets that the BDAT in front of a chunk announces. */
function announcedOctets({ drafts }: Assembly): number {
  const unit = drafts.at(-1)?.unit
  return unit?.kind === 'command' ? chunkSize(parseCommandLine(`${unit.verb} ${unit.argument}`, 0)) : 0
}

/** The content that goes on at a line, or that begins there. */
function contentAt(
  assembly: Assembly,
  line: number,
  kind: ContentDraft['kind'],
  before: Draft['record'],
): ContentDraft {
  const open = assembly.content
  if (open && open.parts.kind === kind) {
    if (open.parts.terminated) {
      // What seemed to be the final dot was part of the message.
      goOn(open.parts)
      assembly.outstanding.pop()
    }
    return open.parts
  }
  closeContent(assembly)
  const limit = kind === 'chunk' ? announcedOctets(assembly) : undefined
  const parts = beginContent(kind, line, limit)
  assembly.content = { draft: addDraft(assembly, line, contentUnit(parts), before), parts }
  return parts
}

function addContent(assembly: Assembly, line: number, record: LineRecord, before: Draft['record']): void {
  const parts = contentAt(assembly, line, record.kind === 'chunk' ? 'chunk' : 'message', before)
  const payload = payloadOf(assembly.texts[line] ?? '', record)
  addContentLine(parts, line, payload, assembly.dialect.isUnstuffed !== true)
}

function addEndOfData(assembly: Assembly, line: number, record: ClientRecord): void {
  const isOpen = assembly.content?.parts.kind === 'message'
  // Without mail data in front of it, the lines before the dot were mail data and get no replies.
  if (!isOpen && record.before.hello === 'unknown') assembly.answered = assembly.outstanding.length
  terminate(contentAt(assembly, line, 'message', record), line)
  if (assembly.content) assembly.outstanding.push(assembly.content.draft)
}

function addCommand(assembly: Assembly, line: number, record: ClientRecord): void {
  const text = assembly.texts[line] ?? ''
  if (record.kind === 'auth-response') {
    const textSpan = spanOf(line, text, record, 0, payloadOf(text, record).trimEnd().length)
    const unit: ClientUnit = { kind: 'auth-response', textSpan, elided: false }
    assembly.outstanding.push(addDraft(assembly, line, unit, record))
    return
  }
  const parts = beginCommand(line, text, record)
  const draft = addDraft(assembly, line, commandUnit(parts), record)
  assembly.outstanding.push(draft)
  assembly.command = { draft, parts }
}

/** What the tool did not print, or only up to its final dot, ends where its reply begins. */
function addUnprinted(assembly: Assembly, line: number, record: ReplyRecord): void {
  if (record.implies === 'message' && assembly.content?.parts.kind === 'message') {
    const { draft } = assembly.content
    closeContent(assembly)
    assembly.outstanding.push(draft)
    return
  }
  const unit: ClientUnit =
    record.implies === 'message'
      ? contentUnit(beginContent('message', line), true)
      : { kind: 'auth-response', textSpan: { line, start: record.start, end: record.start }, elided: true }
  assembly.outstanding.push(addDraft(assembly, line, unit, { before: record.before, verdict: allowed }))
}

function addReply(assembly: Assembly, line: number, record: ReplyRecord): void {
  if (record.isFirst || !assembly.reply) {
    closeReply(assembly)
    if (assembly.content?.parts.kind === 'chunk' || assembly.content?.parts.terminated) closeContent(assembly)
    if (record.implies !== null) addUnprinted(assembly, line, record)
    assembly.reply = beginReply(line, record)
  }
  assembly.command = null
  addReplyLine(assembly.reply, line, assembly.texts[line] ?? '', record)
}

/** Adds the rest of what the line before said. */
function addMore(assembly: Assembly, line: number, record: LineRecord): void {
  const rest = payloadOf(assembly.texts[line] ?? '', record)
  if (assembly.reply) continueReply(assembly.reply, rest)
  if (!assembly.command) return
  const { draft, parts } = assembly.command
  parts.payload += rest
  draft.unit = commandUnit(parts)
}

/** An LMTP message that got some of its replies gets no more once the client goes on. */
function skipAnswered(assembly: Assembly): void {
  const isLast = assembly.outstanding.length === assembly.answered + 1
  if (isLast && assembly.outstanding.at(-1)?.replies.length !== 0) assembly.answered += 1
}

function addRecord(assembly: Assembly, line: number, record: LineRecord, before: ReaderState): void {
  switch (record.kind) {
    case 'command':
    case 'auth-response':
    case 'end-of-data':
      closeReply(assembly)
      settleDoubt(assembly)
      skipAnswered(assembly)
      if (record.kind === 'end-of-data') addEndOfData(assembly, line, record)
      else {
        closeContent(assembly)
        addCommand(assembly, line, record)
      }
      return
    case 'reply':
      assembly.isDoubtful = false
      addReply(assembly, line, record)
      return
    case 'message':
    case 'chunk':
      closeReply(assembly)
      settleDoubt(assembly)
      assembly.command = null
      addContent(assembly, line, record, { before: before.view.optimistic, verdict: allowed })
      return
    case 'more':
      addMore(assembly, line, record)
      return
    case 'tls':
      closeReply(assembly)
      settleDoubt(assembly)
      addDraft(assembly, line, { kind: 'tls' }, { before: before.view.confirmed, verdict: allowed })
      return
    case 'unprinted-reply':
      closeReply(assembly)
      substitute(assembly)
      return
    case 'malformed-reply':
      closeReply(assembly)
      if (record.isDoubtful) assembly.isDoubtful = true
      else substitute(assembly)
      return
    default:
      return
  }
}

function endingOf({ view, clientSpoke }: ReaderState): Ending {
  const { phase, closedBy } = view.confirmed
  // Where only the server's side is printed, its 221 answers a QUIT that is not.
  const isQuit = closedBy === 'quit' || (closedBy === 'server' && !clientSpoke)
  if (phase === 'closed') return isQuit ? 'quit' : closedBy === 'lost' ? 'lost' : 'closed'
  return view.optimistic.phase === 'closing' ? 'quit' : 'open'
}

function finishExchange(draft: Draft, index: number): Exchange {
  const isPerRecipient = draft.unit.kind === 'message' && draft.record.before.protocol === 'LMTP'
  return {
    index,
    line: draft.line,
    unit: draft.unit,
    reply: isPerRecipient && draft.replies.length !== 1 ? null : (draft.replies[0] ?? null),
    // A copy has no room to grow in, which takes more than a reply or two.
    replies: draft.replies.slice(),
    isAnswered: draft.hasSubstitute || draft.replies.length > 0,
    before: draft.record.before,
    verdict: draft.record.verdict,
  }
}

/**
 * Puts the exchanges of one session together from what the fold found on its lines.
 * `states` are the states after each of the lines.
 */
export function buildSession(
  { texts, ends }: Lines,
  records: readonly LineRecords[],
  states: readonly ReaderState[],
  dialect: Assembly['dialect'],
): Session {
  const assembly: Assembly = {
    texts,
    dialect,
    drafts: [],
    outstanding: [],
    answered: 0,
    unasked: [],
    greeting: null,
    command: null,
    content: null,
    reply: null,
    isDoubtful: false,
  }
  for (const [line, found] of records.entries()) {
    const before = states[line - 1] ?? states[line]
    if (before) for (const record of found) addRecord(assembly, line, record, before)
  }
  closeReply(assembly)
  settleDoubt(assembly)
  closeContent(assembly)
  const last = states.at(-1) ?? beforeSession
  return {
    texts,
    ends,
    records,
    greeting: assembly.greeting,
    exchanges: assembly.drafts.map(finishExchange),
    unasked: assembly.unasked,
    protocol: last.view.optimistic.protocol,
    ending: endingOf(last),
    after: last.view.confirmed,
    clientSpoke: last.clientSpoke,
    serverSpoke: last.serverSpoke,
  }
}
