import assert from 'node:assert/strict'
import {
  authResponseAction,
  type ClientAction,
  commandAction,
  messageAction,
} from '../../server/protocol/clientAction.ts'
import type { SessionState } from '../../server/protocol/sessionState.ts'
import {
  completeHandshake,
  greet,
  loseConnection,
  newSession,
  receive,
  type SessionView,
  send,
} from '../../server/protocol/sessionView.ts'
import type { Verdict } from '../../server/protocol/verdict.ts'

/** What a server announces unless a script says otherwise: every extension that brings a command. */
export const everyKeyword = [
  'PIPELINING',
  'CHUNKING',
  'BURL',
  'STARTTLS',
  'AUTH',
  'ETRN',
  'ATRN',
  'XCLIENT',
  'XFORWARD',
] as const

const options: Readonly<Record<string, Parameters<typeof commandAction>[1]>> = {
  LAST: { last: true },
  BINARYMIME: { binaryMime: true },
}

/** `MAIL`, `BDAT LAST`, `MAIL BINARYMIME`; `dot` is the mail data, `response` a line of AUTH. */
export function actionNamed(name: string): ClientAction {
  if (name === 'dot') return messageAction
  if (name === 'response') return authResponseAction
  const [verb = '', option = ''] = name.split(' ')
  return commandAction(verb, options[option])
}

function keywordsOf(name: string, named: readonly string[]): readonly string[] | null {
  if (name !== 'EHLO' && name !== 'LHLO') return []
  if (named.length === 0) return everyKeyword
  return named.filter(keyword => keyword !== 'none')
}

function step(view: SessionView, text: string): SessionView {
  if (text === 'handshake') return completeHandshake(view)
  if (text === 'lost' || text === 'server closes') {
    return loseConnection(view, text === 'lost' ? 'lost' : 'server')
  }
  const match = /^(\D*?) ?(?:(\d{3})((?: [A-Z0-9-]+| none)*))?$/.exec(text)
  assert.ok(match, `no step of a script: ${text}`)
  const [, name = '', code, keywords = ''] = match
  const sent = name === '' ? view : send(view, actionNamed(name)).view
  if (code === undefined) return sent
  if (name === '' && view.outstanding.length === 0 && view.confirmed.phase === 'connecting') {
    return greet(sent, Number(code), keywords.includes('LMTP'))
  }
  const named = keywords.split(' ').filter(keyword => keyword !== '')
  const asked = view.outstanding[0]?.action.verb ?? name
  return receive(sent, { code: Number(code), keywords: keywordsOf(asked, named) }).view
}

/**
 * Plays a script of steps with commas between them: `220, EHLO 250, MAIL, RCPT, 250, 550`.
 * A name sends, a code replies; what stands behind the code of a hello are its keywords (`none`: no extension).
 * `handshake`, `lost` and `server closes` are what they say. In front of everything the first code greets.
 */
export function play(script: string, from: SessionView = newSession): SessionView {
  return script
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '')
    .reduce(step, from)
}

/** The confirmed state that a script leads to. */
export function stateAfter(script: string): SessionState {
  return play(script).confirmed
}

/** The verdict on `command` sent after a script. */
export function verdictOn(script: string, command: string): Verdict {
  return send(play(script), actionNamed(command)).verdict
}

/** `allowed`, or `out-of-sequence: nested-mail`. */
export function judgement(script: string, command: string): string {
  const { sequence, cause } = verdictOn(script, command)
  return cause === null ? sequence : `${sequence}: ${cause}`
}

/** Each line is `script; command: verdict`: the script leads to where the command is judged. */
export function expectJudgements(...lines: readonly string[]): void {
  for (const line of lines) {
    const [script = '', question = ''] = line.split('; ')
    const colon = question.indexOf(':')
    const actual = judgement(script, question.slice(0, colon))
    assert.equal(actual, question.slice(colon + 1).trim(), line)
  }
}

/** What is left of a transaction: phase, accepted, deferred and refused recipients. */
export function transactionAfter(script: string): string {
  const { phase, accepted, deferred, refused } = stateAfter(script)
  return `${phase} ${accepted} ${deferred} ${refused}`
}
