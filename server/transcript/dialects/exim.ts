import { looksLikeDialogue } from '../payload.ts'
import { type Arrows, saidBehind, serversArrow } from './arrows.ts'
import { type Dialect, type LineContext, type Utterance, utterance } from './dialect.ts'
import { type EventPattern, eventIn, signatureWeight } from './marked.ts'
import { readUnmarked } from './unmarked.ts'

/** Time and process id, as far as they are printed; the process id is padded to five columns. */
const head = String.raw`^(?:\d\d:\d\d:\d\d(?:\.\d+)? )?(?:((?=[ \d]{4}\d ) *\d+|\d{6,8}) )?`
const arrow = new RegExp(String.raw`${head} *SMTP(<<|>>|\|>|\+>) `)
const indented = new RegExp(String.raw`${head} {4,}(?=[2-5]\d\d[ -])`)
const withPid = new RegExp(String.raw`${head}(?=\S| )`)

const events: readonly EventPattern[] = [
  [/^ *(?:[\d:.]+ )?(?:\d+ )?Connecting to \S+ \[.*\]:\d+/, 'connecting'],
  [/SMTP\(closed\)<<|SMTP\(close\)>>|SMTP>>\(close on process exit\)/, 'lost'],
  [/unexpected disconnection while reading SMTP command/, 'lost'],
]

const arrows = { reads: '<<', writes: '>>' } as const satisfies Arrows

/** What stands behind an arrow without going over the wire. */
const aside = /^\((?:writing message|close|shutdown|TLS)|^ ?\(/

/** Whose an arrow is: `<<` and `>>` are seen from Exim, which may be either side; what is said shows which. */
function readArrow(line: string, mark: string, start: number, context: LineContext): readonly Utterance[] {
  const payload = line.slice(start)
  if (aside.test(payload)) return utterance('note', start)
  // `SMTP|>` and `SMTP+>` are writes that wait for more.
  const arrow = mark === arrows.reads ? arrows.reads : arrows.writes
  const servers = serversArrow(arrows, arrow, payload, context.memory)
  return saidBehind(arrow, servers, { start, tail: 0, encoding: 'plain' })
}

/**
 * Exim as client or as server: `-v`, `-d`, and a daemon's debug output. `SMTP<<` is what Exim reads and `SMTP>>` what
 * it writes, so that a client's arrows are the reverse of a server's. `-bs` prints a session without marks.
 */
export const exim: Dialect = {
  name: 'exim',
  title: 'Exim with -v, -d or -bs, as client or as server',
  example: [
    '  SMTP<< 220 mx.example.org ESMTP Postfix (Debian/GNU)',
    '  SMTP|> MAIL FROM:<a@example.net> SIZE=1596',
    '  SMTP<< 250 2.1.0 Ok',
  ],
  id: line => withPid.exec(line)?.[1]?.trim() ?? null,
  read(line, context) {
    const match = arrow.exec(line)
    if (match) return readArrow(line, match[2] ?? '', match[0].length, context)
    const continued = indented.exec(line)
    if (continued && context.replyCode !== null) return utterance('server', continued[0].length)
    const event = eventIn(line, events)
    // Where there are arrows, nothing that is said stands without one, and mail data are not printed.
    const isRemark = event !== null || context.memory !== ''
    return isRemark ? utterance('note', 0, event) : readUnmarked(line, context)
  },
  recognize(lines) {
    const isSigned = lines.some(line => arrow.test(line) || /^LOG: (?:smtp_\w+ )?MAIN/.test(line))
    const count = lines.filter(line => arrow.test(line) || looksLikeDialogue(line)).length
    return isSigned && count > 0 ? signatureWeight + count : 0
  },
  write: null,
  elidesContent: true,
}
