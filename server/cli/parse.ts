import { sessionJson } from '../features/sessionJson.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { chosenDialect, neededFiles, parseCommandArguments } from './arguments.ts'
import { readInput } from './input.ts'
import { type ExitStatus, errorLine, type Output } from './output.ts'

/** `smtp-transcript parse FILE...`: one JSON object per SMTP session and line. */
export function parse(args: readonly string[], output: Output): ExitStatus {
  const { values, positionals } = parseCommandArguments(args, { dialect: { type: 'string' } })
  const dialect = chosenDialect(values.dialect)
  let status: ExitStatus = 0
  for (const file of neededFiles(positionals)) {
    const input = readInput(file)
    if (input.text === null) {
      output.writeError(errorLine(`${file}: ${input.error}`))
      status = 2
      continue
    }
    const transcript = readTranscript(input.text, dialect)
    for (const [index, placed] of transcript.sessions.entries()) {
      output.write(`${JSON.stringify(sessionJson(file, transcript, placed, index + 1))}\n`)
    }
  }
  return status
}
