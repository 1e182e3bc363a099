import { markedDialect } from './marked.ts'

/** A bounce of Sendmail: parts of the session with the other server, `>>> ` client and `<<< ` server. */
export const sendmailBounce = markedDialect({
  name: 'sendmail-bounce',
  title: 'bounce of Sendmail',
  example: [
    '   ----- Transcript of session follows -----',
    '... while talking to [127.0.0.1]:',
    '>>> DATA',
    '<<< 550 5.1.1 <nosuch@example.org>: Recipient address rejected: User unknown in local recipient table',
  ],
  line: /^(?<head>(?:> ?)*)(?:(?<client>>>> )|(?<server><<< ))/,
  events: [[/^\.\.\. while talking to /, 'closed']],
  isExcerpt: true,
  signature: /^ *-{5} Transcript of session follows -{5}|^\.\.\. while talking to /,
})
