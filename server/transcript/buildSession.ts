import { allowed } from '../protocol/verdict.ts'
import { chunkSize, parseCommandLine, presentable } from './commandLine.ts'
import type { ClientRecord, LineRecord, ReplyRecord } from './lineRecord.ts'
import { octetsOf } from './octets.ts'
import type { ReaderState } from './readerState.ts'
import { addReplyLine, beginReply, finishedReply, type ReplyDraft } from './replyParts.ts'
import type { ClientUnit, ContentUnit, Ending, Exchange, Reply, Session } from './session.ts'

/** An exchange that may still get a reply. */
interface Draft {
  readonly line: number
  unit: ClientUnit
  readonly record: Pick<ClientRecord, 'before' | 'verdict'>
  readonly replies: Reply[]
}

/** Mail data or a chunk of which more lines may come. */
interface ContentDraft {
  readonly draft: Draft
  readonly kind: 'message' | 'chunk'
  lines: number
  octets: number
  lastLine: number
  /** The octets that there can be at most: the line end behind the last may not belong to a chunk. */
  readonly limit: number
}

interface Assembly {
  readonly texts: readonly string[]
  readonly drafts: Draft[]
  /** What waits for replies, in order; what is before `answered` has them. */
  readonly outstanding: Draft[]
  answered: number
  readonly unasked: Reply[]
  greeting: Reply | null
  content: ContentDraft | null
  reply: ReplyDraft | null
}

function addDraft(assembly: Assembly, line: number, unit: ClientUnit, record: Draft['record']): Draft {
  const draft: Draft = { line, unit, record, replies: [] }
  assembly.drafts.push(draft)
  return draft
}

function closeReply(assembly: Assembly): void {
  const draft = assembly.reply
  if (!draft) return
  assembly.reply = null
  const reply = finishedReply(draft)
  const { answers, moreFollow } = draft.record
  if (answers === 'greeting') {
    assembly.greeting ??= reply
    return
  }
  const exchange = answers === 'outstanding' ? assembly.outstanding[assembly.answered] : undefined
  if (!exchange) {
    assembly.unasked.push(reply)
    return
  }
  exchange.replies.push(reply)
  if (!moreFollow) assembly.answered += 1
}

/** Content of which no line has been read. */
function emptyContent(kind: ContentUnit['kind'], line: number): ContentUnit {
  return { kind, lines: 0, octets: 0, elided: false, firstLine: line, lastLine: line, terminated: false }
}

function contentUnit(content: ContentDraft, terminated: boolean): ClientUnit {
  const { kind, lines, octets, lastLine, draft, limit } = content
  return {
    ...emptyContent(kind, draft.line),
    lines,
    octets: Math.min(octets, limit),
    lastLine,
    terminated,
  }
}

function closeContent(assembly: Assembly): void {
  const { content } = assembly
  if (!content) return
  content.draft.unit = contentUnit(content, content.kind === 'chunk')
  assembly.content = null
}

/** The octets that the BDAT in front of a chunk announces. */
function announcedOctets({ drafts }: Assembly): number {
  const unit = drafts.at(-1)?.unit
  return unit?.kind === 'command' ? chunkSize(parseCommandLine(`${unit.verb} ${unit.argument}`, 0)) : 0
}

function addContentLine(assembly: Assembly, line: number, record: LineRecord, before: Draft['record']): void {
  const kind = record.kind === 'chunk' ? 'chunk' : 'message'
  const payload = (assembly.texts[line] ?? '').slice(record.start)
  const data = kind === 'message' && payload.startsWith('.') ? payload.slice(1) : payload
  if (assembly.content?.kind !== kind) {
    closeContent(assembly)
    const announced = announcedOctets(assembly)
    const draft = addDraft(assembly, line, emptyContent(kind, line), before)
    assembly.content = {
      draft,
      kind,
      lines: 0,
      octets: 0,
      lastLine: line,
      limit: kind === 'chunk' ? announced : Number.POSITIVE_INFINITY,
    }
  }
  const { content } = assembly
  if (!content) return
  content.lines += 1
  content.octets += octetsOf(data) + 2
  content.lastLine = line
}

function addEndOfData(assembly: Assembly, line: number, record: ClientRecord): void {
  // Without mail data in front of it, the lines before the dot were mail data and get no replies.
  if (!assembly.content && record.before.hello === 'unknown') assembly.answered = assembly.outstanding.length
  const content: ContentDraft = assembly.content ?? {
    draft: addDraft(assembly, line, emptyContent('message', line), record),
    kind: 'message',
    lines: 0,
    octets: 0,
    lastLine: line,
    limit: Number.POSITIVE_INFINITY,
  }
  content.lastLine = line
  content.draft.unit = contentUnit(content, true)
  assembly.content = null
  assembly.outstanding.push(content.draft)
}

function addCommand(assembly: Assembly, line: number, record: ClientRecord): void {
  const text = assembly.texts[line] ?? ''
  const end = text.trimEnd().length
  const textSpan = { line, start: record.start, end: Math.max(record.start, end) }
  if (record.kind === 'auth-response') {
    assembly.outstanding.push(addDraft(assembly, line, { kind: 'auth-response', textSpan }, record))
    return
  }
  const parsed = parseCommandLine(text, record.start)
  const shown = presentable(parsed, text.slice(parsed.verbStart).trimEnd())
  const unit: ClientUnit = {
    kind: 'command',
    ...shown,
    verbSpan: { line, start: parsed.verbStart, end: parsed.verbEnd },
    textSpan: { ...textSpan, start: Math.min(parsed.verbStart, textSpan.end) },
  }
  const draft = addDraft(assembly, line, unit, record)
  assembly.outstanding.push(draft)
}

/** Message data that the tool did not print, or whose final dot it left out, ends where its reply begins. */
function endUnprintedMessage(assembly: Assembly, line: number, record: ReplyRecord): void {
  if (assembly.content?.kind === 'message') {
    const { draft } = assembly.content
    closeContent(assembly)
    assembly.outstanding.push(draft)
    return
  }
  const unit: ClientUnit = { ...emptyContent('message', line), elided: true }
  const draft = addDraft(assembly, line, unit, { before: record.before, verdict: allowed })
  assembly.outstanding.push(draft)
}

function addReply(assembly: Assembly, line: number, record: ReplyRecord): void {
  if (record.endsMessage) endUnprintedMessage(assembly, line, record)
  if (record.isFirst || !assembly.reply) {
    closeReply(assembly)
    assembly.reply = beginReply(line, record)
  }
  addReplyLine(assembly.reply, line, assembly.texts[line] ?? '', record)
  if (record.isLast) closeReply(assembly)
}

/** An LMTP message that got some of its replies gets no more once the client goes on. */
function skipAnswered(assembly: Assembly): void {
  const isLast = assembly.outstanding.length === assembly.answered + 1
  if (isLast && assembly.outstanding.at(-1)?.replies.length !== 0) assembly.answered += 1
}

function addLine(
  assembly: Assembly,
  line: number,
  record: LineRecord,
  state: ReaderState,
  before: ReaderState,
): void {
  switch (record.kind) {
    case 'command':
    case 'auth-response':
    case 'end-of-data':
      closeReply(assembly)
      skipAnswered(assembly)
      if (record.kind === 'end-of-data') addEndOfData(assembly, line, record)
      else {
        closeContent(assembly)
        addCommand(assembly, line, record)
      }
      return
    case 'reply':
      if (assembly.content?.kind === 'chunk') closeContent(assembly)
      addReply(assembly, line, record)
      return
    case 'message':
    case 'chunk':
      closeReply(assembly)
      addContentLine(assembly, line, record, { before: state.view.optimistic, verdict: allowed })
      return
    case 'tls':
      addDraft(assembly, line, { kind: 'tls' }, { before: before.view.confirmed, verdict: allowed })
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
    replies: draft.replies,
    before: draft.record.before,
    verdict: draft.record.verdict,
  }
}

/**
 * Puts the exchanges of one session together from what the fold found on its lines.
 * `states` are the states after each of the lines.
 */
export function buildSession(
  texts: readonly string[],
  records: readonly LineRecord[],
  states: readonly ReaderState[],
): Session | undefined {
  const assembly: Assembly = {
    texts,
    drafts: [],
    outstanding: [],
    answered: 0,
    unasked: [],
    greeting: null,
    content: null,
    reply: null,
  }
  for (const [line, record] of records.entries()) {
    const state = states[line]
    if (state) addLine(assembly, line, record, state, states[line - 1] ?? state)
  }
  closeReply(assembly)
  closeContent(assembly)
  const last = states.at(-1)
  if (!last || !(last.clientSpoke || last.serverSpoke)) return undefined
  return {
    texts,
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
