import { parseCommandLine, presentable } from './commandLine.ts'
import type { CommandUnit, Span } from './session.ts'
import { columnOf, payloadOf, type Stretch } from './stretch.ts'

/** A command that is being put together from the lines that the tool printed it on. */
export interface CommandDraft {
  readonly line: number
  readonly text: string
  readonly stretch: Stretch
  payload: string
}

/** Begins a command on its line, of which `text` is the whole. */
export function beginCommand(line: number, text: string, stretch: Stretch): CommandDraft {
  return { line, text, stretch, payload: payloadOf(text, stretch) }
}

/** The span of a payload on its line. `from` and `to` are offsets in the payload. */
export function spanOf(line: number, text: string, stretch: Stretch, from: number, to: number): Span {
  return { line, start: columnOf(text, stretch, from), end: columnOf(text, stretch, to) }
}

/** The command as far as it has come. Its spans are on the first of its lines. */
export function commandUnit({ line, text, stretch, payload }: CommandDraft): CommandUnit {
  const command = parseCommandLine(payload, 0)
  const { verbStart, verbEnd } = command
  const end = payload.trimEnd().length
  const shown = presentable(command, payload.slice(verbStart, Math.max(verbStart, end)))
  return {
    kind: 'command',
    verb: shown.verb,
    argument: shown.argument,
    text: shown.text,
    verbSpan: spanOf(line, text, stretch, verbStart, verbEnd),
    textSpan: spanOf(line, text, stretch, Math.min(verbStart, end), end),
  }
}
