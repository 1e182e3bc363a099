import { excerptLog } from './excerpts.ts'

/** Sendmail's syslog: refusals by a ruleset, and what other servers said to its deliveries. */
export const sendmailLog = excerptLog({
  name: 'sendmail-log',
  title: 'syslog of Sendmail',
  excerpts: [
    /\breject=(?<reply>[45]\d\d[ -].*)$/d,
    /\bstat=(?:Deferred|Service unavailable|User unknown|Data format error|[\w ]+): (?<reply>[45]\d\d[ -].*)$/d,
  ],
  id: line => /\b(?:sendmail|sm-mta|sm-msp-queue)\[\d+\]: (\w{14}): /.exec(line)?.[1] ?? 'log',
  signature: /\b(?:sendmail|sm-mta|sm-msp-queue)\[\d+\]: /,
})
