import { utterance, type WritableDialect } from './dialect.ts'
import { withOwnRemarks } from './ownRemarks.ts'

const prefix = /^[ \t]*([CS]):(?: |$|(?=\t))/

/**
 * The language's own: `C: ` and `S: ` as in the RFCs' examples (RFC 5321 appendix D), `#` for comments.
 * A line without prefix continues mail data; elsewhere it is a note.
 */
export const smtp: WritableDialect = withOwnRemarks({
  name: 'smtp',
  isTyped: true,
  title: 'C: and S: in front of what client and server say, as in the RFCs',
  example: ['S: 220 mx.example.org ESMTP', 'C: EHLO client.example.net', 'S: 250 mx.example.org'],
  read(line, { expected }) {
    const match = prefix.exec(line)
    if (match) return utterance(match[1] === 'C' ? 'client' : 'server', match[0].length)
    if (line.startsWith('#')) return utterance('comment', 1)
    if (expected === 'content') return utterance('client', 0)
    if (line.trim() === '') return utterance('blank', 0)
    return expected === 'content-or-reply' ? utterance('client', 0) : utterance('note', 0)
  },
  recognize: lines => lines.filter(line => prefix.test(line)).length,
  write(speaker, payload, _secure, like = '') {
    const indentation = prefix.test(like) ? like.slice(0, like.length - like.trimStart().length) : ''
    return `${indentation}${speaker === 'client' ? 'C:' : 'S:'}${payload === '' ? '' : ` ${payload}`}`
  },
})
