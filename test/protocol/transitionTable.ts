import assert from 'node:assert/strict'

/** Section 3 of the state machine's specification, word for word; a session that leads to each state stands below. */
const specification = `
| state | EHLO/HELO/LHLO | MAIL | RCPT | DATA | BDAT n | BDAT n LAST | RSET | NOOP/HELP/ VRFY/EXPN | STARTTLS | AUTH | ETRN | XCLIENT | QUIT |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| **REJECTED** | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→CLOSED 4→= 5→= |
| **GREETED** | ✔ 2→READY 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→= 4→= 5→= | ✔ 2→= 4→= 5→= | ✘ 503/502/220 | ✘ 503 | ✘ 503 | ✔ 2→GREETED 4→= 5→= | ✔ 2→CLOSED 4→= 5→= |
| **READY** | ✔ 2→READY 4→= 5→= | ✔ 2→MAIL 3→MAIL 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→READY 4→= 5→= | ✔ 2→= 4→= 5→= | ✔ 2→TLS_HANDSHAKE 4→= 5→= | ✔ 2→READY 3→AUTH_EXCHANGE 4→= 5→= | ✔ 2→= 4→= 5→= | ✔ 2→GREETED 4→= 5→= | ✔ 2→CLOSED 4→= 5→= |
| **MAIL** | ✔ 2→READY 4→= 5→= | ✘ 503 | ✔ 2→RCPT 4→= 5→= | ✘ 503 or 554 | ✘ 503 or 554 | ✘ 503 or 554 | ✔ 2→READY 4→= 5→= | ✔ 2→= 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→CLOSED 4→= 5→= |
| **RCPT** | ✔ 2→READY 4→= 5→= | ✘ 503 | ✔ 2→RCPT 4→= 5→= | ✔ 3→DATA_CONTENT 4→DATA_REJECTED 5→DATA_REJECTED | ✔ 2→BDAT 4→BDAT_FAILED 5→BDAT_FAILED | ✔ 2→READY 4→BDAT_FAILED 5→BDAT_FAILED | ✔ 2→READY 4→= 5→= | ✔ 2→= 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→CLOSED 4→= 5→= |
| **DATA_REJECTED** | ✔ 2→READY 4→= 5→= | ✘ 503 | ✔ 2→RCPT 4→= 5→= | ✘ same refusal again | ✘ 503 | ✘ 503 | ✔ 2→READY 4→= 5→= | ✔ 2→= 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→CLOSED 4→= 5→= |
| **BDAT** | ✔ 2→READY 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→BDAT 4→BDAT_FAILED 5→BDAT_FAILED | ✔ 2→READY 4→BDAT_FAILED 5→BDAT_FAILED | ✔ 2→READY 4→= 5→= | ✔ 2→= 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→CLOSED 4→= 5→= |
| **BDAT_FAILED** | ✔ 2→READY 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 4yz/5yz for chunks already pipelined; nothing new may be sent | ✘ 4yz/5yz for chunks already pipelined; nothing new may be sent | ✔ 2→READY 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→CLOSED 4→= 5→= |
| **TLS_READY** | ✔ 2→READY 4→= 5→= | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✘ 503 | ✔ 2→= 4→= 5→= | ✔ 2→= 4→= 5→= | ✘ 502 | ✘ 503 | ✘ 503 | ✔ 2→GREETED 4→= 5→= | ✔ 2→CLOSED 4→= 5→= |
`

/** A session that comes to each state of the table. */
const roads: Readonly<Record<string, string>> = {
  REJECTED: '554',
  GREETED: '220',
  READY: '220, EHLO 250',
  MAIL: '220, EHLO 250, MAIL 250',
  RCPT: '220, EHLO 250, MAIL 250, RCPT 250',
  DATA_REJECTED: '220, EHLO 250, MAIL 250, RCPT 250, DATA 451',
  BDAT: '220, EHLO 250, MAIL 250, RCPT 250, BDAT 250',
  BDAT_FAILED: '220, EHLO 250, MAIL 250, RCPT 250, BDAT 452',
  TLS_READY: '220, EHLO 250, STARTTLS 220, handshake',
}

/** One command in one state, as the table has it. */
export interface Cell {
  readonly state: string
  /** The name of the state in the program. */
  readonly phase: string
  readonly road: string
  readonly command: string
  readonly isAllowed: boolean
  /** The phase after each class of reply that the cell names. */
  readonly next: ReadonlyMap<number, string>
}

function phaseOf(state: string): string {
  return state.toLowerCase().replace('_', '-')
}

function nextOf(cell: string, phase: string): Map<number, string> {
  const ways = [...cell.matchAll(/([2-5])→(=|[A-Z_]+)/g)]
  return new Map(ways.map(([, digit, to = '']) => [Number(digit), to === '=' ? phase : phaseOf(to)]))
}

function commandsOf(heading: string): string[] {
  return heading.split('/').map(name => name.trim().replace('BDAT n', 'BDAT'))
}

function parse(): Cell[] {
  const [headings = [], , ...rows] = specification
    .trim()
    .split('\n')
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )
  return rows.flatMap(([bold = '', ...cells]) => {
    const state = bold.replaceAll('*', '')
    const road = roads[state]
    assert.ok(road, `no road to ${state}`)
    const phase = phaseOf(state)
    return cells.flatMap((cell, column) =>
      commandsOf(headings[column + 1] ?? '').map(command => ({
        state,
        phase,
        road,
        command,
        isAllowed: cell.startsWith('✔'),
        next: nextOf(cell, phase),
      })),
    )
  })
}

/** Every cell of the table, once for each command of its column. */
export const cells: readonly Cell[] = parse()
