import { forgetInterned } from '../protocol/intern.ts'
import { opensSession, type StreamId } from './block.ts'
import type { Dialect } from './dialects/dialect.ts'
import { draftQueue } from './draftQueue.ts'
import { type LineReader, rememberingReader } from './lineReader.ts'
import type { LineRecords } from './lineRecord.ts'
import type { LineEnd, Lines } from './lines.ts'
import { beforeSession, type ReaderState } from './readerState.ts'
import { isTrailing } from './sessionBody.ts'
import { beginDraft, type SessionDraft } from './sessionDraft.ts'
import type { StreamBounds, TellBound } from './streamBounds.ts'

/** Looks at each line of a text as it is read; lines count from 0. */
export type LineWatcher = (line: number, text: string, records: LineRecords) => void

/** What is under way under one of the tool's ids. */
interface OpenStream {
  state: ReaderState
  draft: SessionDraft | null
  /** Where in the text its last line stands. */
  seenAt: number
}

/** A fold over the lines of a text that holds the sessions of which more may come, and those behind them. */
export interface SessionFold {
  /** Reads lines; what they make complete can be taken then. */
  readonly read: (lines: Lines) => void
  /** Lets go of what must not be held any longer. */
  readonly settle: () => void
  /** Nothing more comes of any session. */
  readonly end: () => void
  /** The next session in the order of the first lines, if nothing more of it comes. */
  readonly take: () => SessionDraft | undefined
}

/** Whether nothing more is said in what is under way. */
function isClosed({ state }: OpenStream): boolean {
  return state.view.confirmed.phase === 'closed'
}

function isDialogue([first]: LineRecords): boolean {
  return first?.kind === 'command' || first?.kind === 'reply'
}

/** Whether a session has no room for one more line. */
function isFull({ length, texts, dialogue }: SessionDraft, text: string, bounds: StreamBounds): boolean {
  if (length + text.length > bounds.sessionText) return true
  return texts.length >= bounds.sessionLines || dialogue >= bounds.sessionDialogue
}

/** A copy of a text that does not keep the much longer one alive that it was cut from. */
function copyOf(text: string): string {
  return ` ${text}`.slice(1)
}

/**
 * Folds the lines of a text in a dialect, as `readText` does, but remembers no more of them than it must.
 *
 * @param watch looks at each line
 * @param tell hears of bounds that make a difference
 */
export function sessionFold(
  dialect: Dialect,
  bounds: StreamBounds,
  tell: TellBound,
  watch?: LineWatcher,
): SessionFold {
  const isInterleaved = dialect.id !== undefined
  const queue = draftQueue()
  const streams = new Map<StreamId, OpenStream>()
  let line = 0
  // How much text is behind, is held, and was behind when something was last let go of.
  let offset = 0
  let heldText = 0
  let heldLines = 0
  let sweptAt = 0
  let forgottenAt = 0
  let reader: LineReader = rememberingReader(dialect)
  let id: StreamId = null
  let current = streamOf(id)

  function streamOf(wanted: StreamId): OpenStream {
    const known = streams.get(wanted)
    if (known) return known
    const stream: OpenStream = { state: beforeSession, draft: null, seenAt: offset }
    streams.set(wanted === null ? null : copyOf(wanted), stream)
    return stream
  }

  function turnTo(wanted: StreamId): void {
    if (wanted === id) return
    id = wanted
    current = streamOf(id)
  }

  function complete(stream: OpenStream): void {
    if (stream.draft) stream.draft.isComplete = true
    stream.draft = null
  }

  /** What comes later under this id is read as if nothing had been before. */
  function forget(wanted: StreamId, stream: OpenStream): void {
    complete(stream)
    streams.delete(wanted)
    if (stream === current) current = streamOf(wanted)
  }

  function add(draft: SessionDraft, text: string, end: LineEnd, records: LineRecords, after: ReaderState) {
    if (isFull(draft, text, bounds)) {
      if (draft.isCut || isTrailing(records)) return
      draft.isCut = true
      tell('session', line)
    }
    if (draft.isCut) return
    draft.numbers?.push(line)
    draft.texts.push(isInterleaved ? copyOf(text) : text)
    draft.ends.push(end)
    draft.records.push(records)
    draft.states.push(after)
    draft.length += text.length
    if (isDialogue(records)) draft.dialogue += 1
    heldText += text.length
    heldLines += 1
  }

  function readOne(text: string, end: LineEnd): void {
    if (dialect.id) turnTo(dialect.id(text) ?? id)
    const { records, after } = reader(current.state, text)
    current.state = after
    current.seenAt = offset
    if (opensSession(records)) {
      complete(current)
      current.draft = beginDraft(id === null ? null : copyOf(id), line, isInterleaved)
      queue.push(current.draft)
    }
    if (current.draft) add(current.draft, text, end, records, after)
    watch?.(line, text, records)
    line += 1
    offset += text.length + 1
  }

  function forgetQuiet(): void {
    sweptAt = offset
    for (const [each, stream] of streams) {
      const isDone = !stream.draft || isClosed(stream)
      if (isDone && offset - stream.seenAt > bounds.quietText) forget(each, stream)
    }
  }

  /** Takes the oldest sessions as they are while there is more of all than may be held. */
  function partOldest(): void {
    const oldest = queue.first()
    if (!oldest || oldest.isComplete || (heldText <= bounds.openText && heldLines <= bounds.openLines)) return
    const stream = streams.get(oldest.id)
    if (stream?.draft !== oldest) return
    if (!isClosed(stream)) {
      oldest.isCut = true
      tell('open', line - 1)
    }
    forget(oldest.id, stream)
  }

  return {
    read: ({ texts, ends }) => {
      for (const [index, text] of texts.entries()) {
        const end = ends[index] ?? ''
        // What stands behind the last line end is a line for editors, but none of the transcript.
        if (text !== '' || end !== '') readOne(text, end)
        if (offset - forgottenAt > bounds.rememberedText) {
          reader = rememberingReader(dialect)
          forgetInterned()
          forgottenAt = offset
        }
      }
    },
    settle: () => {
      if (!isInterleaved) return
      if (offset - sweptAt > bounds.quietText / 4) forgetQuiet()
      partOldest()
    },
    end: () => {
      for (const stream of streams.values()) complete(stream)
    },
    take: () => {
      const draft = queue.takeComplete()
      if (!draft) return undefined
      heldText -= draft.length
      heldLines -= draft.texts.length
      return draft
    },
  }
}
