import { detectDialect } from './detectDialect.ts'
import type { Dialect } from './dialects/dialect.ts'
import type { Lines } from './lines.ts'
import type { PlacedSession } from './placedSession.ts'
import { placeDraft } from './sessionDraft.ts'
import { type LineWatcher, type SessionFold, sessionFold } from './sessionFold.ts'
import { type StreamBounds, streamBounds, type TellBound } from './streamBounds.ts'

/** A session of a text that is read piece by piece. */
export interface StreamedSession {
  readonly placed: PlacedSession
  /** No other session follows in the text. */
  readonly isLast: boolean
  /** It was let go of before its end was known: more of it may stand in the text. */
  readonly isCut: boolean
}

/** A text that is read session by session. */
export interface SessionStream {
  readonly dialect: Dialect
  /** The line end that the text uses, by its first. */
  readonly lineEnd: string
  /** In the order of their first lines, each as soon as nothing in front of it is open. To be gone through once. */
  readonly sessions: Iterable<StreamedSession>
}

/** How a text is read session by session. */
export interface StreamOptions {
  /** Null to detect it. */
  readonly dialect: Dialect | null
  /** Hears of bounds that make a difference. */
  readonly tell: TellBound
  /** Looks at each line, where people type the dialect; at all lines of the head before the first session comes. */
  readonly watch?: LineWatcher
  readonly bounds?: StreamBounds
}

/** The first lines of a text: at least one batch, and so many as the bounds say. */
function readHead(batches: Iterator<Lines>, { headText, headLines }: StreamBounds): Lines[] {
  const head: Lines[] = []
  let length = 0
  let count = 0
  while (head.length === 0 || (length < headText && count < headLines)) {
    const next = batches.next()
    if (next.done) break
    head.push(next.value)
    count += next.value.texts.length
    for (const text of next.value.texts) length += text.length + 1
  }
  return head
}

function* placedOf(fold: SessionFold, batches: Iterator<Lines>, dialect: Dialect) {
  const placed = function* (beforeTake: () => void) {
    for (;;) {
      beforeTake()
      const draft = fold.take()
      if (!draft) return
      const session = placeDraft(draft, dialect)
      if (session) yield { placed: session, isCut: draft.isCut }
    }
  }
  const nothing = () => {}
  // Whether there is more than the head is not known yet.
  yield* placed(nothing)
  for (let next = batches.next(); !next.done; next = batches.next()) {
    fold.read(next.value)
    yield* placed(fold.settle)
  }
  fold.end()
  yield* placed(nothing)
}

/** Holds each session back until the next has come: that is when it is known not to be the last. */
function* withLast(sessions: Iterable<Omit<StreamedSession, 'isLast'>>): Generator<StreamedSession> {
  let newest: Omit<StreamedSession, 'isLast'> | undefined
  for (const session of sessions) {
    if (newest) yield { ...newest, isLast: false }
    newest = session
  }
  if (newest) yield { ...newest, isLast: true }
}

/**
 * Reads a text session by session: the same sessions as of `readTranscript`, and not more of the text at the same time
 * than the bounds let. Its head is read at once: the dialect is detected from it alone. A text that is no longer than
 * the head is read as a whole one in every respect.
 *
 * @param batches the lines of the text, as of `lineBatches`
 */
export function streamSessions(
  batches: Iterable<Lines>,
  { dialect: chosen, tell, watch, bounds = streamBounds }: StreamOptions,
): SessionStream {
  const source = batches[Symbol.iterator]()
  const isHeadNeeded = chosen === null || chosen.isTyped === true
  const head = readHead(source, isHeadNeeded ? bounds : { ...bounds, headText: 0 })
  const dialect = chosen ?? detectDialect(head.flatMap(({ texts }) => texts))
  const fold = sessionFold(dialect, bounds, tell, dialect.isTyped ? watch : undefined)
  const lineEnd = head[0]?.ends[0] || '\n'
  for (let lines = head.shift(); lines; lines = head.shift()) fold.read(lines)
  return { dialect, lineEnd, sessions: withLast(placedOf(fold, source, dialect)) }
}
