import { authDialogues } from '../../transcript/authDialogues.ts'
import { hidden, parseCommandLine, presentable } from '../../transcript/commandLine.ts'
import { dialectNamed } from '../../transcript/dialects/registry.ts'
import type { PlacedSession } from '../../transcript/placedSession.ts'
import type { ClientUnit, Exchange, Session } from '../../transcript/session.ts'
import { readTranscript } from '../../transcript/transcript.ts'
import { type SaidLine, saidIn } from '../../transcript/writing/said.ts'

/** What the client says, without the secrets of AUTH. */
function shown({ record, payload }: SaidLine): string {
  switch (record.kind) {
    case 'command': {
      const command = parseCommandLine(payload, 0)
      return /^AUTH$/.test(command.verb) && /\s=$/.test(payload.trimEnd())
        ? payload
        : presentable(command, payload).text
    }
    case 'auth-response':
      return payload.trim() === '' || payload.trim() === '*' ? payload : hidden
    default:
      return payload
  }
}

/** Whether a command was to be followed by something that it was not: the server refused it, and nothing came. */
function isGivenUp({ unit, index }: Exchange, { exchanges }: Session): boolean {
  if (unit.kind !== 'command') return false
  const next = exchanges[index + 1]?.unit.kind
  if (unit.verb === 'DATA') return next !== 'message'
  if (unit.verb === 'BDAT') return next !== 'chunk' && !/^0\b/.test(unit.argument)
  return false
}

function unitTold(unit: ClientUnit): string {
  switch (unit.kind) {
    case 'command':
      return `${unit.verb} ${unit.argument}`
    case 'message':
    case 'chunk':
      return `${unit.kind} ${unit.lines} ${unit.octets}`
    default:
      return unit.kind
  }
}

/** The same of a line that was said. */
function isUnfollowed({ record, payload }: SaidLine, next: SaidLine | undefined): boolean {
  if (record.kind !== 'command') return false
  const { verb, argument } = parseCommandLine(payload, 0)
  if (verb === 'DATA') return next?.record.kind !== 'message' && next?.record.kind !== 'end-of-data'
  return verb === 'BDAT' && next?.record.kind !== 'chunk' && !/^0\b/.test(argument)
}

/** What somebody who only reads the client's lines should find. */
function expected(session: Session): string[] {
  return session.exchanges
    .filter(exchange => exchange.unit.kind !== 'tls' && !isGivenUp(exchange, session))
    .map(({ unit }) => unitTold(unit))
}

/** Whether the client's lines alone read to the same commands and messages, with nothing else between them. */
function readsAlike(text: string, session: Session): boolean {
  const own = dialectNamed('smtp') ?? null
  const { sessions } = readTranscript(text, own)
  const units = sessions.flatMap(placed => placed.session.exchanges).map(({ unit }) => unitTold(unit))
  const wanted = expected(session)
  return (
    sessions.length === 1 && units.length === wanted.length && units.every((unit, at) => unit === wanted[at])
  )
}

/**
 * The client's lines of a session as a script in the language's own dialect, which somebody could play again; stars stand
 * in the place of credentials. Commands that the server kept from going on, as a refused DATA, are left out. Null where
 * the tool did not print a message, and where the lines alone would read to something else.
 */
export function clientLines(placed: PlacedSession): string | null {
  const { session } = placed
  const own = dialectNamed('smtp')
  const write = own?.write
  if (!write || !session.clientSpoke) return null
  const isElided = session.exchanges.some(({ unit }) => 'elided' in unit && unit.elided)
  if (isElided || authDialogues(session).some(({ auth }) => auth === null)) return null
  const said = saidIn(placed).filter(
    (one): one is SaidLine => one.kind === 'said' && one.speaker === 'client',
  )
  const lines = said.filter((line, index) => !isUnfollowed(line, said[index + 1]))
  const text = `${lines.map(line => write('client', shown(line), false)).join('\n')}\n`
  return lines.length > 0 && readsAlike(text, session) ? text : null
}
