import { countedRecipients } from '../protocol/sessionState.ts'
import { type CommandColumn, columnOf } from '../protocol/transitions.ts'
import { rememberedLast } from './remembered.ts'
import type { Exchange, Session } from './session.ts'

/** A mail transaction, from its MAIL on (RFC 5321 section 3.3). */
export interface Transaction {
  readonly mail: Exchange
  readonly recipients: readonly Exchange[]
  /** DATA or BDAT, the last that was sent. */
  readonly data: Exchange | null
  /** The first DATA or BDAT that was refused. */
  readonly refusal: Exchange | null
  /** The mail data; for BDAT the command with LAST. */
  readonly message: Exchange | null
  /** What closed it: the message, RSET, a hello, STARTTLS, QUIT or another MAIL; null where the text ends first. */
  readonly end: Exchange | null
}

/** What stood when a command was sent. */
export interface Standing {
  /** The open transaction. */
  readonly transaction: Transaction | null
  /** How many of its recipients had been named. */
  readonly recipientCount: number
  /** The last MAIL that was refused, while no transaction is open. */
  readonly refusedMail: Exchange | null
  /** DATA that was refused in the open transaction. */
  readonly refusedData: Exchange | null
  /** The last hello, accepted or refused. */
  readonly hello: Exchange | null
  /** STARTTLS, while no hello has come after it. */
  readonly startTls: Exchange | null
  /** The first and the last BDAT of the open transaction, or of the message that they completed. */
  readonly firstChunk: Exchange | null
  readonly chunk: Exchange | null
  /** What closed the transaction before. */
  readonly end: Exchange | null
  /** AUTH that was accepted. */
  readonly auth: Exchange | null
  readonly quit: Exchange | null
}

/** The recipients of the open transaction that had been named when the command was sent. */
export function namedRecipients({ transaction, recipientCount }: Standing): readonly Exchange[] {
  return transaction?.recipients.slice(0, recipientCount) ?? []
}

/** How many recipients of the open transaction were accepted when something was sent, or could be hoped to be. */
export function acceptedBefore(session: Session, exchange: Exchange): number {
  const { accepted } = exchange.before
  if (accepted < countedRecipients) return accepted
  return namedRecipients(standingAt(session, exchange)).filter(isAccepted).length
}

/** The column of an exchange's command; null for mail data and other things that are no command. */
export function columnOfExchange(exchange: Exchange): CommandColumn | null {
  const { unit } = exchange
  if (unit.kind !== 'command') return null
  const { kind, verb, argument } = unit
  const last = (verb === 'BDAT' || verb === 'BURL') && /\sLAST$/i.test(argument)
  return columnOf({ kind, verb, last })
}

/** Whether it is DATA or BDAT, behind which content comes. */
export function opensContent(exchange: Exchange): boolean {
  const column = columnOfExchange(exchange)
  return column === 'DATA' || column === 'BDAT' || column === 'BDAT LAST'
}

/** Whether it completes a message, so that in LMTP there is a reply for each accepted recipient (RFC 2033 section 4.2). */
export function endsMessage(exchange: Exchange): boolean {
  return exchange.unit.kind === 'message' || columnOfExchange(exchange) === 'BDAT LAST'
}

/**
 * Whether it only has the wrong place, on its own account or because something earlier in its pipelined group was
 * refused: then its refusal says nothing more.
 */
export function isMisplaced({ verdict }: Exchange): boolean {
  return verdict.sequence === 'out-of-sequence' || verdict.sequence === 'consequence'
}

/** Whether it could certainly stand where it stood, so that a refusal says something of the server. */
export function couldStand({ verdict }: Exchange): boolean {
  return verdict.sequence === 'allowed'
}

/** Whether the server took it; without a reply, whether it should have. */
export function isAccepted(exchange: Exchange): boolean {
  const { reply, replies, verdict } = exchange
  const answer = reply ?? replies.find(one => one.code < 400) ?? replies[0]
  if (answer) return answer.code < 400
  return verdict.sequence !== 'out-of-sequence'
}

/** Whether the server said that it took it: 2yz or 3yz. */
export function isConfirmed({ reply }: Exchange): boolean {
  return reply !== null && reply.code < 400
}

/** Whether the server answered with 4yz or 5yz. */
export function isRefused(exchange: Exchange): boolean {
  return exchange.reply !== null && exchange.reply.code >= 400
}

type MutableTransaction = { -readonly [Key in keyof Transaction]: Transaction[Key] } & {
  recipients: Exchange[]
}

interface Walk {
  standing: Standing
  open: MutableTransaction | null
  /** The last AUTH command, whose exchange may have several lines. */
  attempt: Exchange | null
  readonly transactions: Transaction[]
}

function endTransaction(walk: Walk, end: Exchange): void {
  if (walk.open) walk.open.end = end
  walk.standing = {
    ...walk.standing,
    transaction: null,
    recipientCount: 0,
    refusedMail: null,
    refusedData: null,
    end: walk.open ? end : walk.standing.end,
  }
  walk.open = null
}

function walkMail(walk: Walk, exchange: Exchange): void {
  if (!isAccepted(exchange)) {
    if (!walk.open) {
      walk.transactions.push({
        mail: exchange,
        recipients: [],
        data: null,
        refusal: null,
        message: null,
        end: exchange,
      })
      walk.standing = { ...walk.standing, refusedMail: exchange }
    }
    return
  }
  if (walk.open) endTransaction(walk, exchange)
  walk.open = { mail: exchange, recipients: [], data: null, refusal: null, message: null, end: null }
  walk.transactions.push(walk.open)
  walk.standing = {
    ...walk.standing,
    transaction: walk.open,
    recipientCount: 0,
    refusedMail: null,
    refusedData: null,
    firstChunk: null,
    chunk: null,
  }
}

function walkData(walk: Walk, exchange: Exchange, column: CommandColumn): void {
  if (column !== 'DATA') {
    walk.standing = { ...walk.standing, firstChunk: walk.standing.firstChunk ?? exchange, chunk: exchange }
  }
  if (!walk.open) return
  walk.open.data = exchange
  if (isRefused(exchange)) walk.open.refusal ??= exchange
  if (column === 'DATA') {
    if (isRefused(exchange)) walk.standing = { ...walk.standing, refusedData: exchange }
  } else if (column === 'BDAT LAST') {
    walk.open.message = exchange
    if (isAccepted(exchange)) endTransaction(walk, exchange)
  }
}

function walkExchange(walk: Walk, exchange: Exchange): void {
  if (exchange.unit.kind === 'message') {
    if (walk.open) walk.open.message = exchange
    endTransaction(walk, exchange)
    return
  }
  const column = columnOfExchange(exchange)
  if (column === 'AUTH') walk.attempt = exchange
  if (exchange.reply?.code === 235) walk.standing = { ...walk.standing, auth: walk.attempt ?? exchange }
  switch (column) {
    case 'hello':
      if (isAccepted(exchange)) {
        endTransaction(walk, exchange)
        walk.standing = { ...walk.standing, startTls: null }
      }
      walk.standing = { ...walk.standing, hello: exchange }
      return
    case 'MAIL':
      walkMail(walk, exchange)
      return
    case 'RCPT':
      if (!walk.open) return
      walk.open.recipients.push(exchange)
      walk.standing = { ...walk.standing, recipientCount: walk.open.recipients.length }
      return
    case 'DATA':
    case 'BDAT':
    case 'BDAT LAST':
      walkData(walk, exchange, column)
      return
    case 'STARTTLS':
      if (!isAccepted(exchange)) return
      endTransaction(walk, exchange)
      walk.standing = { ...walk.standing, startTls: exchange, auth: null }
      return
    case 'RSET':
    case 'XCLIENT':
      if (isAccepted(exchange)) endTransaction(walk, exchange)
      return
    case 'QUIT':
      if (isAccepted(exchange)) endTransaction(walk, exchange)
      walk.standing = { ...walk.standing, quit: exchange }
      return
    default:
      return
  }
}

/** The mail transactions of a session, and what stood when each of its commands was sent. */
export interface History {
  readonly transactions: readonly Transaction[]
  /** By the index of the exchange. */
  readonly standings: readonly Standing[]
}

const nothing: Standing = {
  transaction: null,
  recipientCount: 0,
  refusedMail: null,
  refusedData: null,
  hello: null,
  startTls: null,
  firstChunk: null,
  chunk: null,
  end: null,
  auth: null,
  quit: null,
}

/** The history of a session, worked out when somebody first asks. */
export const historyOf = rememberedLast((session: Session): History => {
  const walk: Walk = { standing: nothing, open: null, attempt: null, transactions: [] }
  const standings = session.exchanges.map(exchange => {
    const { standing } = walk
    walkExchange(walk, exchange)
    return standing
  })
  return { transactions: walk.transactions, standings }
})

/** The transaction in which a MAIL, RCPT, DATA or BDAT or a message stands; undefined where it is in none. */
export function transactionOf(session: Session, exchange: Exchange): Transaction | undefined {
  return historyOf(session).transactions.find(
    ({ mail, recipients, data, message }) =>
      mail === exchange || data === exchange || message === exchange || recipients.includes(exchange),
  )
}

/** What stood when `exchange` was sent. */
export function standingAt(session: Session, exchange: Exchange): Standing {
  return historyOf(session).standings[exchange.index] ?? nothing
}
