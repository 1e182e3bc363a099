import { type Dialect, type LineContext, said, type Utterance, utterance } from './dialect.ts'
import { type EventPattern, eventIn, markedDialect, markOn, readRemark, signatureWeight } from './marked.ts'
import { withOwnRemarks } from './ownRemarks.ts'

/** The progress meter shares its line with what is printed next. */
const meter = String.raw`(?:[\d.kMGTP ]+(?:(?:--|\d{1,3}):(?:--|\d\d):(?:--|\d\d) +|\d+d [\d ]\dh +){3} *[\d.]+[kMGTP]?)?`
const time = String.raw`(?:\d\d:\d\d:\d\d\.\d{6} )?`

const line = new RegExp(
  String.raw`^(?<head>${meter}${time})(?:(?<client>>(?: |$))|(?<server><(?: |$))|(?<note>\*|==|\{ \[|\} \[))`,
)

const events: readonly EventPattern[] = [
  [/(?:\*|== Info:) +Trying \S+\.\.\.$/, 'connecting'],
  [/(?:\*|== Info:) Connected to /, 'connected'],
  [/(?:\*|== Info:) SSL connection using /, 'tls-started'],
  [/(?:\*|== Info:) (?:Closing connection|closing connection #|shutting down connection #)/i, 'closed'],
  [/(?:\*|== Info:) Connection died/, 'lost'],
]

/** `--trace` and `--trace-ascii` announce on a line of its own who speaks on the next. */
const announcement = new RegExp(String.raw`^${meter}${time}(?:(=> Send )|(<= Recv ))(header|data)`)
const dump = /^([0-9a-f]{4,}): (?=(.*)$)/
const hexadecimal = /^(?:[0-9a-f]{2} ){1,16} {2,}/

/** A line of a dump. A payload longer than the dump is wide goes on in the line behind it. */
function readDump(line: string, start: number, { memory }: LineContext): readonly Utterance[] {
  const [speaker, wrapped = ''] = memory.split(' ')
  if (speaker !== 'client' && speaker !== 'server' && speaker !== 'content') return utterance('note', 0)
  const bytes = hexadecimal.exec(line.slice(start))?.[0].length ?? 0
  const [one] = utterance(speaker === 'server' ? 'server' : 'client', start + bytes)
  if (speaker === 'content') return [one]
  const isFull = line.length - one.start >= (bytes > 0 ? 16 : 64)
  return [
    { ...one, speaker: wrapped ? 'more' : one.speaker, memory: isFull ? `${speaker} wrapped` : speaker },
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
  recognize: lines =>
    marked.recognize(lines) + (lines.some(one => announcement.test(one)) ? signatureWeight : 0),
})
