import type { Dialect } from '../transcript/dialects/dialect.ts'
import { lineBatches } from '../transcript/lineBatches.ts'
import type { LineWatcher } from '../transcript/sessionFold.ts'
import { type SessionStream, streamSessions } from '../transcript/sessionStream.ts'
import type { TellBound } from '../transcript/streamBounds.ts'
import { boundTeller } from './boundText.ts'
import { errorLine } from './output.ts'
import { piecesOf, UnreadableFile } from './pieces.ts'
import type { Printer } from './printer.ts'
import type { Progress, ProgressChoice } from './progress.ts'

/** The options of commands that read files session by session. */
export const readingOptions = {
  dialect: { type: 'string' },
  progress: { type: 'boolean' },
  'no-progress': { type: 'boolean' },
} as const

/** Where a command prints that reads files session by session, and how it shows how far it is. */
export interface ReadingRun {
  readonly printer: Printer
  readonly progress: Progress
  /** Null to detect it. */
  readonly dialect: Dialect | null
  /** What was found so far, for people. */
  readonly found: () => string
}

/** What the progress options ask for. */
export function chosenProgress(values: {
  readonly progress?: boolean | undefined
  readonly 'no-progress'?: boolean | undefined
}): ProgressChoice {
  if (values['no-progress']) return 'never'
  return values.progress ? 'always' : 'screen'
}

/** A file that is being read: its sessions, and who hears of bounds that make a difference. */
export interface FileStream {
  readonly stream: SessionStream
  readonly tell: TellBound
}

/** Begins to read a file. Throws `UnreadableFile`, as going through the sessions may. */
export function openFile(file: string, run: ReadingRun, watch?: LineWatcher): FileStream {
  const { printer, progress, dialect, found } = run
  const tell = boundTeller(text => printer.writeError(errorLine(`${file}: ${text}`)))
  progress.begin()
  const pieces = piecesOf(file, (read, size) => {
    // Whoever waits for more sees what is known so far.
    printer.flush()
    progress.show(() => ({ file, read, size, found: found() }))
  })
  const stream = streamSessions(lineBatches(pieces, tell), { dialect, tell, ...(watch && { watch }) })
  return { stream, tell }
}

/**
 * Goes through the files of a command.
 *
 * @param read reads one of them
 * @param onUnread hears of each that cannot be read, or not to its end
 * @returns whether all could be read
 */
export function readFiles(
  files: readonly string[],
  printer: Printer,
  read: (file: string) => void,
  onUnread: (file: string, error: string) => void = () => {},
): boolean {
  let isAllRead = true
  for (const file of files) {
    try {
      read(file)
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error
      isAllRead = false
      printer.writeError(errorLine(`${file}: ${error.message}`))
      onUnread(file, error.message)
    }
  }
  return isAllRead
}
