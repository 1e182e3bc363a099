import * as l10n from '@vscode/l10n'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { authCommand, dialogueOf } from '../../transcript/authDialogues.ts'
import type { Exchange, Span } from '../../transcript/session.ts'
import { headings } from '../headings.ts'
import { exchangesOnLine, type HoverPlace, pointsAt } from './hoverPlace.ts'
import { type HoverText, linksTo, sentences } from './hoverText.ts'
import { loginSentence, mechanismText, protectionSentence } from './mechanismText.ts'

/** What is told of credentials: that they are there and how they were protected, never what they are. */
function credentials(hover: HoverPlace, exchange: Exchange, span: Span): HoverText {
  const login = dialogueOf(hover.session, exchange)
  const facts = login && saslMechanismFacts(login.mechanism)
  const told = [loginSentence(hover, exchange), protectionSentence(hover, login?.auth ?? exchange)]
  return {
    span,
    title: facts ? l10n.t`Credentials for ${facts.name}` : l10n.t`Credentials`,
    about: [l10n.t`they are never shown or decoded here`],
    here: told.flatMap(one => one ?? []),
    sections: [
      sentences(
        headings.todo,
        l10n.t`Put something else in their place before the transcript goes to anybody, and change them if it already has.`,
      ),
      sentences(
        headings.meaning,
        l10n.t`Base64 hides nothing: whoever has this line can decode it.`,
        facts ? l10n.t(facts.protection) : null,
      ),
    ],
    links: linksTo([{ kind: 'rfc', rfc: 4954, section: '4' }, ...(facts?.references ?? [])]),
  }
}

/** The hover on the mechanism of AUTH, and on what the client says of itself. */
export function authHover(hover: HoverPlace): HoverText | null {
  for (const exchange of exchangesOnLine(hover)) {
    const { unit } = exchange
    if (unit.kind === 'auth-response' && pointsAt(hover, unit.textSpan)) {
      return credentials(hover, exchange, unit.textSpan)
    }
    if (unit.kind !== 'command' || unit.verb !== 'AUTH') continue
    const parts = authCommand(hover.session, exchange)
    if (!parts) continue
    if (parts.initial && pointsAt(hover, parts.initial.span)) {
      return credentials(hover, exchange, parts.initial.span)
    }
    if (!pointsAt(hover, parts.mechanismSpan)) continue
    const facts = saslMechanismFacts(unit.argument)
    if (facts) return { span: parts.mechanismSpan, ...mechanismText(hover, facts, exchange) }
  }
  return null
}
