import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { authDialogues } from '../../transcript/authDialogues.ts'
import { hidden } from '../../transcript/commandLine.ts'
import type { Span } from '../../transcript/session.ts'
import { authName } from '../evidence/names.ts'
import { type Secret, type Secrets, secretsIn } from '../evidence/secrets.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import type { Fix, FixEdit, Rule } from '../rule.ts'

/** How many further secrets of an exchange are named with the first. */
const othersShown = 5

function masking(span: Span): FixEdit {
  return replaceAt(span, hidden)
}

function messageFor({ kind }: Secret, mechanism: string): string {
  const isKnown = mechanism !== ''
  const name = authName(mechanism)
  switch (kind) {
    case 'proof':
      return l10n.t`From this answer of ${name} the password can be guessed: remove it before you share the transcript.`
    case 'credentials':
      return isKnown
        ? l10n.t`Credentials of ${name} can be read here: remove them before you share the transcript.`
        : l10n.t`Credentials can be read here: remove them before you share the transcript.`
    case 'password':
      return isKnown
        ? l10n.t`The password of ${name} can be read here: remove it before you share the transcript.`
        : l10n.t`The password can be read here: remove it before you share the transcript.`
    case 'token':
      return l10n.t`The token of ${name} can be read here: remove it before you share the transcript.`
  }
}

function titleOf({ kind }: Secret): string {
  switch (kind) {
    case 'proof':
      return l10n.t`Replace the proof by ${hidden}`
    case 'credentials':
      return l10n.t`Replace the credentials by ${hidden}`
    case 'password':
      return l10n.t`Replace the password by ${hidden}`
    case 'token':
      return l10n.t`Replace the token by ${hidden}`
  }
}

function fixesFor(first: Secret, { secrets }: Secrets, all: readonly Secrets[]): Fix[] {
  const fix = fixOf(titleOf(first), ...secrets.map(one => masking(one.span)))
  if (all.length < 2) return [fix]
  const everywhere = all.flatMap(one => one.secrets.map(secret => masking(secret.span)))
  return [fix, fixOf(l10n.t`Replace all secrets of the session`, ...everywhere)]
}

/**
 * A password, a token or a proof that stands in the transcript, once for each AUTH exchange. It says nothing of what the
 * secret is. Silent on marks that stand in its place, and on a user name alone.
 */
export const credentialsExposed: Rule = {
  id: 'privacy/credentials-exposed',
  title: 'Credentials in the transcript',
  fault: 'transcript',
  severity: 'warning',
  onlyWith: ['login'],
  references: [rfc(4954, '9'), rfc(4616, '5')],
  what: 'An AUTH exchange whose secret is legible: PLAIN, the password of LOGIN, a bearer token; a hint or information for proofs of which the password can only be guessed.',
  why: 'Base64 is no encryption: whoever reads the transcript, in a ticket or a mailing list, can log in. That TLS was active does not help, as the transcript shows what was inside.',
  remedy:
    'Replace the secret before the transcript is shared; where it has been, change the password or revoke the token.',
  standsAlone: true,
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
C: AUTH PLAIN AGFubmEAc2VjcmV0
S: 235 ok
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250 STARTTLS
C: STARTTLS
S: 220 go ahead
C: EHLO c.example
S: 250-submit.example
S: 250 AUTH PLAIN
C: AUTH PLAIN ********
S: 235 ok
C: QUIT
S: 221 submit.example bye`,
  *check(session) {
    const found = authDialogues(session).map(dialogue => ({ dialogue, shown: secretsIn(session, dialogue) }))
    const exposed = found.filter(({ shown }) => shown.secrets.length > 0)
    for (const { dialogue, shown } of exposed) {
      const [first, ...others] = shown.secrets
      if (!first) continue
      yield {
        span: first.span,
        severity: first.severity,
        message: messageFor(first, dialogue.mechanism),
        related: [
          ...(shown.userName
            ? [{ span: shown.userName, message: l10n.t`The user name that belongs to it.` }]
            : []),
          ...others
            .slice(0, othersShown)
            .map(({ span }) => ({ span, message: l10n.t`The same exchange shows more.` })),
        ],
        fixes: () =>
          fixesFor(
            first,
            shown,
            exposed.map(one => one.shown),
          ),
      }
    }
  },
}
