import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import {
  type AuthText,
  authDialogues,
  authTexts,
  isHiddenSecret,
  isRefusedTry,
} from '../../transcript/authDialogues.ts'
import { octetsOfBase64 } from '../../transcript/base64.ts'
import type { Rule } from '../rule.ts'

/** What is wrong with the message of PLAIN, in words that tell nothing of what it holds; null where it is right. */
function fault({ text, isCut }: AuthText): string | null {
  if (isCut || isHiddenSecret(text)) return null
  const octets = octetsOfBase64(text)
  if (octets.length === 0) return null
  const count = octets.filter(octet => octet === 0).length
  if (count === 0) return l10n.t`it has no NUL, where two separate its three parts`
  if (count !== 2) return l10n.t`it has ${count} NUL, where two separate its three parts`
  const first = octets.indexOf(0)
  const second = octets.lastIndexOf(0)
  if (second === first + 1) return l10n.t`it names no user`
  return second === octets.length - 1 ? l10n.t`it has no password` : null
}

/** PLAIN whose message has another form than authorization identity, NUL, user, NUL, password; only where the server refused it. */
export const plainStructure: Rule = {
  id: 'auth/plain-structure',
  title: 'PLAIN message of the wrong form',
  fault: 'client',
  severity: 'error',
  onlyWith: ['login'],
  references: [rfc(4616, '2')],
  what: 'AUTH PLAIN whose decoded message is not: an optional identity, NUL, the user, NUL, the password.',
  why: 'The server takes the message apart at its two NUL octets. A colon in their place, as in HTTP, or a password alone cannot succeed, whatever the password is.',
  remedy:
    'Encode a NUL, the user name, a NUL and the password: `printf \'\\0%s\\0%s\' "$user" "$password" | base64`.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN
C: AUTH PLAIN AGFubmEA
S: 501 5.5.4 malformed response
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN
C: AUTH PLAIN AHVzZXIAcGFzcw==
S: 535 5.7.8 wrong password
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    for (const dialogue of authDialogues(session)) {
      const { auth, mechanism } = dialogue
      if (mechanism !== 'PLAIN' || !isRefusedTry(dialogue)) continue
      if (auth?.verdict.sequence === 'out-of-sequence') continue
      const [first] = authTexts(session, dialogue)
      const wrong = first && (first.isInitial || first.asked !== null) ? fault(first) : null
      if (!first || wrong === null) continue
      yield { span: first.span, message: l10n.t`The message of AUTH PLAIN has the wrong form: ${wrong}.` }
    }
  },
}
