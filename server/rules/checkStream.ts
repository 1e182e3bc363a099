import { sortMixtures } from '../transcript/mixtureStream.ts'
import type { SessionStream } from '../transcript/sessionStream.ts'
import { type StreamBounds, streamBounds, type TellBound } from '../transcript/streamBounds.ts'
import type { DirectiveStream } from './directiveStream.ts'
import { checkPassing, type SessionProblems } from './sessionFindings.ts'
import type { RuleSettings } from './settings.ts'

/** How a text is checked session by session. */
export interface CheckOptions {
  readonly settings: RuleSettings
  /** What the comments of the text switch off; it has watched the lines of the stream. */
  readonly directives: DirectiveStream
  readonly tell: TellBound
  readonly bounds?: StreamBounds
}

/**
 * Checks a text session by session: the same problems as of `checkTranscript`, each session's as soon as it is known
 * what comes behind it. A session that was cut counts as the last of its text, which may end in the middle of one.
 */
export function* checkStream(
  { dialect, sessions }: SessionStream,
  { settings, directives, tell, bounds = streamBounds }: CheckOptions,
): Generator<SessionProblems> {
  directives.endHead()
  for (const { placed, isLast, isCut, mixture } of sortMixtures(sessions, bounds.mixtureText, tell)) {
    const isLastSession = isLast || isCut
    const position = { dialect, isLastSession, mixture, isOff: directives.isOff() }
    yield checkPassing(placed, position, settings)
    // Only where sessions stand one after the other are there comments.
    directives.forget(placed.startLine)
  }
}
