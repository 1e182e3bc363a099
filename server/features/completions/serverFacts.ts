import { commandFacts } from '../../protocol/commands.ts'
import { hasMoreSteps } from '../../protocol/saslMechanisms.ts'
import { parseCommandLine } from '../../transcript/commandLine.ts'
import { linesBefore } from '../../transcript/linesAround.ts'
import { payloadOf } from '../../transcript/stretch.ts'
import { exampleNames } from './commandForms.ts'
import type { CursorPlace } from './cursorPlace.ts'

/** How many lines above the cursor are looked at for the server's name and its manner. */
const linesLooked = 1000

/** What the server answers at a cursor, and in which manner it speaks. */
export interface ServerFacts {
  /** A verb, `.` for mail data, `greeting`, empty for a command that nobody knows; null where nothing waits for a reply. */
  readonly answered: string | null
  /** What the server calls itself. */
  readonly name: string
  /** Its replies have enhanced status codes, or it announced that they do. */
  readonly usesEnhanced: boolean
  /** A login that another challenge may come in. */
  readonly mayAskOn: boolean
  /** What it says then, in base64. */
  readonly challenge: string
}

/** The two questions of LOGIN: `Username:` and `Password:`. */
const loginChallenges = ['VXNlcm5hbWU6', 'UGFzc3dvcmQ6'] as const

function answeredAt({ before }: CursorPlace): string | null {
  const { view, inMessage } = before
  const first = view.outstanding[0]?.action
  if (first) {
    if (first.kind === 'message') return '.'
    if (first.kind === 'auth-response') return 'AUTH'
    return commandFacts(first.verb) ? first.verb : ''
  }
  if (view.confirmed.phase === 'connecting' && !before.serverSpoke) return 'greeting'
  if (view.confirmed.phase === 'closed') return 'greeting'
  return inMessage ? '.' : null
}

const enhanced = /^[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3}(?: |$)/
const nameInReply = /^2[25]0[ -]([a-z\d[][a-z\d.:\]-]*)(?: |$)/i

/** What the lines above tell of the server and of the login that is under way. */
export function serverFacts(place: CursorPlace): ServerFacts {
  const { before, line, transcript } = place
  const answered = answeredAt(place)
  const { keywords } = before.view.confirmed
  let name: string | undefined
  let usesEnhanced = keywords?.includes('ENHANCEDSTATUSCODES') === true
  let mechanism: string | undefined
  let hasInitial = false
  let responses = 0
  for (const { text, records } of linesBefore(transcript.reading, line, linesLooked)) {
    for (const record of records) {
      if (record.kind === 'reply') {
        const payload = payloadOf(text, record)
        usesEnhanced ||= enhanced.test(payload)
        const greets = record.isFirst && record.answers === 'greeting'
        name ??= greets ? nameInReply.exec(payload)?.[1] : undefined
      } else if (record.kind === 'auth-response' && mechanism === undefined) {
        responses += 1
      } else if (record.kind === 'command' && mechanism === undefined) {
        const { verb, argument } = parseCommandLine(payloadOf(text, record), 0)
        const words = argument.split(/\s+/)
        mechanism = verb === 'AUTH' ? (words[0] ?? '').toUpperCase() : ''
        hasInitial = words.length > 1
      }
    }
  }
  const steps = responses + (hasInitial ? 1 : 0)
  const isLogin = mechanism === 'LOGIN'
  return {
    answered,
    name: name ?? exampleNames.server,
    usesEnhanced,
    mayAskOn: answered === 'AUTH' && (steps === 0 || (hasMoreSteps(mechanism ?? '') && steps < 2)),
    challenge: isLogin ? (loginChallenges[steps] ?? '') : '',
  }
}
