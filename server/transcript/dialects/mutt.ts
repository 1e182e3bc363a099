import { markedDialect } from './marked.ts'

/** mutt with `-d 2` and up: `N> ` client and `N< ` server, N being the socket, behind the time. */
export const mutt = markedDialect({
  name: 'mutt',
  title: 'debug log of mutt',
  line: /^(?<head>\[[\d-]+ [\d:]+\] )(?:(?<client>\d+> ?)|(?<server>\d+< ?))/,
  events: [
    [/^\[[\d-]+ [\d:]+\] Connected to \S+ on fd=/, 'connected'],
    [/^\[[\d-]+ [\d:]+\] (?:Connection to \S+ closed|Error talking to)/, 'lost'],
  ],
  signature: /^\[[\d-]+ [\d:]+\] (?:\d+[<>] |Mutt\/)/,
})
