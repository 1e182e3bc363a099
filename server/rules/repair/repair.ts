import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { linesOfExchange, replyLines } from '../../transcript/exchangeLines.ts'
import { columnOfExchange } from '../../transcript/history.ts'
import type { Exchange, Reply, Session, Span } from '../../transcript/session.ts'
import type { Fix } from '../rule.ts'
import { editsOf, type NewLine } from './lineScript.ts'
import { acceptance } from './plausibleReplies.ts'
import { isFollowedByData } from './whatFollows.ts'

/** A command to be written. `cursor` is the column in `text` where somebody has to fill something in. */
export interface NewCommand {
  readonly verb: string
  readonly text: string
  readonly cursor?: number
  /** What the server says to it, line by line, where that is known better than what it says to any such command. */
  readonly reply?: readonly string[]
}

/** Commands that a plain reply is all the answer to. */
const simplyAnswered = /^(?:EHLO|HELO|LHLO|MAIL|RCPT|RSET|NOOP)$/

/** Where something is written: near which line, and whether under TLS. */
interface Place {
  readonly line: number
  readonly secure: boolean
}

function placeOf(exchange: Exchange): Place {
  return { line: exchange.line, secure: exchange.before.tls }
}

/**
 * Builds the fixes of one session. What is written has the file's own dialect, with the replies that this server would
 * have given where the transcript has replies at all.
 */
export class Repair {
  readonly #session: Session
  readonly #dialect: Dialect

  constructor(session: Session, dialect: Dialect) {
    this.#session = session
    this.#dialect = dialect
  }

  #line(speaker: 'client' | 'server', payload: string, at: Place, cursor?: number): NewLine {
    const { write } = this.#dialect
    const text = write ? write(speaker, payload, at.secure, this.#session.texts[at.line]) : payload
    // Behind what is said a tool may print more: a quote, a line end that it spells out.
    const start = text.lastIndexOf(payload)
    return { text, cursor: cursor === undefined || start < 0 ? null : start + cursor }
  }

  #fix(title: string, insertions: Map<number, NewLine[]>, replacements: Map<number, string | null>): Fix {
    return { title, edits: editsOf(this.#session.texts, { insertions, replacements }) }
  }

  /**
   * Inserts commands in front of `exchange`. The refusal that it got for its place becomes what the server says to it
   * in the right place, and so do the refusals of `followers`, as far as later lines depend on them.
   */
  insertBefore(
    title: string,
    exchange: Exchange,
    commands: readonly NewCommand[],
    followers: readonly Exchange[] = [],
  ): Fix {
    const at = placeOf(exchange)
    const insertions = new Map<number, NewLine[]>()
    const replyLine = this.#lineForReplies(exchange)
    for (const { verb, text, cursor, reply = [acceptance(this.#session, verb)] } of commands) {
      addTo(insertions, exchange.line, this.#line('client', text, at, cursor))
      if (replyLine === null) continue
      for (const line of reply) addTo(insertions, replyLine, this.#line('server', line, at))
    }
    const replacements = new Map<number, string | null>()
    for (const repaired of [exchange, ...followers]) this.#acceptInPlace(repaired, replacements)
    return this.#fix(title, insertions, replacements)
  }

  /** Where the reply to a command inserted in front of `exchange` belongs: replies come in the order of the commands. */
  #lineForReplies(exchange: Exchange): number | null {
    if (!this.#session.serverSpoke) return null
    const earlier = this.#session.exchanges.slice(0, exchange.index)
    const pending = earlier.filter(one => one.unit.kind !== 'tls' && one.unit.kind !== 'chunk')
    // A reply written here would count as the answer to a command that has none.
    if (pending.some(one => one.replies.length === 0)) return null
    const isPipelined = pending.some(one => (one.replies.at(-1)?.line ?? -1) > exchange.line)
    if (isPipelined) return exchange.reply?.line ?? null
    return exchange.line
  }

  /** Turns a refusal for the wrong place into an acceptance, where the lines behind it need one. */
  #acceptInPlace(exchange: Exchange, replacements: Map<number, string | null>): void {
    const { reply, unit } = exchange
    const column = columnOfExchange(exchange)
    if (!reply || unit.kind !== 'command' || reply.code < 400 || reply.code === 421) return
    if (column !== 'MAIL' && !(column === 'RCPT' && isFollowedByData(this.#session, exchange))) return
    const { text } = this.#line('server', acceptance(this.#session, unit.verb), placeOf(exchange))
    for (const [index, line] of replyLines(reply).entries()) replacements.set(line, index === 0 ? text : null)
  }

  /** Exchanges with the mail data or the chunks that stand behind them, which mean nothing without their command. */
  #withContent(exchanges: readonly Exchange[]): readonly Exchange[] {
    return exchanges.flatMap(exchange => {
      const next = this.#session.exchanges[exchange.index + 1]
      const isContent = next?.unit.kind === 'message' || next?.unit.kind === 'chunk'
      return isContent && !exchanges.includes(next) ? [exchange, next] : [exchange]
    })
  }

  /**
   * Makes a dot that ended mail data a line of them: the refusals of what came behind it go, and `reply`, the reply to
   * the message, comes behind `last`, the dot that was meant to end it.
   */
  doubleDot(
    title: string,
    dot: Span,
    { reply, refusals, last }: { reply: Reply; refusals: readonly Reply[]; last: Exchange },
  ): Fix {
    const replacements = new Map<number, string | null>()
    for (const line of [reply, ...refusals].flatMap(replyLines)) replacements.set(line, null)
    const text = this.#session.texts[dot.line] ?? ''
    replacements.set(dot.line, `${text.slice(0, dot.start)}.${text.slice(dot.start)}`)
    const answer = replyLines(reply).map(line => ({ text: this.#session.texts[line] ?? '', cursor: null }))
    return this.#fix(title, new Map([[last.line + 1, answer]]), replacements)
  }

  /** Inserts what somebody says in front of line `line`. */
  insertSaid(
    title: string,
    line: number,
    said: readonly (readonly ['client' | 'server', string])[],
    near: Exchange,
  ): Fix {
    const lines = said.map(([speaker, payload]) => this.#line(speaker, payload, placeOf(near)))
    return this.#fix(title, new Map([[line, lines]]), new Map())
  }

  /** Takes exchanges out, commands, mail data and replies. */
  remove(title: string, exchanges: readonly Exchange[]): Fix {
    const replacements = new Map<number, string | null>()
    for (const exchange of this.#withContent(exchanges)) {
      for (const line of linesOfExchange(exchange)) replacements.set(line, null)
    }
    return this.#fix(title, new Map(), replacements)
  }

  /** Takes out replies that nobody asked for. */
  removeReplies(title: string, replies: readonly Reply[]): Fix {
    return this.#fix(title, new Map(), new Map(replies.flatMap(replyLines).map(line => [line, null])))
  }

  /** Takes one line out of a reply of several; what comes last then says so (RFC 5321 section 4.2.1). */
  removeReplyLine(title: string, reply: Reply, line: number): Fix {
    const lines = replyLines(reply)
    const replacements = new Map<number, string | null>([[line, null]])
    const before = reply.codeSpans[lines.indexOf(line) - 1]
    if (before && line === lines.at(-1)) {
      const text = this.#session.texts[before.line] ?? ''
      replacements.set(before.line, `${text.slice(0, before.end)} ${text.slice(before.end + 1)}`)
    }
    return this.#fix(title, new Map(), replacements)
  }

  /** Announces keywords in a reply to a hello, in front of its last line. */
  announce(title: string, hello: Exchange, keywords: readonly string[]): Fix | null {
    const lines = hello.reply ? replyLines(hello.reply) : []
    const last = lines.at(-1)
    if (last === undefined || lines.length < 2) return null
    const at = { line: last, secure: hello.reply?.before.tls === true }
    const written = keywords.map(keyword => this.#line('server', `250-${keyword}`, at))
    return this.#fix(title, new Map([[last, written]]), new Map())
  }

  /** Moves exchanges in front of line `line`; the line behind the session's last means its end. */
  move(title: string, exchanges: readonly Exchange[], line: number): Fix {
    const replacements = new Map<number, string | null>()
    const moved: NewLine[] = []
    for (const exchange of exchanges) {
      for (const from of linesOfExchange(exchange)) {
        moved.push({ text: this.#session.texts[from] ?? '', cursor: null })
        replacements.set(from, null)
      }
    }
    return this.#fix(title, new Map([[line, moved]]), replacements)
  }

  /**
   * Moves an exchange behind `passed`, to the end of the session. Commands that the server would have answered there get
   * the replies that they have not; null where more than a reply would be missing.
   */
  moveToEnd(title: string, exchange: Exchange, passed: readonly Exchange[]): Fix | null {
    const { texts, serverSpoke } = this.#session
    const insertions = new Map<number, NewLine[]>()
    for (const one of passed) {
      if (!serverSpoke || one.isAnswered) continue
      const verb = one.unit.kind === 'command' ? one.unit.verb : ''
      if (!simplyAnswered.test(verb)) return null
      addTo(insertions, one.line + 1, this.#line('server', acceptance(this.#session, verb), placeOf(one)))
    }
    const replacements = new Map<number, string | null>()
    for (const line of linesOfExchange(exchange)) {
      addTo(insertions, texts.length, { text: texts[line] ?? '', cursor: null })
      replacements.set(line, null)
    }
    return this.#fix(title, insertions, replacements)
  }

  /** Moves only the command lines, when their replies stand where they should already. */
  moveCommands(title: string, exchanges: readonly Exchange[], line: number): Fix {
    const replacements = new Map<number, string | null>(exchanges.map(one => [one.line, null]))
    const moved = exchanges.map(one => ({ text: this.#session.texts[one.line] ?? '', cursor: null }))
    return this.#fix(title, new Map([[line, moved]]), replacements)
  }

  /** Puts another command in the place of one that has no mail data behind it. */
  replaceCommand(title: string, exchange: Exchange, command: NewCommand): Fix {
    const at = placeOf(exchange)
    const replacements = new Map<number, string | null>()
    replacements.set(exchange.line, this.#line('client', command.text, at).text)
    for (const [index, line] of (exchange.reply ? replyLines(exchange.reply) : []).entries()) {
      const text = this.#line('server', acceptance(this.#session, command.verb), at).text
      replacements.set(line, index === 0 ? text : null)
    }
    return this.#fix(title, new Map(), replacements)
  }

  /** Adds a command, and its reply, behind the last line of the session. */
  append(title: string, command: NewCommand): Fix {
    const at = { line: this.#session.texts.length - 1, secure: this.#session.after.tls }
    const lines = [this.#line('client', command.text, at)]
    if (this.#session.serverSpoke)
      lines.push(this.#line('server', acceptance(this.#session, command.verb), at))
    return this.#fix(title, new Map([[this.#session.texts.length, lines]]), new Map())
  }
}

function addTo(insertions: Map<number, NewLine[]>, line: number, added: NewLine): void {
  insertions.set(line, [...(insertions.get(line) ?? []), added])
}
