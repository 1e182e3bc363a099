import { stretchBetween } from '../stretch.ts'
import { type Dialect, type LineContext, said, type Utterance, utterance } from './dialect.ts'
import { type EventPattern, eventIn, markedDialect, markOn, readRemark, signatureWeight } from './marked.ts'
import { withOwnRemarks } from './ownRemarks.ts'

/** The progress meter shares its line with what is printed next. */
const meter = String.raw`(?:[\d.kMGTP ]+(?:(?:--|\d{1,3}):(?:--|\d\d):(?:--|\d\d) +|\d{1,4}d [\d ]\dh +){3} *[\d.]+[kMGTP]?)?`
/** `--trace-time`, and with `--trace-ids` the transfer and its connection. */
const time = String.raw`(?:\d\d:\d\d:\d\d\.\d{6} )?(?:\[[\dx]{1,9}-[\dx]{1,9}\] )?`

const line = new RegExp(
  String.raw`^(?<head>${meter}${time})(?:(?<client>>(?: |$))|(?<server><(?: |$))|(?<note>\*|==|\{ \[|\} \[))`,
)

const events: readonly EventPattern[] = [
  [/(?:\*|== Info:) +Trying \S+\.\.\.$/, 'connecting'],
  [/(?:\*|== Info:) (?:Connected|Established connection) to /, 'connected'],
  [/(?:\*|== Info:) SSL connection using /, 'tls-started'],
  [/(?:\*|== Info:) (?:Closing connection|closing connection #|shutting down connection #)/i, 'closed'],
  [/(?:\*|== Info:) Connection died/, 'lost'],
]

/** `--trace` and `--trace-ascii` announce on a line of its own who speaks on the next. */
const announcement = new RegExp(`^${meter}${time}(?:(=> Send )|(<= Recv ))(header|data)`)
const dump = /^[0-9a-f]{4,}: /
/** The bytes of a line of `--trace` take this many columns, those at its end as blanks. */
const hexadecimal = /^(?=.{48})(?:[0-9a-f]{2} ){1,16}/
const lineEndBytes = /(?:0d 0a |0[da] )$/

/** The bytes of a line, and where they end mail data: those of the line before can belong to the dot. */
function bytesOf(text: string, before: string): { bytes: string; isDot: boolean } {
  const bytes = hexadecimal.exec(text)?.[0] ?? ''
  return { bytes, isDot: /(?:^|0d 0a )2e 0d 0a $/.test((before + bytes).slice(-15)) }
}

/** A line of a dump. A payload longer than the dump is wide goes on in the line behind it. */
function readDump(line: string, start: number, { memory }: LineContext): readonly Utterance[] {
  const [speaker = '', before = ''] = memory.split('|')
  if (speaker !== 'client' && speaker !== 'server' && speaker !== 'content') return utterance('note', 0)
  const { bytes, isDot } = bytesOf(line.slice(start), before)
  const column = start + (bytes === '' ? 0 : 48)
  const written = lineEndBytes.exec(bytes)?.[0].length ?? 0
  const stretch = stretchBetween(line, column, Math.max(column, line.length - written / 3), 'plain')
  const one = said(speaker === 'server' ? 'server' : 'client', stretch)
  if (speaker === 'content') {
    const remembered = { ...one, memory: `content|${(before + bytes).slice(-12)}` }
    return [isDot ? { ...remembered, endsMessage: true } : remembered]
  }
  const isFull = bytes === '' ? line.length - column >= 64 : bytes.length === 48
  return [
    {
      ...one,
      speaker: before === '' ? one.speaker : 'more',
      memory: isFull ? `${speaker}|goes on` : speaker,
    },
  ]
}

const marked = markedDialect({
  name: 'curl',
  title: 'curl -v, or its --trace-ascii and --trace',
  example: [
    '* Connected to 127.0.0.1 (127.0.0.1) port 2507 (#0)',
    '> EHLO client.example.net',
    '< 250 AUTH PLAIN LOGIN CRAM-MD5',
  ],
  line,
  events,
  signature:
    /^(?:\* +Trying \S+\.\.\.$|== Info: +Trying |=> Send header, |\* Connected to \S+ \(\S+\) port \d+)/,
  unmarked(text, context) {
    const announced = announcement.exec(text)
    if (announced) {
      const speaker = announced[2] ? 'server' : announced[3] === 'data' ? 'content' : 'client'
      return [{ ...said('note', { start: 0, tail: 0, encoding: 'plain' }), memory: speaker }]
    }
    const dumped = dump.exec(text)
    if (dumped && context.memory !== '') return readDump(text, dumped[0].length, context)
    const mark = markOn(text, line)
    return mark ? utterance('note', 0, eventIn(text, events)) : readRemark(text, events)
  },
  write: { client: ['> ', ''], server: ['< ', ''] },
})

/** curl with `-v`, `--trace-ascii` or `--trace`: `> ` client, `< ` server, `* ` its own remarks. */
export const curl: Dialect = withOwnRemarks<Dialect>({
  ...marked,
  dumpsContent: true,
  recognize: lines =>
    marked.recognize(lines) + (lines.some(one => announcement.test(one)) ? signatureWeight : 0),
})
