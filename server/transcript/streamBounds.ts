/** How much of a text is held at the same time while it is read session by session. Text counts in UTF-16 units. */
export interface StreamBounds {
  /** How much of the beginning is looked at before anything is told: for the dialect, and for comments that hold everywhere. */
  readonly headText: number
  readonly headLines: number
  /** How long a session may be. What is beyond is not held. */
  readonly sessionText: number
  readonly sessionLines: number
  /** How many lines of commands and replies it may have: they take much more room than mail data. */
  readonly sessionDialogue: number
  /** How much may be held of sessions side by side, before the oldest is taken as it is. */
  readonly openText: number
  readonly openLines: number
  /** A session side by side with others that is closed, and of which that much text has told nothing more, is complete. */
  readonly quietText: number
  /** How much may be held of sessions that may be one mixture. */
  readonly mixtureText: number
  /** After how much text it is forgotten which lines were read before. */
  readonly rememberedText: number
}

const mebi = 1024 * 1024

/**
 * The bounds of the command line. A text that is no longer than the head is read as if there were none: those of one
 * session and of a mixture are larger, and those of sessions side by side are looked at behind the head alone.
 */
export const streamBounds: StreamBounds = {
  headText: 4 * mebi,
  headLines: 250_000,
  sessionText: 32 * mebi,
  sessionLines: 1_000_000,
  sessionDialogue: 400_000,
  openText: 16 * mebi,
  openLines: 100_000,
  quietText: 4 * mebi,
  mixtureText: 8 * mebi,
  rememberedText: 2 * mebi,
}

/** A longer line is cut, in UTF-16 units. */
export const longestLine = mebi

/** A bound that has made a difference: a line or a session was cut, sessions side by side or a mixture parted. */
export type BoundKind = 'line' | 'session' | 'open' | 'mixture'

/** Tells that a bound has made a difference at a line of the text, from 0. */
export type TellBound = (kind: BoundKind, line: number) => void
