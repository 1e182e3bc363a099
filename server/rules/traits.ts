import { type CommandFacts, commandFacts } from '../protocol/commands.ts'
import { limits } from '../protocol/limits.ts'
import { isKnownReplyCode } from '../protocol/replyCodes.ts'
import { columnOfExchange } from '../transcript/history.ts'
import { rememberedLast } from '../transcript/remembered.ts'
import type { Exchange, Reply, Session } from '../transcript/session.ts'

/**
 * What a session has that not every session has, so that rules about it need not be asked of all:
 * - `login`: AUTH, or an answer to a challenge; `challenge`: a reply 334
 * - `bdat`: BDAT, BURL or a chunk
 * - `lmtp`: LHLO, a greeting that speaks of LMTP, or the state machine takes it for LMTP
 * - `tls`: STARTTLS, or a handshake; `message`: mail data or a chunk, printed or not
 * - `refusal`: a reply of 400 or more; `misplaced`: a command out of sequence, or a consequence of one
 * - `path`: MAIL or RCPT; `parameters`: one of these with white space in its argument
 * - `unknown-verb`: a command that no table knows, an empty line among them; `extension-verb`: one that a server has to
 *   announce
 * - `unasked`: a reply that nobody asked for; `malformed`: a line of the server's that has not the form of a reply
 * - `unanswered`: something of the client's that got no reply; `pipelined`: something that was sent before the reply to
 *   what came before it
 * - `enhanced`: a reply with an enhanced status code; `multi-line`: a reply of several lines, but for those to EHLO
 * - `non-ascii`: a character that is neither printable ASCII nor a tab, on any line, or a line with escapes, which may
 *   spell one out
 * - `odd-path`: MAIL or RCPT, or a verb like MAIL, that is not plainly written: anything but `FROM:<name@host>` or
 *   `TO:<name@host>` of common characters, short, and parameters; `odd-hello`: a hello without a plain name of a host
 * - `wrong-argument`: a command without the argument that it needs, or with one that it does not take
 * - `odd-code`: a reply with a code that no table knows; `no-text`: one with nothing behind the code on its first line
 * - `objection`: a reply 421, or of 500 to 503; `inquiry`: NOOP, HELP, VRFY or EXPN
 * - `long-line`: a line of which the octets may be more than a command or a reply may have
 */
export const traits = [
  'login',
  'challenge',
  'bdat',
  'lmtp',
  'tls',
  'message',
  'refusal',
  'misplaced',
  'path',
  'parameters',
  'unknown-verb',
  'extension-verb',
  'unasked',
  'malformed',
  'unanswered',
  'pipelined',
  'enhanced',
  'multi-line',
  'non-ascii',
  'odd-path',
  'odd-hello',
  'wrong-argument',
  'odd-code',
  'no-text',
  'long-line',
  'objection',
  'inquiry',
] as const
export type Trait = (typeof traits)[number]

/** Traits as the bits of one number. */
export function traitBits(wanted: Iterable<Trait>): number {
  let bits = 0
  for (const trait of wanted) bits |= 1 << traits.indexOf(trait)
  return bits
}

function ofReply(reply: Reply, isToHello: boolean, found: Set<Trait>): void {
  if (reply.code >= 400) found.add('refusal')
  if (reply.code === 421 || (reply.code >= 500 && reply.code <= 503)) found.add('objection')
  if (reply.code === 334) found.add('challenge')
  if (reply.enhancedCode !== null) found.add('enhanced')
  if (!isKnownReplyCode(reply.code)) found.add('odd-code')
  if (reply.texts[0] === '') found.add('no-text')
  if (!isToHello && reply.codeSpans.length > 1) found.add('multi-line')
}

/** A name in which there is nothing to complain of: no address, and no label or name that is too long. */
const plainHost = /^(?=.{1,63}$)(?:[a-z0-9]+[.-])*[a-z][a-z0-9]*$/i

/** Paths in which there is nothing to complain of, up to where parameters may begin. */
const plainPaths = {
  MAIL: /^FROM:<(?=[^>]{1,63}>)[a-z0-9]+(?:[._+=-][a-z0-9]+)*@(?:[a-z0-9]+[.-])*[a-z][a-z0-9]*>(?:[ \t]|$)/i,
  RCPT: /^TO:<(?=[^>]{1,63}>)[a-z0-9]+(?:[._+=-][a-z0-9]+)*@(?:[a-z0-9]+[.-])*[a-z][a-z0-9]*>(?:[ \t]|$)/i,
} as const

function hasWrongArgument({ argument: needed }: CommandFacts, argument: string): boolean {
  return argument === '' ? typeof needed === 'string' : needed === null
}

function ofCommand(exchange: Exchange, verb: string, argument: string, found: Set<Trait>): void {
  const column = columnOfExchange(exchange)
  if (column === 'AUTH') found.add('login')
  if (column === 'BDAT' || column === 'BDAT LAST') found.add('bdat')
  if (column === 'STARTTLS') found.add('tls')
  if (column === 'inquiry') found.add('inquiry')
  if (verb === 'LHLO') found.add('lmtp')
  if (verb === 'MAIL' || verb === 'RCPT') {
    found.add('path')
    if (/\s/.test(argument)) found.add('parameters')
  }
  if ((column === 'MAIL' || column === 'RCPT') && !plainPaths[column].test(argument)) found.add('odd-path')
  if (column === 'hello' && !plainHost.test(argument)) found.add('odd-hello')
  const facts = commandFacts(verb)
  if (!facts) {
    found.add('unknown-verb')
    return
  }
  if (facts.requiredKeyword !== null) found.add('extension-verb')
  if (hasWrongArgument(facts, argument)) found.add('wrong-argument')
}

function ofExchange(exchange: Exchange, next: Exchange | undefined, found: Set<Trait>): void {
  const { unit, verdict, replies } = exchange
  const [reply] = replies
  switch (unit.kind) {
    case 'command':
      ofCommand(exchange, unit.verb, unit.argument, found)
      break
    case 'auth-response':
      found.add('login')
      break
    case 'tls':
      found.add('tls')
      break
    case 'chunk':
      found.add('bdat').add('message')
      break
    case 'message':
      found.add('message')
  }
  if (verdict.sequence === 'out-of-sequence' || verdict.sequence === 'consequence') found.add('misplaced')
  if (replies.length === 0) found.add('unanswered')
  if (next && reply && next.line < reply.line) found.add('pipelined')
  if (next && replies.length === 0) found.add('pipelined')
  const isToHello = columnOfExchange(exchange) === 'hello'
  for (const one of replies) ofReply(one, isToHello, found)
}

const unprintable = /[^\t -~]|\\|&#/

/** No UTF-16 unit is more than three octets. */
const longLine = Math.floor((Math.min(limits.commandLine.value, limits.replyLine.value) - 2) / 3)

/** The traits of a session, as bits. */
export const traitsOf = rememberedLast((session: Session): number => {
  const { exchanges, greeting, unasked, protocol, records, texts } = session
  const found = new Set<Trait>()
  if (protocol === 'LMTP' || /\bLMTP\b/.test(greeting?.texts[0] ?? '')) found.add('lmtp')
  if (unasked.length > 0) found.add('unasked')
  for (const reply of greeting ? [greeting, ...unasked] : unasked) ofReply(reply, false, found)
  for (let index = 0; index < exchanges.length; index++) {
    const exchange = exchanges[index]
    if (exchange) ofExchange(exchange, exchanges[index + 1], found)
  }
  for (const line of records) {
    for (const { kind, encoding } of line) {
      if (kind === 'malformed-reply' || kind === 'unreadable') found.add('malformed')
      if (encoding === 'string' || encoding === 'html') found.add('non-ascii')
    }
  }
  if (texts.some(text => unprintable.test(text))) found.add('non-ascii')
  if (texts.some(text => text.length > longLine)) found.add('long-line')
  return traitBits(found)
})
