import { readFileSync } from 'node:fs'

/** A file that was read, or why it was not. */
export type Input =
  | { readonly file: string; readonly text: string; readonly error: null }
  | { readonly file: string; readonly text: null; readonly error: string }

/** Control characters that no text file has in number; tab, line ends and escape are not among them. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 8192)
  let controls = 0
  for (const byte of sample) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20)) controls += 1
  }
  return controls > sample.length / 20
}

/** Decodes a text file: UTF-8, or UTF-16 where a byte order mark says so. Octets that are no text become U+FFFD. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder',
  EACCES: 'the file must not be read',
}

function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return causes[code] ?? (error instanceof Error ? error.message : String(error))
}

/** Reads a file; `-` is standard input. Never throws. */
export function readInput(file: string): Input {
  try {
    const bytes = readFileSync(file === '-' ? 0 : file)
    const isUtf16 = bytes.length > 1 && bytes.readUInt16BE(0) >= 0xfefe
    if (!isUtf16 && isBinary(bytes)) return { file, text: null, error: 'this is not a text file' }
    return { file, text: decode(bytes), error: null }
  } catch (error) {
    return { file, text: null, error: causeOf(error) }
  }
}
