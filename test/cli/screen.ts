import type { Terminal } from '../../server/cli/output.ts'
import { run } from '../../server/cli/run.ts'
import { version } from './running.ts'

/** What was written, where, in order. */
export type Written = readonly ['output' | 'error', string]

/** A terminal of which a test says how wide it is and how late. */
export interface TestScreen {
  readonly terminal: Terminal
  readonly written: Written[]
  /** Lets so many milliseconds pass. */
  readonly wait: (milliseconds: number) => void
}

/**
 * @param errorColumns null where standard error is no screen
 * @param step milliseconds that pass whenever somebody looks at the clock
 */
export function testScreen(errorColumns: number | null, step = 0): TestScreen {
  const written: Written[] = []
  let time = 5_000
  const terminal: Terminal = {
    version,
    environment: {},
    readBundle: () => null,
    errorColumns,
    now: () => {
      time += step
      return time
    },
    write: text => {
      written.push(['output', text])
    },
    writeError: text => {
      written.push(['error', text])
    },
  }
  return {
    terminal,
    written,
    wait: milliseconds => {
      time += milliseconds
    },
  }
}

/** Runs the command line on such a terminal, where each look at the clock takes so long. */
export function writtenOn(errorColumns: number | null, step: number, ...args: readonly string[]) {
  const { terminal, written } = testScreen(errorColumns, step)
  const status = run(args, terminal)
  const errors = written.flatMap(([where, text]) => (where === 'error' ? [text] : []))
  const output = written.flatMap(([where, text]) => (where === 'output' ? [text] : [])).join('')
  return { status, written, errors, output }
}
