import * as l10n from '@vscode/l10n'
import { columns } from '../features/columns.ts'
import { onOneLine, type Terminal } from './output.ts'

/** Whether to show how far the reading is: only on a screen, anywhere, or not at all. */
export type ProgressChoice = 'screen' | 'always' | 'never'

/** How far a command is. */
export interface ReadingStatus {
  readonly file: string
  /** Octets. */
  readonly read: number
  /** Octets; null where nobody knows. */
  readonly size: number | null
  /** What was found so far, for people. */
  readonly found: string
}

/** Shows how far a command is, where somebody waits for it. */
export interface Progress {
  /** A file begins. */
  readonly begin: () => void
  /** Shows the status, if it is time to. */
  readonly show: (status: () => ReadingStatus) => void
  /** Takes away what stands on the screen, for something else to be written there. */
  readonly erase: () => void
}

/** Nobody is told of what takes less. All times are in milliseconds. */
const shortest = 1000
const betweenOnScreen = 200
const betweenLines = 5000

const megabyte = 1_000_000

function statusText({ file, read, size, found }: ReadingStatus, milliseconds: number): string {
  const done = Math.round(read / megabyte)
  const rate = (read / megabyte / (milliseconds / 1000)).toFixed(1)
  if (size === null || size === 0) return l10n.t`${file}: ${done} MB, ${rate} MB/s, ${found}`
  const percent = Math.min(100, Math.floor((read / size) * 100))
  return l10n.t`${file}: ${percent} % of ${Math.round(size / megabyte)} MB, ${rate} MB/s, ${found}`
}

/** As much of the end of a text as a line of the screen has room for: the name at its beginning is known best. */
function fitting(text: string, width: number): string {
  if (columns(text) < width) return text
  const characters = [...text]
  let used = 1
  let from = characters.length
  while (from > 0) {
    used += columns(characters[from - 1] ?? '')
    if (used >= width) break
    from -= 1
  }
  return `…${characters.slice(from).join('')}`
}

const nothing: Progress = { begin: () => {}, show: () => {}, erase: () => {} }

/**
 * On a screen one line that is written over a few times a second; elsewhere, where somebody asks for it, a line every
 * few seconds. Nothing for what takes no more than a moment.
 */
export function progressOn(terminal: Terminal, choice: ProgressChoice): Progress {
  const { errorColumns, now, writeError } = terminal
  if (choice === 'never' || (choice === 'screen' && errorColumns === null)) return nothing
  const started = now()
  let begun = started
  let shownAt = errorColumns === null ? started : Number.NEGATIVE_INFINITY
  let isShown = false
  return {
    begin: () => {
      begun = now()
    },
    show: status => {
      const time = now()
      const between = errorColumns === null ? betweenLines : betweenOnScreen
      if (time - started < shortest || time - shownAt < between) return
      shownAt = time
      const text = onOneLine(statusText(status(), Math.max(1, time - begun)))
      if (errorColumns === null) writeError(`${text}\n`)
      else writeError(`\r${fitting(text, errorColumns)}\u001b[K`)
      isShown = errorColumns !== null
    },
    erase: () => {
      if (isShown) writeError('\r\u001b[K')
      isShown = false
    },
  }
}
