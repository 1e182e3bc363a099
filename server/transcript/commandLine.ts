import { type ClientAction, commandAction } from '../protocol/clientAction.ts'
import { commandFacts } from '../protocol/commands.ts'

/** A command line taken apart. Columns are UTF-16 units within the line that was given. */
export interface CommandLine {
  /** Upper case, the first word; empty for an empty line. */
  readonly verb: string
  readonly verbStart: number
  readonly verbEnd: number
  /** What follows the verb, without surrounding space. */
  readonly argument: string
  readonly argumentStart: number
}

/** Takes the command apart that stands in `line` from column `start` on (RFC 5321 section 4.1.1). */
export function parseCommandLine(line: string, start: number): CommandLine {
  let verbStart = start
  while (isSpace(line.charCodeAt(verbStart))) verbStart += 1
  let verbEnd = verbStart
  while (verbEnd < line.length && !isSpace(line.charCodeAt(verbEnd))) verbEnd += 1
  let argumentStart = verbEnd
  while (isSpace(line.charCodeAt(argumentStart))) argumentStart += 1
  return {
    verb: line.slice(verbStart, verbEnd).toUpperCase(),
    verbStart,
    verbEnd,
    argument: line.slice(argumentStart).trimEnd(),
    argumentStart,
  }
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** What the state machine has to know of a command. */
export function actionOf(command: CommandLine): ClientAction {
  switch (command.verb) {
    case 'BDAT':
    case 'BURL':
      return commandAction(command.verb, { last: /\sLAST$/i.test(command.argument) })
    case 'MAIL':
      return commandAction('MAIL', { binaryMime: /\sBODY=BINARYMIME(?:\s|$)/i.test(command.argument) })
    default:
      // What nobody knows is all the same to the state machine, however long and of however many kinds it is.
      return commandAction(command.verb === '' || commandFacts(command.verb) ? command.verb : '?')
  }
}

/** The number of octets that a BDAT command announces (RFC 3030 section 2); 0 where it names none. */
export function chunkSize(command: CommandLine): number {
  const digits = command.verb === 'BDAT' ? /^\d{1,15}/.exec(command.argument) : null
  return digits ? Number(digits[0]) : 0
}

/** The path between `FROM:` or `TO:` and the parameters, with its angle brackets where it has them; empty for other commands. */
export function pathOf(command: CommandLine): string {
  const match = /^(?:FROM|TO)\s*:\s*(<[^>]*>?|\S*)/i.exec(command.argument)
  return match?.[1] ?? ''
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/

/** Whether a line could be credentials that no challenge asked for: one word of base64. */
export function looksLikeCredentials(command: CommandLine, text: string): boolean {
  return command.argument === '' && text.length % 4 === 0 && base64.test(text)
}

const mask =
  /^(?:[*\u2022xX.#]{3,}|[<[({/*].{0,20}(?:hidden|secret|secured|masked|redacted|removed|filtered|suppressed|credential|password|base64|omitted|elided).{0,20}[>\])}/*])$/i

/** Whether a tool has put this in the place of a secret: stars, or a word for it in brackets. */
export function looksMasked(text: string): boolean {
  return text.length <= 64 && mask.test(text)
}

/** What stands in the place of a secret. */
export const hidden = '********'

/** A command as it may be shown. */
export interface PresentableCommand {
  readonly verb: string
  /** Behind the verb; of AUTH only the mechanism. */
  readonly argument: string
  readonly text: string
}

/**
 * A command, which stands in `text`, as it may be shown: without the secret of AUTH in whatever spelling, and without
 * the token of BURL (RFC 4467).
 */
export function presentable(command: CommandLine, text: string): PresentableCommand {
  const { verb, argument } = command
  const spelled = text.slice(0, command.verbEnd - command.verbStart)
  if (verb === 'AUTH') {
    const [mechanism = '', ...secret] = argument.split(/\s+/)
    if (!/^[A-Z0-9_-]{0,20}$/i.test(mechanism)) return { verb, argument: '', text: `${spelled} ${hidden}` }
    return { verb, argument: mechanism, text: secret.length > 0 ? `${spelled} ${mechanism} ${hidden}` : text }
  }
  if (verb.includes('AUTH')) {
    return { verb: verb.slice(0, 20), argument: '', text: `${spelled.slice(0, 20)} ${hidden}` }
  }
  const withoutToken = (shown: string) => shown.replace(/;urlauth=\S*/i, `;urlauth=${hidden}`)
  return { verb, argument: withoutToken(argument), text: withoutToken(text) }
}
