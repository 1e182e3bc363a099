import type { Output, Terminal } from './output.ts'
import type { Progress } from './progress.ts'

/** Where a command prints that goes on for long. */
export interface Printer extends Output {
  /** Hands on the lines that were printed so far. */
  readonly flush: () => void
  /** Hands on everything: nothing more comes. */
  readonly end: () => void
}

/** How much is printed before it is handed on, in UTF-16 units: a call of the system for each line would take long. */
const fullLength = 64 * 1024

/**
 * Hands on what is printed in large pieces, whole lines as long as more comes; what is an error at once, behind what was
 * printed before. The progress gives way to both.
 */
export function printerOn(terminal: Terminal, progress: Progress): Printer {
  let parts: string[] = []
  let length = 0
  const handOn = (text: string) => {
    if (text === '') return
    progress.erase()
    terminal.write(text)
  }
  const flush = () => {
    if (length === 0) return
    const text = parts.join('')
    const end = text.lastIndexOf('\n') + 1
    parts = [text.slice(end)]
    length = text.length - end
    handOn(text.slice(0, end))
  }
  return {
    write: text => {
      parts.push(text)
      length += text.length
      if (length >= fullLength) flush()
    },
    writeError: text => {
      flush()
      progress.erase()
      terminal.writeError(text)
    },
    flush,
    end: () => {
      handOn(parts.join(''))
      parts = []
      length = 0
      progress.erase()
    },
  }
}
