import { markedDialect } from '../../server/transcript/dialects/marked.ts'

/** Outbox, a mailer that nobody has written, with `--wire`: `out: ` client, `in: ` server, behind the worker. */
export const outbox = markedDialect({
  name: 'outbox',
  title: 'Outbox with --wire',
  example: [
    '[w1] connected to mx.example.org:25',
    '[w1] in: 220 mx.example.org ESMTP',
    '[w1] out: EHLO client.example.net',
  ],
  line: /^(?<head>\[\w+\] )(?:(?<client>out: ?)|(?<server>in: ?))/,
  id: /^\[(\w+)\] /,
  events: [
    [/^\[\w+\] connected to /, 'connected'],
    [/^\[\w+\] TLS is on$/, 'tls-started'],
    [/^\[\w+\] peer went away$/, 'lost'],
  ],
  signature: /^\[\w+\] connected to \S+:\d+$/,
  write: { head: '[w1] ', client: ['out: ', ''], server: ['in: ', ''] },
})
