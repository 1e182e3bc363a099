import { isMixture, type MixturePart, mayGoOn } from './mixed.ts'
import type { StreamedSession } from './sessionStream.ts'
import type { TellBound } from './streamBounds.ts'

/** A session of which it is known whether its lines are mixed with those of others. */
export interface SortedSession extends StreamedSession {
  /** Undefined where it is no part of a mixture. */
  readonly mixture: MixturePart | undefined
}

function lengthOf({ placed: { session } }: StreamedSession): number {
  let length = 0
  for (const text of session.texts) length += text.length
  return length
}

function* sorted(group: readonly StreamedSession[]): Generator<SortedSession> {
  const isMixed = isMixture(group.map(({ placed }) => placed))
  for (const [index, one] of group.entries()) {
    yield { ...one, mixture: isMixed ? (index === 0 ? 'beginning' : 'rest') : undefined }
  }
}

/**
 * Tells of each session whether it is part of a mixture, as `mixedSessions` does for all. Sessions that may be one
 * mixture are held until the next cannot be part of it, or until their text is longer than `longest`: then they are
 * judged by what there is.
 */
export function* sortMixtures(
  sessions: Iterable<StreamedSession>,
  longest: number,
  tell: TellBound,
): Generator<SortedSession> {
  let group: StreamedSession[] = []
  let length = 0
  for (const session of sessions) {
    const before = group.at(-1)
    // Where a session was cut it does not break off by itself.
    if (before && (before.isCut || !mayGoOn(before.placed, session.placed) || length > longest)) {
      if (length > longest && group.length > 1) tell('mixture', session.placed.startLine)
      yield* sorted(group)
      group = []
      length = 0
    }
    group.push(session)
    length += lengthOf(session)
  }
  yield* sorted(group)
}
