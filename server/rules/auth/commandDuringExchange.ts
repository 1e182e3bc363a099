import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { type AuthText, authDialogues, authTexts } from '../../transcript/authDialogues.ts'
import { isBase64 } from '../../transcript/base64.ts'
import type { Span } from '../../transcript/session.ts'
import { relatedTo, relatedToReply } from '../evidence/related.ts'
import type { Rule } from '../rule.ts'

/** Commands that stand alone and could be base64 by their letters, but stand for no text. */
const loneVerbs = new Set(['QUIT', 'RSET', 'NOOP', 'STARTTLS', 'EHLO', 'HELO'])

/** The verb of a command that stands where an answer should; null for anything that may be an answer. */
function verbIn({ text, isInitial, asked }: AuthText): string | null {
  if (isInitial || asked === null) return null
  const [word = ''] = text.slice(0, 100).split(/[\s:]/, 1)
  const verb = word.toUpperCase()
  if (commandFacts(verb) === undefined) return null
  return isBase64(text) && !loneVerbs.has(verb) ? null : verb
}

/** Whether the server took it as a bad answer; where it took the command, the tool left out the end of the exchange. */
function isTakenAsAnswer({ exchange: { reply } }: AuthText, verb: string): boolean {
  if (reply === null) return false
  return (reply.code >= 400 && reply.code !== 421) || (verb === 'QUIT' && reply.code === 221)
}

function verbSpan({ span }: AuthText, verb: string): Span {
  return { ...span, end: Math.min(span.end, span.start + verb.length) }
}

/** A command while the server waits for the answer to its challenge. Silent where the server carries it out as a command, and behind a `*` that it did not understand. */
export const commandDuringExchange: Rule = {
  id: 'auth/command-during-exchange',
  title: 'Command in the middle of AUTH',
  fault: 'client',
  severity: 'error',
  onlyWith: ['challenge'],
  references: [rfc(4954, '4')],
  what: 'A command where the server expects the answer to a 334 challenge.',
  why: 'Behind 334 every line is an answer in base64. The server tries to decode the command, cannot, and refuses the login with 501; the command itself is never carried out.',
  remedy:
    'Answer the challenge, or give the login up with a line that is only `*`, wait for 501, and go on then.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3OTU0QHN1Ym1pdC5leGFtcGxlPg==
C: MAIL FROM:<anna@c.example>
S: 501 5.5.2 cannot decode the response
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3OTU0QHN1Ym1pdC5leGFtcGxlPg==
C: *
S: 501 5.7.0 cancelled
C: MAIL FROM:<anna@c.example>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    for (const dialogue of authDialogues(session)) {
      for (const answer of authTexts(session, dialogue)) {
        // The client gave up as it should, and may think that it did.
        if (answer.text === '*') break
        const verb = verbIn(answer)
        if (verb === null || !isTakenAsAnswer(answer, verb)) continue
        yield {
          span: verbSpan(answer, verb),
          message: l10n.t`The server waits for an answer to its challenge, in base64 or \`*\`: ${verb} is not taken as a command.`,
          related: [
            relatedTo(dialogue.auth, l10n.t`The AUTH exchange began here.`),
            relatedToReply(answer.asked, l10n.t`The challenge that waits for an answer.`),
          ],
        }
      }
    }
  },
}
