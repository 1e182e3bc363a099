import { markedDialect } from './marked.ts'

/** Haraka's log at level protocol: `C: ` and `S: ` behind time, level, session and plugin; the state behind commands. */
export const haraka = markedDialect({
  name: 'haraka',
  title: 'Haraka with loglevel=protocol',
  example: [
    '2026-11-23T23:28:55.071Z [PROTOCOL] [238F9C0E-BDBF-4880-BE79-38C7507D7C7B.1] [core] C: RCPT TO:<grey@example.org> state=1',
    '2026-11-23T23:28:55.071Z [PROTOCOL] [238F9C0E-BDBF-4880-BE79-38C7507D7C7B.1] [core] S: 450 Greylisted, try again later',
  ],
  line: /^(?<head>.{0,80}?\[PROTOCOL\] \[[\w.-]+\] \[[^\]]*\] )(?:(?<client>C: ?)|(?<server>S: ?))/,
  id: /\] \[([0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12})(?:\.\d+)*\] \[/,
  behind: / ?state=\d+$/,
  events: [
    [/\] \[core\] connect ip=/, 'connected'],
    [/\] \[core\] (?:client has disconnected|client dropped connection)/, 'lost'],
  ],
  signature: /\[PROTOCOL\] \[[\w.-]+\] \[core\] [CS]: /,
})
