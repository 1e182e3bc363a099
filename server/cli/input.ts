import { readFileSync } from 'node:fs'
import * as l10n from '@vscode/l10n'

/** A file that was read, or why it was not. */
export type Input =
  | { readonly file: string; readonly text: string; readonly error: null }
  | { readonly file: string; readonly text: null; readonly error: string }

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding that a byte order mark names; UTF-8 without one. */
function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Whether a text has more control characters than text ever has; tab, line ends and escape do not count. */
function isBinary(sample: string): boolean {
  let controls = 0
  for (let index = 0; index < sample.length; index++) {
    const unit = sample.charCodeAt(index)
    if (unit < 0x09 || (unit > 0x0d && unit < 0x20 && unit !== 0x1b)) controls += 1
  }
  return controls > sample.length / 20
}

/** Decodes a file as text; octets that are none become U+FFFD. Null for what is no text. */
function decode(bytes: Uint8Array): string | null {
  const decoder = new TextDecoder(encodingOf(bytes))
  return isBinary(decoder.decode(bytes.subarray(0, 8192))) ? null : decoder.decode(bytes)
}

function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return l10n.t`there is no such file`
    case 'EISDIR':
      return l10n.t`this is a folder`
    case 'EACCES':
    case 'EPERM':
      return l10n.t`the file must not be read`
    case 'ERR_FS_FILE_TOO_LARGE':
      return l10n.t`the file is larger than 2 GiB`
    default:
      return error instanceof Error ? error.message : String(error)
  }
}

/** Reads a file; `-` is standard input. Never throws. */
export function readInput(file: string): Input {
  try {
    const bytes = readFileSync(file === '-' ? 0 : file)
    const text = decode(bytes)
    return text === null
      ? { file, text, error: l10n.t`this is not a text file` }
      : { file, text, error: null }
  } catch (error) {
    return { file, text: null, error: causeOf(error) }
  }
}
