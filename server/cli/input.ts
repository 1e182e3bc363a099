import { readFileSync } from 'node:fs'
import { causeOf, encodingOf, isBinary, notAText } from './textInput.ts'

/** A file that was read, or why it was not. */
export type Input =
  | { readonly file: string; readonly text: string; readonly error: null }
  | { readonly file: string; readonly text: null; readonly error: string }

/** Reads a whole file; `-` is standard input. Octets that are no text become U+FFFD. Never throws. */
export function readInput(file: string): Input {
  try {
    const bytes = readFileSync(file === '-' ? 0 : file)
    if (isBinary(bytes)) return { file, text: null, error: notAText() }
    return { file, text: new TextDecoder(encodingOf(bytes)).decode(bytes), error: null }
  } catch (error) {
    return { file, text: null, error: causeOf(error) }
  }
}
