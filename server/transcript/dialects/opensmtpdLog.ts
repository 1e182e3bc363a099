import { excerptLog } from './excerpts.ts'

/** OpenSMTPD's syslog, which tells of commands that failed, and its smtp(1), which tells of what a server answered. */
export const opensmtpdLog = excerptLog({
  name: 'opensmtpd-log',
  title: 'syslog of OpenSMTPD, and smtp -v',
  example: [
    'Nov 23 23:20:01 mx smtpd[12966]: 29b1b3285dff77d5 smtp connected address=127.0.0.1 host=localhost',
    'Nov 23 23:20:01 mx smtpd[12966]: 29b1b3285dff77d5 smtp failed-command command="DATA" result="503 5.5.1 Invalid command: Command not allowed at this point."',
  ],
  excerpts: [
    /\bfailed-command (?:.*? )?command="(?<command>(?:[^"\\]|\\.)*)" result="(?<reply>[2-5]\d\d[ -][^"]*)"/d,
    /\bresult="?\w+"? stat="(?<reply>[2-5]\d\d[ -][^"]*)"/d,
    /^[^:\s]+@[^:\s]*: (?<command>MAIL|RCPT|DATA): (?<reply>[2-5]\d\d[ -].*)/d,
    /^[^:\s]+@[^:\s]*: EOM: (?<reply>[2-5]\d\d[ -].*)/d,
  ],
  events: [
    [/ smtp connected address=/, 'connected'],
    [/ smtp disconnected /, 'closed'],
  ],
  id: line => /(?:^|: )([0-9a-f]{16}) (?:smtp|mta) /.exec(line)?.[1] ?? null,
  signature:
    /(?:^|: )[0-9a-f]{16} (?:smtp|mta) (?:connected|failed-command|disconnected|delivery|connecting)|^smtp: no more host$|^trying host \S+ port \d+\.\.\.$/,
})
