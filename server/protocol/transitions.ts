import type { ClientAction } from './clientAction.ts'
import type { Phase } from './phases.ts'
import { allowed, outOfSequence, type SequenceCause, serverDependent, type Verdict } from './verdict.ts'

/** Commands that the state machine treats alike. `other` is everything without influence on the sequence. */
export type CommandColumn =
  | 'hello'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'BDAT'
  | 'BDAT LAST'
  | 'RSET'
  | 'inquiry'
  | 'STARTTLS'
  | 'AUTH'
  | 'ETRN'
  | 'XCLIENT'
  | 'QUIT'
  | 'other'

const columnOfVerb: Readonly<Record<string, CommandColumn>> = {
  EHLO: 'hello',
  HELO: 'hello',
  LHLO: 'hello',
  MAIL: 'MAIL',
  SEND: 'MAIL',
  SOML: 'MAIL',
  SAML: 'MAIL',
  RCPT: 'RCPT',
  DATA: 'DATA',
  RSET: 'RSET',
  NOOP: 'inquiry',
  HELP: 'inquiry',
  VRFY: 'inquiry',
  EXPN: 'inquiry',
  STARTTLS: 'STARTTLS',
  AUTH: 'AUTH',
  ETRN: 'ETRN',
  ATRN: 'ETRN',
  TURN: 'ETRN',
  XFORWARD: 'ETRN',
  XCLIENT: 'XCLIENT',
  QUIT: 'QUIT',
}

/** The column of the transition table that a command belongs to. */
export function columnOf(action: Pick<ClientAction, 'kind' | 'verb' | 'last'>): CommandColumn {
  if (action.kind !== 'command') return 'other'
  if (action.verb === 'BDAT' || action.verb === 'BURL') return action.last ? 'BDAT LAST' : 'BDAT'
  return columnOfVerb[action.verb] ?? 'other'
}

/** The phase after a reply, by the first digit of its code; `=` stays. */
export interface NextPhase {
  readonly 2: Phase | '='
  readonly 3: Phase | '='
  readonly 4: Phase | '='
  readonly 5: Phase | '='
}

/** One cell of the table: whether the command may stand there, and where each class of reply leads. */
export interface Transition {
  readonly verdict: Verdict
  readonly next: NextPhase
}

const stay: NextPhase = { 2: '=', 3: '=', 4: '=', 5: '=' }

/** Where a command leads when the server accepts it, wherever it stands: a server that takes more than it must is followed. */
const effect: Readonly<Record<CommandColumn, NextPhase>> = {
  hello: { ...stay, 2: 'ready' },
  MAIL: { ...stay, 2: 'mail', 3: 'mail' },
  RCPT: { ...stay, 2: 'rcpt' },
  DATA: { ...stay, 3: 'data-content' },
  BDAT: { ...stay, 2: 'bdat' },
  'BDAT LAST': { ...stay, 2: 'ready' },
  RSET: { ...stay, 2: 'ready' },
  inquiry: stay,
  STARTTLS: { ...stay, 2: 'tls-handshake' },
  AUTH: { ...stay, 3: 'auth-exchange' },
  ETRN: stay,
  XCLIENT: { ...stay, 2: 'greeted' },
  QUIT: { ...stay, 2: 'closed' },
  other: stay,
}

/** Where a command leads by itself, in a phase that has no row of its own. */
export function effectOf(column: CommandColumn): NextPhase {
  return effect[column]
}

type Row = Readonly<Record<CommandColumn, Transition>>
type Cell = SequenceCause | 'server-dependent' | true | Partial<NextPhase>

function row(cells: Readonly<Record<Exclude<CommandColumn, 'other'>, Cell>>): Row {
  const build = (column: CommandColumn, cell: Cell): Transition => {
    if (cell === 'server-dependent') return { verdict: serverDependent, next: effect[column] }
    if (typeof cell === 'string') return { verdict: outOfSequence(cell), next: effect[column] }
    return { verdict: allowed, next: cell === true ? effect[column] : { ...effect[column], ...cell } }
  }
  const built = Object.entries(cells).map(([column, cell]) => [column, build(column as CommandColumn, cell)])
  return { ...Object.fromEntries(built), other: build('other', true) }
}

/** Every command refused for one reason, but for the cells given. */
function closedRow(cause: SequenceCause, open: Partial<Record<CommandColumn, Cell>>): Row {
  return row({
    hello: cause,
    MAIL: cause,
    RCPT: cause,
    DATA: cause,
    BDAT: cause,
    'BDAT LAST': cause,
    RSET: cause,
    inquiry: cause,
    STARTTLS: cause,
    AUTH: cause,
    ETRN: cause,
    XCLIENT: cause,
    QUIT: cause,
    ...open,
  })
}

const refusedChunk: Partial<NextPhase> = { 4: 'bdat-failed', 5: 'bdat-failed' }

/** What stands alike in every phase with an open mail transaction. */
const inTransaction = {
  hello: true,
  RSET: true,
  inquiry: true,
  // RFC 3207 does not forbid it; Postfix and Exim drop the transaction, Sendmail and OpenSMTPD answer 503.
  STARTTLS: 'server-dependent',
  AUTH: 'auth-inside-transaction', // RFC 4954 section 4
  ETRN: 'verb-inside-transaction', // RFC 1985 section 5
  XCLIENT: 'verb-inside-transaction',
  QUIT: true,
} as const satisfies Partial<Record<CommandColumn, Cell>>

/**
 * Phases × commands: RFC 5321 sections 3.3 and 4.1.4, with RFC 3030 (BDAT), 3207 (STARTTLS), 4954 (AUTH), 1985 (ETRN).
 * Phases without a row take no commands (mail data, an AUTH exchange) or are handled by `judge`.
 */
export const transitions = {
  rejected: closedRow('command-after-rejected-greeting', { QUIT: true }), // RFC 5321 3.1
  greeted: row({
    hello: true,
    MAIL: 'mail-before-hello', // RFC 5321 4.1.1.1
    RCPT: 'rcpt-without-mail',
    DATA: 'data-without-mail',
    BDAT: 'data-without-mail',
    'BDAT LAST': 'data-without-mail',
    RSET: { 2: '=' },
    inquiry: true, // RFC 5321 4.1.4
    // Extensions are announced in the reply to EHLO; before it real servers differ widely.
    STARTTLS: 'server-dependent',
    AUTH: 'server-dependent',
    ETRN: 'server-dependent',
    XCLIENT: true,
    QUIT: true,
  }),
  ready: row({
    hello: true,
    MAIL: true,
    RCPT: 'rcpt-without-mail',
    DATA: 'data-without-mail',
    BDAT: 'data-without-mail',
    'BDAT LAST': 'data-without-mail',
    RSET: true,
    inquiry: true,
    STARTTLS: true,
    AUTH: true,
    ETRN: true,
    XCLIENT: true,
    QUIT: true,
  }),
  mail: row({
    ...inTransaction,
    MAIL: 'nested-mail',
    RCPT: true,
    DATA: 'data-without-rcpt',
    BDAT: 'data-without-rcpt',
    'BDAT LAST': 'data-without-rcpt',
  }),
  rcpt: row({
    ...inTransaction,
    MAIL: 'nested-mail',
    RCPT: true,
    DATA: { 4: 'data-rejected', 5: 'data-rejected' },
    BDAT: refusedChunk,
    'BDAT LAST': refusedChunk,
  }),
  'data-rejected': row({
    ...inTransaction,
    MAIL: 'mail-after-refused-data',
    RCPT: true,
    DATA: 'server-dependent', // usually the same refusal again
    BDAT: 'data-after-bdat', // RFC 3030 section 2: never both in one transaction
    'BDAT LAST': 'data-after-bdat',
  }),
  bdat: row({
    ...inTransaction,
    MAIL: 'nested-mail',
    RCPT: 'rcpt-after-bdat', // RFC 3030 section 2
    DATA: 'data-after-bdat', // RFC 3030 section 2
    BDAT: refusedChunk,
    'BDAT LAST': refusedChunk,
  }),
  'bdat-failed': closedRow('command-after-failed-bdat', {
    hello: true,
    RSET: true,
    inquiry: 'server-dependent', // a server that answers NOOP with 250 does no harm
    QUIT: true,
  }),
  'tls-ready': row({
    hello: true,
    MAIL: 'hello-missing-after-starttls', // RFC 3207 section 4.2
    RCPT: 'hello-missing-after-starttls',
    DATA: 'hello-missing-after-starttls',
    BDAT: 'hello-missing-after-starttls',
    'BDAT LAST': 'hello-missing-after-starttls',
    RSET: { 2: '=' },
    inquiry: true,
    STARTTLS: 'server-dependent',
    AUTH: 'hello-missing-after-starttls',
    ETRN: 'hello-missing-after-starttls',
    XCLIENT: true,
    QUIT: true,
  }),
} as const satisfies Partial<Record<Phase, Row>>
