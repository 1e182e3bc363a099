import fc from 'fast-check'
import { messageAction } from '../../server/protocol/clientAction.ts'
import { greet, newSession, receive, send } from '../../server/protocol/sessionView.ts'
import { actionOf, parseCommandLine } from '../../server/transcript/commandLine.ts'
import type { WritableDialect } from '../../server/transcript/dialects/dialect.ts'

/** One thing that a generated client does, and how willing the generated server is. */
export interface Move {
  readonly command: string
  /** A refusal that has nothing to do with the order; null where the server takes what may stand there. */
  readonly refusal: string | null
  /** A server that answers 250 to what is out of sequence, as some do. */
  readonly isLax: boolean
}

const commands = [
  'EHLO client.example.org',
  'HELO client.example.org',
  'MAIL FROM:<anna@example.org>',
  'RCPT TO:<bob@example.net>',
  'RCPT TO:<carol@example.net>',
  'DATA',
  'RSET',
  'NOOP',
  'STARTTLS',
  'ETRN example.org',
  'QUIT',
] as const

/** Arbitrary behaviour of a client and a server; the order is often right, since real clients mostly are. */
export const moves: fc.Arbitrary<Move[]> = fc
  .array(
    fc.record({
      command: fc.constantFrom(...commands),
      refusal: fc.option(fc.constantFrom('450 4.2.0 try later', '550 5.1.1 no such user', '451 busy'), {
        freq: 4,
      }),
      isLax: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map(list => [{ command: 'EHLO client.example.org', refusal: null, isLax: false }, ...list])

const successes: Readonly<Record<string, string>> = {
  DATA: '354 go ahead',
  STARTTLS: '220 go ahead',
  QUIT: '221 bye',
  EHLO: '250-mx.example.org\n250-ETRN\n250 STARTTLS',
}

function answerTo(move: Move, isOutOfSequence: boolean): string {
  const verb = parseCommandLine(move.command, 0).verb
  if (isOutOfSequence && !(move.isLax && verb === 'MAIL')) return '503 5.5.1 bad sequence of commands'
  if (move.refusal !== null && /^(?:MAIL|RCPT|DATA|EHLO|HELO)$/.test(verb)) return move.refusal
  return successes[verb] ?? '250 ok'
}

/** The transcript of a session in which the server answers as the state machine says; without replies as a script. */
export function sessionText(list: readonly Move[], dialect: WritableDialect, withReplies: boolean): string {
  const lines: string[] = []
  let view = newSession
  const say = (speaker: 'client' | 'server', payload: string) => {
    for (const line of payload.split('\n')) lines.push(dialect.write(speaker, line, view.confirmed.tls))
  }
  const reply = (payload: string) => {
    if (!withReplies) return
    say('server', payload)
    const last = payload.split('\n').at(-1) ?? ''
    view = receive(view, { code: Number(last.slice(0, 3)), keywords: ['ETRN', 'STARTTLS'] }).view
  }
  if (withReplies) {
    say('server', '220 mx.example.org ESMTP')
    view = greet(view, 220, false)
  }
  for (const move of list) {
    say('client', move.command)
    const sent = send(view, actionOf(parseCommandLine(move.command, 0)))
    view = sent.view
    reply(answerTo(move, sent.verdict.sequence === 'out-of-sequence'))
    const takesData = withReplies
      ? view.confirmed.phase === 'data-content'
      : sent.verdict.sequence === 'allowed'
    if (move.command === 'DATA' && takesData) {
      for (const line of ['Subject: hello', '', 'world', '.']) say('client', line)
      view = send(view, messageAction).view
      reply('250 2.0.0 queued')
    }
    if (view.confirmed.phase === 'closed') break
  }
  return `${lines.join('\n')}\n`
}
