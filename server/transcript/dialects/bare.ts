import { looksLikeCommand, looksLikeDialogue, looksLikeReply } from '../payload.ts'
import { type Expectation, remembering, type Utterance, utterance, type WritableDialect } from './dialect.ts'
import { type EventPattern, eventIn } from './marked.ts'
import { withOwnRemarks } from './ownRemarks.ts'

/** No command begins like that; where one waits, the server meant it as its reply. */
const failedReply = /^\d{3}/

/** What is being typed, rather than a command. */
const unfinishedReply = /^[2-5]\d?$/

const marked = /^[CS]:(?: |$)/

/** What is no reply can open a session, or answer a command of which mail data should come next. */
const markedServer = /^S: /

/** The fence around code in Markdown. */
const fence = /^ {0,3}(?:`{3,}|~{3,})[\w {}.=-]*$/

/** What telnet and nc say themselves. */
const events: readonly EventPattern[] = [
  [/^Trying [0-9a-f.:]+\.\.\.$/i, 'connecting'],
  [/^Connected to \S+\.$/, 'connected'],
  [/^Connection closed by foreign host\.$/, 'closed'],
]

/**
 * No prefixes at all, as typed into telnet: a line that begins like a reply is the server's where a reply can stand,
 * any other the client's. `#` begins a comment outside mail data, and `C:` or `S:` a line of the client's or the server's
 * that could be taken for something else.
 */
export const bare: WritableDialect = withOwnRemarks({
  name: 'bare',
  isTyped: true,
  title: 'no prefixes: replies are known by their code',
  example: ['220 mx.example.org ESMTP Postfix (Debian/GNU)', 'DATA', '503 5.5.1 Error: need RCPT command'],
  read(line, { expected, memory, isAwaiting }) {
    // In a ticket, what stands behind a fence is somebody's prose.
    const isFence = fence.test(line) && (expected === 'opening' || expected === 'dialogue')
    if (isFence) return remembering('outside')
    const isOutside = memory === 'outside' && expected === 'dialogue'
    if (isAwaiting && !isOutside && expected === 'dialogue' && failedReply.test(line))
      return utterance('server', 0)
    const isInstead = expected === 'opening' || (expected === 'content-or-reply' && isAwaiting)
    if (isInstead && markedServer.test(line)) return utterance('server', 3)
    const read = readPlain(line, isOutside ? 'opening' : expected)
    const [first] = read
    return isOutside && first && (first.speaker === 'client' || first.speaker === 'server')
      ? [{ ...first, memory: '' }]
      : read
  },
  keepsLineEnds: true,
  recognize: lines => lines.filter(looksLikeDialogue).length,
  write: (_speaker, payload) => payload,
})

function readPlain(line: string, expected: Expectation): readonly Utterance[] {
  switch (expected) {
    case 'content':
      return utterance('client', 0)
    case 'content-or-reply':
    case 'auth-response':
      return utterance(looksLikeReply(line) ? 'server' : 'client', 0)
    case 'opening':
    case 'dialogue': {
      if (line.startsWith('#')) return utterance('comment', 1)
      if (expected === 'dialogue' && marked.test(line))
        return utterance(line.startsWith('C') ? 'client' : 'server', Math.min(3, line.length))
      const event = eventIn(line, events)
      if (event !== null || unfinishedReply.test(line)) return utterance('note', 0, event)
      if (line.trim() === '') return utterance('blank', 0)
      if (looksLikeReply(line)) return utterance('server', 0)
      return utterance(expected === 'opening' && !looksLikeCommand(line) ? 'note' : 'client', 0)
    }
  }
}
