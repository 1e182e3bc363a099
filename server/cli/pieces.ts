import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { TextDecoder } from 'node:util'
import { pause } from './pause.ts'
import { causeOf, encodingOf, isBinary, notAText, sampleSize, systemCodeOf } from './textInput.ts'

/** A file that cannot be read, or not to its end; the message is the cause, for people. */
export class UnreadableFile extends Error {}

/** Called before each wait for more: how many octets were read, and of how many, where that is known. */
export type OnRead = (read: number, size: number | null) => void

/** What a pipe hands out at once. */
const pieceSize = 64 * 1024

/** How long to wait for a pipe that has nothing yet. */
const patience = 5

/** Reads on; 0 at the end. */
function readSome(descriptor: number, buffer: Uint8Array, offset: number): number {
  for (;;) {
    try {
      return readSync(descriptor, buffer, offset, buffer.length - offset, null)
    } catch (error) {
      const code = systemCodeOf(error)
      // So a pipe of Windows says that it has come to its end.
      if (code === 'EOF') return 0
      if (code !== 'EAGAIN') throw error
      pause(patience)
    }
  }
}

function sizeOf(descriptor: number): number | null {
  const stats = fstatSync(descriptor)
  return stats.isFile() ? stats.size : null
}

/** The octets of a file, in a buffer that the next ones are written over; the first are at least a sample, if there is one. */
function* octetsOf(descriptor: number, onRead: OnRead): Generator<Uint8Array> {
  const buffer = new Uint8Array(pieceSize)
  const size = sizeOf(descriptor)
  let read = 0
  let filled = 0
  for (;;) {
    onRead(read, size)
    const count = readSome(descriptor, buffer, filled)
    read += count
    filled += count
    if (count > 0 && read < sampleSize) continue
    if (filled > 0) yield buffer.subarray(0, filled)
    if (count === 0) return
    filled = 0
  }
}

function* textOf(octets: Iterable<Uint8Array>): Generator<string> {
  let decoder: TextDecoder | undefined
  for (const piece of octets) {
    if (!decoder) {
      if (isBinary(piece)) throw new UnreadableFile(notAText())
      decoder = new TextDecoder(encodingOf(piece))
    }
    yield decoder.decode(piece, { stream: true })
  }
  if (decoder) yield decoder.decode()
}

/**
 * The text of a file, piece by piece; `-` is standard input. Octets that are no text become U+FFFD. Throws
 * `UnreadableFile`, also in the middle.
 */
export function* piecesOf(file: string, onRead: OnRead): Generator<string> {
  let descriptor: number | undefined
  try {
    descriptor = file === '-' ? 0 : openSync(file, 'r')
    yield* textOf(octetsOf(descriptor, onRead))
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(causeOf(error))
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor)
  }
}
