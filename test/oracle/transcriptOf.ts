import type { Recording, Step } from './recording.ts'

/** A recorded session as a transcript in the language's own dialect. */
export interface WrittenRecording {
  readonly text: string
  /** The line, from 1, on which each step that was really sent begins. */
  readonly steps: readonly { readonly line: number; readonly step: Step }[]
}

const block = 'Subject: x\r\n\r\nhey\r\n'

/** The lines of a chunk: the recordings repeat one block up to the announced number of octets. */
function chunkLines(octets: number): string[] {
  const chunk = block.repeat(Math.ceil(octets / block.length)).slice(0, octets)
  const lines = chunk.split('\r\n')
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function sentLines(step: Step): string[] {
  if (step.send === null) return []
  if (step.message) return [...step.message]
  const command = step.send.replace(/[\r\n]+$/, '')
  return [command, ...chunkLines(step.payload_octets ?? 0)]
}

/** Writes down what was said, as a tool would that prints `C:` and `S:`. */
export function transcriptOf(recording: Recording): WrittenRecording {
  const lines: string[] = []
  const steps: { line: number; step: Step }[] = []
  for (const step of recording.steps) {
    if (step.closed_before_send) break
    if (step.send !== null) steps.push({ line: lines.length + 1, step })
    lines.push(...sentLines(step).map(line => (line === '' ? 'C:' : `C: ${line}`)))
    // A CR that a server quotes would end the line of a text file.
    lines.push(...step.reply.map(line => `S: ${line.replaceAll('\r', '\\r')}`))
    if (step.tls_handshake?.startsWith('failed')) break
  }
  return { text: `${lines.join('\n')}\n`, steps }
}
