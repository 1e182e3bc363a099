import * as l10n from '@vscode/l10n'
import { limitsOf } from '../protocol/limitsOf.ts'
import { rfc } from '../protocol/references.ts'
import { type SaslMechanismFacts, saslMechanismFacts } from '../protocol/saslMechanisms.ts'
import { type Article, grammar, linksTo, list, paragraph } from './article.ts'
import { headings } from './headings.ts'
import { limitSections } from './limitItems.ts'

/**
 * @param name of a SASL mechanism as it stands behind AUTH, in any case, e.g. `cram-md5`
 * @returns the article about it; undefined for an unknown one
 */
export function mechanismArticle(name: string): Article | undefined {
  const facts = saslMechanismFacts(name)
  if (!facts) return undefined
  return {
    title: l10n.t`${facts.name} mechanism`,
    lead: l10n.t(facts.summary),
    sections: [
      {
        heading: headings.meaning,
        blocks: [
          list([
            [l10n.t`Who begins`, whoBegins(facts)],
            [l10n.t`What the lines hold`, whatIsSent(facts)],
          ]),
        ],
      },
      { heading: headings.whenUsed, blocks: [paragraph(l10n.t(facts.protection))] },
      {
        heading: headings.syntax,
        blocks: [
          grammar(
            facts.serverFirst
              ? `"AUTH" SP "${facts.name}"`
              : `"AUTH" SP "${facts.name}" [ SP ( base64 / "=" ) ]`,
          ),
        ],
      },
      ...limitSections(limitsOf('mechanism', facts.name)),
    ],
    links: linksTo([...facts.references, rfc(4954, '4')]),
  }
}

function whoBegins({ serverFirst }: SaslMechanismFacts): string {
  return serverFirst
    ? l10n.t`The server, with a challenge after 334; AUTH carries no initial response.`
    : l10n.t`The client; AUTH may carry the initial response, which else follows an empty 334.`
}

function whatIsSent({ plainSecret, carriesSecret }: SaslMechanismFacts): string {
  if (plainSecret) return l10n.t`The password or token itself: base64 hides nothing.`
  return carriesSecret
    ? l10n.t`A proof, a hash or a ticket, which must not get into a log either.`
    : l10n.t`No secret.`
}
