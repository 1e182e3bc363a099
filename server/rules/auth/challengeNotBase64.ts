import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import {
  type AuthDialogue,
  authDialogues,
  authTexts,
  challengeOf,
  isHiddenSecret,
} from '../../transcript/authDialogues.ts'
import { isBase64, toBase64 } from '../../transcript/base64.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Rule } from '../rule.ts'

/** How many further challenges are named with the first. */
const othersShown = 5

function* challenges(session: Session, { auth, responses }: AuthDialogue) {
  for (const exchange of auth ? [auth, ...responses] : responses) {
    const challenge = challengeOf(session, exchange.reply)
    // The last line of the text may still be being typed.
    const isUnfinished = challenge?.span.line === session.texts.length - 1
    if (challenge && challenge.text !== '' && !isUnfinished) yield challenge
  }
}

/** Whether the tool prints decoded what went over the wire as base64: what the client said was taken and is none, either. */
function isShownDecoded(session: Session, dialogue: AuthDialogue): boolean {
  return authTexts(session, dialogue).some(({ text, exchange, asked }) => {
    return asked !== null && (exchange.reply?.code ?? 500) < 400 && !isBase64(text) && !isHiddenSecret(text)
  })
}

function wrongChallenges(session: Session): { text: string; span: Span }[] {
  const found: { text: string; span: Span }[] = []
  for (const dialogue of authDialogues(session)) {
    if (found.length > othersShown) break
    const wrong = [...challenges(session, dialogue)].filter(
      one => !isBase64(one.text) && !isHiddenSecret(one.text),
    )
    if (wrong.length > 0 && !isShownDecoded(session, dialogue)) found.push(...wrong)
  }
  return found
}

/** 334 with plain words. Silent where the tool shows challenges decoded, as swaks can, and where somebody removed them. */
export const challengeNotBase64: Rule = {
  id: 'auth/challenge-not-base64',
  title: 'Challenge that is not base64',
  fault: 'server',
  severity: 'warning',
  onlyWith: ['challenge'],
  references: [rfc(4954, '4')],
  what: 'A 334 reply whose text is neither empty nor base64.',
  why: 'What stands behind 334 is the challenge, and a client decodes it. Words for people end the login there, but for a client that does not care what the challenge is.',
  remedy: 'Send the challenge in base64, and where there is nothing to say only `334` and a space.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH EXTERNAL
C: AUTH EXTERNAL
S: 334 go ahead
C: *
S: 501 5.7.0 cancelled
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: *
S: 501 5.7.0 cancelled
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    const [first, ...others] = wrongChallenges(session)
    if (!first) return
    const isAscii = [first, ...others].every(({ text }) => /^[ -~]*$/.test(text))
    const replaceAll = (title: string, newText: (text: string) => string) =>
      fixOf(title, ...[first, ...others].map(({ span, text }) => replaceAt(span, newText(text))))
    yield {
      span: first.span,
      message: l10n.t`The text of 334 is a challenge and has to be base64, or empty.`,
      related: others.slice(0, othersShown).map(({ span }) => ({ span, message: l10n.t`The same here.` })),
      fixes: () => [
        ...(isAscii ? [replaceAll(l10n.t`Encode the challenge in base64`, toBase64)] : []),
        replaceAll(l10n.t`Send an empty challenge`, () => ''),
      ],
    }
  },
}
