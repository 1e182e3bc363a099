import type { Dialect } from './dialect.ts'
import { markedDialect } from './marked.ts'

const marked = markedDialect({
  name: 'mutt',
  title: 'debug log of mutt',
  example: [
    '[2026-11-23 23:31:28] Connected to 127.0.0.1:2501 on fd=4',
    '[2026-11-23 23:31:28] 4< 220 mx.example.org ESMTP Postfix (Debian/GNU)',
    '[2026-11-23 23:31:28] 4> HELO client.example.net',
    '[2026-11-23 23:31:28] 4< 250 mx.example.org',
  ],
  line: /^(?<head>\[[\d-]+ [\d:]+\] )(?:(?<client>\d+> ?)|(?<server>\d+< ?))/,
  events: [
    [/^\[[\d-]+ [\d:]+\] Connected to \S+ on fd=/, 'connected'],
    [/^\[[\d-]+ [\d:]+\] (?:Connection to \S+ closed|Error talking to)/, 'lost'],
  ],
  signature: /^\[[\d-]+ [\d:]+\] (?:\d+[<>] |Mutt\/)/,
})

/** mutt with `-d 2` and up: `N> ` client and `N< ` server, N being the socket, behind the time. */
export const mutt: Dialect = { ...marked, printsDotsApart: true }
