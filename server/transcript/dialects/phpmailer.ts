import { looksLikeReply } from '../payload.ts'
import { payloadOf, type Stretch, stretchBetween } from '../stretch.ts'
import { type Dialect, type LineContext, said, type Utterance, utterance } from './dialect.ts'
import { type EventPattern, markedDialect, readRemark } from './marked.ts'

/** PHPMailer's own time, or that of PHP's error log. */
const head = String.raw`(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[\t ]|\[\d\d-\w{3}-\d{4} \d\d:\d\d:\d\d [\w/+-]{1,40}\] )?`

const events: readonly EventPattern[] = [
  [new RegExp(`^${head}Connection: opening to `), 'connecting'],
  [/SMTP NOTICE: EOF caught while checking if connected/, 'lost'],
  [/SMTP Error: Could not connect to SMTP host/, 'lost'],
]

/** HTML output escapes what is said and ends its lines with a break. */
const isHtml = /-&gt; (?:CLIENT|SERVER):|<br ?\/?>\s*$/
const lineBreak = /<br ?\/?>\s*$/

/** The lines of a reply, where the tool has printed them one behind the other without line ends. */
function splitReply(line: string, whole: Stretch): readonly Stretch[] {
  const code = line.slice(whole.start, whole.start + 3)
  if (!looksLikeReply(line.slice(whole.start)) || line[whole.start + 3] !== '-') return [whole]
  const next = new RegExp(`${code}[ -]`, 'g')
  const starts = [whole.start]
  next.lastIndex = whole.start + 4
  for (let match = next.exec(line); match; match = next.exec(line)) {
    if (/[\s\d]/.test(line[match.index - 1] ?? '')) continue
    starts.push(match.index)
    if (match[0].endsWith(' ')) break
  }
  if (line[(starts.at(-1) ?? 0) + 3] !== ' ') return [whole]
  const end = line.length - whole.tail
  return starts.map((start, index) => stretchBetween(line, start, starts[index + 1] ?? end, whole.encoding))
}

/** Further lines of a reply are indented, or have no mark at all where the log leaves the time out. */
function readContinuation(line: string, { replyCode }: LineContext): readonly Utterance[] {
  const start = line.length - line.trimStart().length
  const isReply = replyCode !== null && looksLikeReply(line.slice(start))
  if (!isReply || Number(line.slice(start, start + 3)) !== replyCode) return readRemark(line, events)
  const end = lineBreak.exec(line)?.index ?? line.length
  return [said('server', stretchBetween(line, start, end, isHtml.test(line) ? 'html' : 'plain'))]
}

const marked = markedDialect({
  name: 'phpmailer',
  title: 'PHPMailer with SMTPDebug, as text, HTML or in an error log',
  example: [
    '2026-11-23 23:13:01\tCLIENT -> SERVER: EHLO client.example.net',
    '2026-11-23 23:13:01\tSERVER -> CLIENT: 250-mx.example.org',
    '                   \t                  250 CHUNKING',
  ],
  line: new RegExp(
    `^(?<head>${head})(?:(?<client>CLIENT -(?:>|&gt;) (?:SERVER|SMTP): ?)|(?<server>SERVER -(?:>|&gt;) CLIENT: ?|SMTP -> FROM SERVER: ?)|(?<note>SMTP INBOUND: |SMTP -> get_lines))`,
  ),
  events,
  unmarked: readContinuation,
  signature: /CLIENT -(?:>|&gt;) (?:SERVER|SMTP): |SERVER -(?:>|&gt;) CLIENT: /,
  write: { client: ['CLIENT -> SERVER: ', ''], server: ['SERVER -> CLIENT: ', ''] },
})

/** PHPMailer: `CLIENT -> SERVER: ` and `SERVER -> CLIENT: `. */
export const phpmailer: Dialect = {
  ...marked,
  read(line, context) {
    const [first, ...more] = marked.read(line, context)
    if (!first || (first.speaker !== 'client' && first.speaker !== 'server'))
      return [...(first ? [first] : []), ...more]
    const end = isHtml.test(line) ? (lineBreak.exec(line)?.index ?? line.length) : line.length
    const whole = stretchBetween(line, first.start, end, isHtml.test(line) ? 'html' : 'plain')
    // Nothing came: the connection is gone.
    if (first.speaker === 'server' && payloadOf(line, whole).trim() === '')
      return utterance('note', 0, 'lost')
    if (first.speaker === 'client') return [said('client', whole)]
    return splitReply(line, whole).map(stretch => said('server', stretch))
  },
}
