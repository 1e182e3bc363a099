import { looksLikeCommand, looksLikeReply } from '../payload.ts'
import { type LineContext, type Utterance, utterance } from './dialect.ts'

/**
 * Reads a line without any mark, of which the payload starts at `start`: what begins like a reply is the server's
 * where a reply can stand, a well-formed command is the client's, and anything else is a note; with `isTyped` it is
 * the client's, too, where somebody could have typed it.
 */
export function readUnmarked(
  line: string,
  { expected, isAwaiting, replyCode }: LineContext,
  { start = 0, isTyped = false } = {},
): readonly Utterance[] {
  const payload = start === 0 ? line : line.slice(start)
  switch (expected) {
    case 'content':
      return utterance('client', start)
    case 'content-or-reply':
    case 'auth-response':
      return utterance(looksLikeReply(payload) ? 'server' : 'client', start)
    case 'opening':
    case 'dialogue':
      if (payload.trim() === '') return utterance('blank', start)
      if (looksLikeReply(payload)) return utterance('server', start)
      if (isTyped && expected === 'dialogue' && !isAwaiting && replyCode === null)
        return utterance('client', start)
      return utterance(looksLikeCommand(payload) ? 'client' : 'note', start)
  }
}
