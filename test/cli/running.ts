import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../../server/cli/run.ts'
import type { Bundle } from '../../server/features/language.ts'

/** What the command line printed, and its exit status. */
export interface Ran {
  readonly status: number
  readonly output: string
  readonly error: string
}

/** The Korean texts. */
export function korean(): Bundle {
  return JSON.parse(readFileSync('l10n/bundle.l10n.ko.json', 'utf8'))
}

/** The version that these tests give the program. */
export const version = '1.2.3'

/** Runs the command line in this process. */
export function cli(...args: readonly string[]): Ran {
  return cliIn({}, ...args)
}

/** Runs it with these variables in its environment. */
export function cliIn(environment: Readonly<Record<string, string>>, ...args: readonly string[]): Ran {
  let output = ''
  let error = ''
  const status = run(args, {
    version,
    environment,
    errorColumns: null,
    now: () => 0,
    readBundle: language => (language === 'en' ? null : korean()),
    write: text => {
      output += text
    },
    writeError: text => {
      error += text
    },
  })
  return { status, output, error }
}

/** A folder for the files of a test; it goes when the tests are over. */
export function temporaryFolder(): { file: (name: string, content?: string | Uint8Array) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'smtp-transcript-'))
  after(() => rmSync(folder, { recursive: true, force: true }))
  return {
    file(name, content) {
      const path = join(folder, name)
      if (content !== undefined) writeFileSync(path, content)
      return path
    },
  }
}

/** The lines of a transcript as a text. */
export function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}

/** A value that was printed as JSON, for reading without knowing its type. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** The JSON objects that stand on the lines of an output. */
export function jsonLines(output: string): readonly { readonly [key: string]: Json }[] {
  return output
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line))
}
