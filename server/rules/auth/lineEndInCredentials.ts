import * as l10n from '@vscode/l10n'
import { document, rfc } from '../../protocol/references.ts'
import {
  type AuthText,
  authDialogues,
  authTexts,
  isHiddenSecret,
  isRefusedTry,
} from '../../transcript/authDialogues.ts'
import { octetsOfBase64 } from '../../transcript/base64.ts'
import type { Rule } from '../rule.ts'

const lf = 0x0a
const cr = 0x0d

function endsInLineEnd({ text, isCut }: AuthText): boolean {
  if (isCut || isHiddenSecret(text)) return false
  const last = octetsOfBase64(text).at(-1)
  return last === lf || last === cr
}

/** Credentials that were encoded together with the line end behind them, as `echo` prints one; only where the login failed. */
export const lineEndInCredentials: Rule = {
  id: 'auth/line-end-in-credentials',
  title: 'Line end encoded with the credentials',
  fault: 'client',
  severity: 'error',
  onlyWith: ['login'],
  references: [
    rfc(4616, '2'),
    document('draft-murchison-sasl-login', 'https://datatracker.ietf.org/doc/draft-murchison-sasl-login/'),
  ],
  what: 'A response of PLAIN or LOGIN, refused by the server, that ends in a line end once it is decoded.',
  why: 'The line end counts as part of the user name or of the password, which are wrong then. It comes from `echo` without `-n`, or from a file with a line end.',
  remedy: 'Encode without the line end: `printf %s "$password" | base64`.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YW5uYQo=
S: 535 5.7.8 no such user
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YW5uYQ==
S: 535 5.7.8 no such user
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    for (const dialogue of authDialogues(session)) {
      const { mechanism } = dialogue
      if ((mechanism !== 'PLAIN' && mechanism !== 'LOGIN') || !isRefusedTry(dialogue)) continue
      const [first, ...others] = authTexts(session, dialogue).filter(endsInLineEnd)
      if (!first) continue
      yield {
        span: first.span,
        message: l10n.t`A line end was encoded with what AUTH ${mechanism} says: it counts as part of the credentials.`,
        related: others.slice(0, 5).map(({ span }) => ({ span, message: l10n.t`The same here.` })),
      }
    }
  },
}
