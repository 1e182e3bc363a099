import { excerptLog } from './excerpts.ts'

/** Sendmail's syslog: refusals by a ruleset, and what other servers said to its deliveries. */
export const sendmailLog = excerptLog({
  name: 'sendmail-log',
  title: 'syslog of Sendmail',
  example: [
    'Nov 23 23:29:05 mx sendmail[23060]: NOQUEUE: connect from localhost [127.0.0.1]',
    'Nov 23 23:29:05 mx sendmail[23060]: 6ANNT5fE023060: ruleset=check_rcpt, arg1=<bob@example.com>, relay=localhost [127.0.0.1], reject=550 5.7.1 <bob@example.com>... Relaying denied',
  ],
  excerpts: [
    /\breject=(?<reply>[45]\d\d[ -].*)$/d,
    /\bstat=(?:Deferred|Service unavailable|User unknown|Data format error|[\w ]+): (?<reply>[45]\d\d[ -].*)$/d,
  ],
  id: line => /\b(?:sendmail|sm-mta|sm-msp-queue)\[\d+\]: (\w{14}): /.exec(line)?.[1] ?? 'log',
  signature: /\b(?:sendmail|sm-mta|sm-msp-queue)\[\d+\]: /,
})
