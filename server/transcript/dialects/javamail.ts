import { looksLikeCommand, looksLikeDialogue } from '../payload.ts'
import { stretchBetween } from '../stretch.ts'
import { type Dialect, remembering, said, utterance } from './dialect.ts'
import { type EventPattern, eventIn, signatureWeight } from './marked.ts'
import { readUnmarked } from './unmarked.ts'

const debug = /^DEBUG(?: SMTPS?)?: /
const events: readonly EventPattern[] = [
  [/^DEBUG SMTPS?: trying to connect to host /, 'connecting'],
  [/^DEBUG SMTPS?: AUTH \S+ succeeded/, 'authenticated'],
  [/^DEBUG SMTPS?: AUTH \S+ failed/, 'not-authenticated'],
]
/** With the trace of AUTH switched off only its verb and mechanism are printed. */
const suppressed = /^(DEBUG SMTPS?: )(AUTH \S+) command trace suppressed/

/** An exception quotes the reply, over as many lines as it had. */
const exception =
  /^(?:DEBUG SMTPS?: got bad greeting|(?:EXC |Exception in thread )?(?:(?:javax|jakarta)\.mail|com\.sun\.mail|org\.eclipse\.angus)\.|\s+nested exception is:|Caused by: |\s+at [\w.$]+\(|\t)/

/** JavaMail and Jakarta Mail with `mail.debug`: no marks, `DEBUG` in front of its own remarks. */
export const javamail: Dialect = {
  name: 'javamail',
  title: 'JavaMail or Jakarta Mail with mail.debug=true',
  example: [
    'DEBUG SMTP: connected to host "127.0.0.1", port: 2501',
    'EHLO client.example.net',
    '250 CHUNKING',
    'DEBUG SMTP: use8bit false',
  ],
  read(line, context) {
    if (context.expected === 'content') return utterance('client', 0)
    const [, mark = '', command = ''] = suppressed.exec(line) ?? []
    if (command !== '') {
      const stretch = stretchBetween(line, mark.length, mark.length + command.length, 'plain')
      return [said('client', stretch)]
    }
    if (exception.test(line)) return remembering('exception')
    if (debug.test(line)) return utterance('note', 0, eventIn(line, events))
    if (context.memory === 'exception' && !looksLikeCommand(line)) {
      return utterance(line.trim() === '' ? 'blank' : 'note', 0)
    }
    const [one, ...more] = readUnmarked(line, context)
    return one ? [{ ...one, memory: '' }, ...more] : []
  },
  recognize(lines) {
    const isSigned = lines.some(line => debug.test(line))
    const count = lines.filter(looksLikeDialogue).length
    return isSigned && count > 0 ? signatureWeight + count : 0
  },
  write: null,
}
