import { detectDialect } from '../detectDialect.ts'
import { ellipsis } from '../dialects/ownRemarks.ts'
import type { LineRecord } from '../lineRecord.ts'
import { lastLineOf } from '../placedSession.ts'
import { beforeSession, type ReaderState } from '../readerState.ts'
import { lineCountOf } from '../reading.ts'
import { readLine } from '../readLine.ts'
import { payloadOf } from '../stretch.ts'
import type { Transcript } from '../transcript.ts'
import { type Form, linesFor, remarksOf } from './forms.ts'
import { commentsOn, type Said, type SaidComment, type SaidEvent, type SaidLine, saidIn } from './said.ts'

/** Sessions that were written. */
export interface Written {
  readonly text: string
  /** Lines of the text, from 0, that do not read as what they were, or behind which the form leaves something out. */
  readonly unclear: readonly number[]
}

/** A line that was written, and what reading it finds. */
interface ReadBack {
  readonly line: string
  readonly records: readonly LineRecord[]
  readonly after: ReaderState
}

/** Lines to try, and how well they read as what they should. */
interface Attempt {
  readonly read: readonly ReadBack[]
  readonly faults: number
}

/** The weights of faults: whatever is above outweighs all that is below. */
const fault = { session: 64, kind: 32, extra: 16, role: 8, verdict: 4, state: 2, after: 1 } as const

function readBack(state: ReaderState, lines: readonly string[], { dialect }: Form): readonly ReadBack[] {
  let after = state
  return lines.map(line => {
    const read = readLine(after, line, dialect)
    after = read.after
    return { line, records: read.records, after }
  })
}

function sameView(one: ReaderState, other: ReaderState): boolean {
  return one.view === other.view && one.inMessage === other.inMessage && one.chunkLeft === other.chunkLeft
}

/** What is wrong with the record that a line became. */
function recordFaults(wanted: SaidLine, found: LineRecord): number {
  const { record } = wanted
  if (found.kind !== record.kind) return fault.kind
  let faults = 0
  if (found.kind === 'reply' && record.kind === 'reply') {
    const isSame =
      found.isFirst === record.isFirst &&
      found.isLast === record.isLast &&
      found.answers === record.answers &&
      found.passed === record.passed &&
      found.moreFollow === record.moreFollow
    if (!isSame) faults += fault.role
    if (found.before !== record.before && record.implies === found.implies) faults += fault.state
  }
  if (found.kind === 'malformed-reply' && record.kind === 'malformed-reply') {
    if (found.isDoubtful !== record.isDoubtful) faults += fault.role
  }
  if ('verdict' in found && 'verdict' in record) {
    if (found.verdict !== record.verdict) faults += fault.verdict
    if (found.before !== record.before) faults += fault.state
  }
  return faults
}

/** Mail data as the server keeps them: without the dots that hide others (RFC 5321 section 4.5.2). */
function unstuffed(payload: string): string {
  return payload.startsWith('.') ? payload.slice(1) : payload
}

function samePayload({ record, payload }: SaidLine, found: string): boolean {
  switch (record.kind) {
    case 'message':
      return unstuffed(found) === unstuffed(payload)
    case 'command':
    case 'auth-response':
      return found.trim() === payload.trim()
    default:
      return found === payload
  }
}

/** How far what was read is from what was said; 0 where it is the same. */
function faultsOf(
  wanted: SaidLine | SaidEvent,
  read: readonly ReadBack[],
  opens: boolean,
  before: ReaderState,
): number {
  const all = read.flatMap(({ records }) => records)
  const last = all.at(-1)
  const end = read.at(-1)
  if (!last || !end) return fault.kind
  const rest = all.slice(0, -1).filter(({ kind }) => kind !== 'note')
  let faults = all.some(record => record.opens) === opens ? 0 : fault.session
  if (wanted.kind === 'said') {
    faults += recordFaults(wanted, last)
    if (!samePayload(wanted, payloadOf(end.line, last))) faults += fault.kind
    // Mail data that were printed without their final dot get it where nothing else can end them.
    const wasEnded = opens || ('implies' in wanted.record && wanted.record.implies === 'message')
    const mayEnd =
      before.contentSeen &&
      before.clientSpoke &&
      wasEnded &&
      rest.length === 1 &&
      rest[0]?.kind === 'end-of-data'
    if (rest.length > 0 && !mayEnd) faults += fault.extra
    if (wanted.isElided && wanted.speaker === 'client') faults += fault.verdict
  } else {
    if (!/^(?:note|tls|unprinted-reply)$/.test(last.kind)) faults += fault.kind
    if (rest.length > 0) faults += fault.extra
  }
  if (wanted.after && !sameView(wanted.after, end.after)) faults += fault.after
  return faults
}

/** What can stand in front of a line so that it is read as what it is, the shortest first. */
function* leads(
  form: Form,
  opens: boolean,
  isMidway: boolean,
  state: ReaderState,
): Generator<readonly string[]> {
  const dot = form.dialect.write('client', '.', state.view.confirmed.tls)
  const endings = state.inMessage ? [[], [dot]] : [[]]
  const openings = opens ? [[], ...remarksOf(form, 'connected', '').map(remark => [remark])] : [[]]
  for (const excerpt of isMidway ? [[], [ellipsis]] : [[]]) {
    for (const ending of endings) for (const opening of openings) yield [...ending, ...opening, ...excerpt]
  }
}

/** The ways to write something, the usual first. */
function* waysToWrite(wanted: SaidLine | SaidEvent, state: ReaderState, form: Form, opens: boolean) {
  if (wanted.kind === 'event') {
    for (const remark of remarksOf(form, wanted.event, wanted.text)) yield [remark]
    return
  }
  const { record } = wanted
  const isMidway = 'before' in record && record.before.hello === 'unknown'
  for (const lead of leads(form, opens, isMidway, state)) {
    const secure = state.view.confirmed.tls && !(opens && lead.length > 0)
    for (const line of linesFor(form, wanted, secure)) yield [...lead, line]
  }
}

/** The first way that reads as what was said; else the one that comes nearest. */
function bestAttempt(wanted: SaidLine | SaidEvent, state: ReaderState, form: Form, opens: boolean): Attempt {
  let best: Attempt = { read: [], faults: Number.POSITIVE_INFINITY }
  for (const lines of waysToWrite(wanted, state, form, opens)) {
    const read = readBack(state, lines, form)
    const faults = faultsOf(wanted, read, opens, state)
    if (faults < best.faults) best = { read, faults }
    if (faults === 0) break
  }
  return best
}

/**
 * Writes the sessions of a transcript in another form, one after the other. Every line is read back as soon as it is
 * written, and where it would be read as something else, it is written otherwise; see `linesFor` and `leads`.
 * Reading the text gives the same sessions: what was said, in the same states, with the same verdicts. What it cannot
 * tell is written as what comes nearest, and listed as unclear:
 * - without prefixes, a server that speaks before the client's mail data or chunk is over, where what it says is left
 *   out if it is no reply; a chunk that begins like a reply; and behind the end of a session what is no command;
 * - mail data that the tool did not print, where no reply follows that tells of them: where 421 answers them behind
 *   other commands, and where another command comes instead.
 * A line break inside of what was said is written as the mark `\n` or `\r`. Where commands were pipelined behind mail
 * data that the tool did not print, the reply to these comes before the commands.
 */
export function writeSessions({ reading, sessions }: Transcript, form: Form): Written {
  const lines: string[] = []
  const unclear = new Set<number>()
  let state = beforeSession

  function add({ read }: Pick<Attempt, 'read'>): void {
    for (const { line, after } of read) {
      lines.push(line)
      state = after
    }
  }

  /** Writes what is for the reader's eyes, where it is read as no more than that. */
  function addAside(line: string, kind: 'blank' | 'comment'): void {
    const read = readBack(state, [line], form)
    const [found] = read.flatMap(({ records }) => records)
    if (found?.kind === kind && read.every(({ after }) => sameView(after, state))) add({ read })
  }

  /** Comments that come in front of what is said next; behind the last thing said in a session they are between two. */
  let held: readonly string[] = []

  function addHeld(): void {
    if (form.hasComments) for (const text of held) addAside(text, 'comment')
    held = []
  }

  /** What stands between sessions has its place only where these stand one after the other. */
  function holdComments(from: number, to: number): void {
    if (!reading.dialect.id) held = [...held, ...commentsOn(reading, from, to).map(({ text }) => text)]
  }

  /** The line that was written last does not tell what it should, or what comes behind it is missing. */
  function addUnclear(): void {
    unclear.add(Math.max(0, lines.length - 1))
  }

  function addSaid(said: Exclude<Said, SaidComment>, opens: boolean): boolean {
    addHeld()
    // A line of the server's that is no reply is a command without a prefix: it had better be missing.
    const attempt = bestAttempt(said, state, form, opens)
    const isNoReply = said.kind === 'said' && /^(?:unreadable|malformed-reply)$/.test(said.record.kind)
    if (isNoReply && attempt.faults >= fault.extra) {
      if (said.record.opens || said.record.kind === 'malformed-reply') addUnclear()
      return false
    }
    add(attempt)
    if (attempt.faults >= fault.state) addUnclear()
    return true
  }

  let end = 0
  for (const placed of sessions) {
    if (lines.length > 0) addAside('', 'blank')
    holdComments(end, placed.startLine)
    let opens = true
    for (const said of saidIn(placed)) {
      if (said.kind === 'comment') held = [...held, said.text]
      else if (addSaid(said, opens)) opens = false
    }
    end = lastLineOf(placed) + 1
  }
  if (sessions.length > 0) holdComments(end, lineCountOf(reading))
  addHeld()
  if (lines.length === 0) return { text: '', unclear: [] }
  const head = detectDialect(lines) === form.dialect ? [] : [`# @dialect ${form.dialect.name}`]
  return {
    text: [...head, ...lines].map(line => `${line}\n`).join(''),
    unclear: [...unclear].map(line => line + head.length),
  }
}
