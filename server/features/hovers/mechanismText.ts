import * as l10n from '@vscode/l10n'
import type { SaslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { channelOf } from '../../rules/evidence/channel.ts'
import { dialogueOf, isRefusedTry, outcomeOf } from '../../transcript/authDialogues.ts'
import type { Exchange } from '../../transcript/session.ts'
import { headings } from '../headings.ts'
import { codesIn } from './fateText.ts'
import type { HoverPlace } from './hoverPlace.ts'
import { type HoverText, linksTo, sentences } from './hoverText.ts'

/** How well the login was protected on its way. */
export function protectionSentence({ session, transcript }: HoverPlace, auth: Exchange): string {
  switch (channelOf(session, auth, transcript.reading.dialect)) {
    case 'tls':
      return l10n.t`TLS protected it on the way.`
    case 'clear':
      return l10n.t`It went without TLS: whoever was on the way could read it.`
    case 'local':
      return l10n.t`It went without TLS, but did not leave the machine.`
    default:
      return l10n.t`Whether TLS protected it, the text does not tell.`
  }
}

/** How a try of AUTH came out. */
export function loginSentence({ session, lineName }: HoverPlace, exchange: Exchange): string | null {
  const login = dialogueOf(session, exchange)
  const outcome = login ? outcomeOf(login) : null
  if (!login || !outcome) return null
  const codes = codesIn(outcome, lineName)
  if (outcome.code === 235) return l10n.t`The login succeeded: ${codes}.`
  return isRefusedTry(login) ? l10n.t`The login failed: ${codes}.` : null
}

/** What there is to say of a SASL mechanism; `auth` where the client uses it, null where the server offers it. */
export function mechanismText(
  hover: HoverPlace,
  facts: SaslMechanismFacts,
  auth: Exchange | null,
): Omit<HoverText, 'span'> {
  const used = auth && [loginSentence(hover, auth), protectionSentence(hover, auth)]
  return {
    title: facts.name,
    about: [l10n.t`SASL mechanism`],
    here: used ? used.flatMap(one => one ?? []) : [l10n.t`The server offers it.`],
    sections: [sentences(headings.meaning, l10n.t(facts.summary), l10n.t(facts.protection))],
    links: linksTo(facts.references),
    word: facts.name,
  }
}
