import { stretchBetween } from '../stretch.ts'
import { type Dialect, said } from './dialect.ts'
import { markedDialect } from './marked.ts'

const reply = /^\[([2-5]\d\d)\] '/

const marked = markedDialect({
  name: 'smtp-cli',
  title: 'smtp-cli --verbose',
  example: [
    'Connection from 192.0.2.14:50122 to 198.51.100.25:25',
    "[220] 'mx.example.org ESMTP'",
    '> MAIL FROM:<a@example.net>',
    "[503] 'bad sequence of commands'",
  ],
  line: /^(?<head>)(?:(?<client>> ?)|(?<server>\[(?=[2-5]\d\d\] ')))/,
  behind: /'$/,
  events: [
    [/^Connection from \S+:\d+ to \S+:\d+$/, 'connected'],
    [/^Starting SMTP\/SSL\.\.\.$|^Using cipher: /, 'tls-started'],
  ],
  signature: reply,
})

/**
 * smtp-cli: `> ` client, `[250] 'text'` server. It prints each line of a reply like a reply of its own, so that what
 * comes behind one with the same code, and answers nothing, is the rest of it.
 */
export const smtpCli: Dialect = {
  ...marked,
  read(line, context) {
    const code = reply.exec(line)?.[1]
    const [one, ...more] = marked.read(line, context)
    if (!one || code === undefined)
      return one ? [{ ...one, memory: one.speaker === 'note' ? context.memory : '' }, ...more] : []
    const stretch = stretchBetween(line, 1, line.replace(/'$/, '').length, 'bracketed')
    const isRest = context.memory === code && !context.isAwaiting
    const rest = stretchBetween(line, reply.exec(line)?.[0].length ?? 0, line.length - stretch.tail, 'plain')
    return [isRest ? said('more', rest) : { ...said('server', stretch), memory: code }]
  },
}
