import { excerptLog } from './excerpts.ts'

const program =
  /\bpostfix[\w-]*\/(?:[\w-]+\/)?(\w+)\[(\d+)\]: (?:([0-9A-F]{6,}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,}): )?/

/** Postfix's maillog: refusals with the command they answered, and what other servers said to its deliveries. */
export const postfixLog = excerptLog({
  name: 'postfix-log',
  title: 'maillog of Postfix',
  example: [
    'Nov 23 23:20:05 mx postfix/smtpd[1164]: connect from localhost[127.0.0.1]',
    'Nov 23 23:20:05 mx postfix/smtpd[1164]: 12CB32220EA: reject: RCPT from localhost[127.0.0.1]: 550 5.1.1 <nosuch@example.org>: Recipient address rejected: User unknown in local recipient table; from=<a@example.net> to=<nosuch@example.org> proto=ESMTP helo=<client.example.net>',
  ],
  excerpts: [
    /: (?:milter-)?reject: (?<command>[A-Z]{4,8}) from [^ ]+: (?<reply>[45]\d\d .*?)(?:; (?:from|proto|helo|client)[ =].*)?$/ds,
    /: (?:milter-)?reject: [A-Z-]+ from [^ ]+: (?<reply>[45]\d\d .*?)(?:; (?:from|proto|helo|client)[ =].*)?$/ds,
    /: PREGREET \d+ after [\d.]+ from [^ ]+: (?<command>[^\\]{1,500})/d,
    /: warning: non-SMTP command from [^ ]+: (?<command>.*)$/ds,
    /\bsaid: (?<reply>[2-5]\d\d[ -].*?) \(in reply to (?<command>[A-Z]{4,8}(?: (?:FROM|TO))?) command\)/d,
    /\b(?:said|refused to talk to me): (?<reply>[2-5]\d\d[ -].*?)(?: \(in reply to end of DATA command\))?\)*$/ds,
    /\bstatus=sent \((?<reply>2\d\d .*)\)$/d,
  ],
  events: [
    [/\bsmtpd\[\d+\]: connect from /, 'connected'],
    [/\bsmtpd\[\d+\]: lost connection after /, 'lost'],
    [/\bsmtpd\[\d+\]: disconnect from /, 'closed'],
  ],
  // A delivery is told of by its queue id, a session that came in by the process that had it.
  id(line) {
    const [, name, pid, queueId] = program.exec(line) ?? []
    if (name === undefined || pid === undefined) return null
    return queueId !== undefined && !name.endsWith('d') ? queueId : `${name}[${pid}]`
  },
  signature: /\bpostfix[\w-]*\/(?:[\w-]+\/)?(?:smtpd|smtp|lmtp|postscreen|qmgr|cleanup)\[\d+\]: /,
})
