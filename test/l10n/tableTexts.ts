import { conversionTargets } from '../../server/features/convert.ts'
import { reply450Causes, scopes450 } from '../../server/protocol/causes/reply450.ts'
import { reply503Causes } from '../../server/protocol/causes/reply503.ts'
import { argumentForms } from '../../server/protocol/commandArguments.ts'
import { commandFacts, commandVerbs } from '../../server/protocol/commands.ts'
import { addressToNetwork } from '../../server/protocol/enhancedStatusCodes/addressToNetwork.ts'
import { protocolAndContent } from '../../server/protocol/enhancedStatusCodes/protocolAndContent.ts'
import { providerMeanings } from '../../server/protocol/enhancedStatusCodes/providers.ts'
import { security } from '../../server/protocol/enhancedStatusCodes/security.ts'
import { extensionFacts, extensionKeywords } from '../../server/protocol/extensions.ts'
import { allLimits } from '../../server/protocol/limits.ts'
import { replyCodePairs } from '../../server/protocol/replyCodePairs.ts'
import { permanentReplies } from '../../server/protocol/replyCodes/permanent.ts'
import { permanentSecurityReplies } from '../../server/protocol/replyCodes/permanentSecurity.ts'
import { positiveReplies } from '../../server/protocol/replyCodes/positive.ts'
import { transientReplies } from '../../server/protocol/replyCodes/transient.ts'
import { replyWordings } from '../../server/protocol/replyWordings.ts'
import { saslMechanismFacts, saslMechanismNames } from '../../server/protocol/saslMechanisms.ts'
import { rules } from '../../server/rules/registry.ts'
import { dialects } from '../../server/transcript/dialects/registry.ts'
import { inferredTitle } from '../../server/transcript/inference/inferredDialect.ts'

/** A table, and which of its fields are sentences for people. */
interface Prose {
  readonly rows: unknown
  readonly fields: readonly string[]
}

/** The tables with texts for people, by name. */
export const tables = {
  rules: { rows: rules, fields: ['title', 'what', 'why', 'remedy'] },
  causes: {
    rows: [reply450Causes, scopes450, reply503Causes],
    fields: ['here', 'hereForOne', 'plain', 'next', 'plainNext', 'text'],
  },
  replyCodes: {
    rows: [positiveReplies, transientReplies, permanentReplies, permanentSecurityReplies],
    fields: [
      'name',
      'meaning',
      'whenYouSeeIt',
      'clientFix',
      'serverFix',
      'chooseWhen',
      'note',
      'affects',
      'whoActs',
      'sessionState',
      'forTheMessage',
    ],
  },
  pairs: { rows: replyCodePairs, fields: ['lead', 'differences', 'receiving', 'serving'] },
  enhancedStatusCodes: {
    rows: [addressToNetwork, protocolAndContent, security, providerMeanings],
    fields: ['name', 'meaning', 'practice', 'action'],
  },
  commands: {
    rows: commandVerbs.map(verb => commandFacts(verb)),
    fields: ['summary', 'whenToUse', 'effect', 'mistakes', 'argument'],
  },
  argumentForms: { rows: argumentForms, fields: ['about'] },
  extensions: {
    rows: extensionKeywords.map(keyword => extensionFacts(keyword)),
    fields: ['name', 'summary', 'useful', 'values'],
  },
  limits: { rows: allLimits, fields: ['what', 'whenExceeded'] },
  saslMechanisms: {
    rows: saslMechanismNames.map(name => saslMechanismFacts(name)),
    fields: ['summary', 'protection'],
  },
  dialects: { rows: [...dialects, { title: inferredTitle }], fields: ['title'] },
  conversionTargets: { rows: conversionTargets, fields: ['title'] },
  wordings: { rows: replyWordings(), fields: ['cause', 'next'] },
} as const satisfies Record<string, Prose>

/** Every text under one of the fields, however deep: a text, a list of texts, or texts by class. */
function* proseIn(value: unknown, fields: readonly string[], isProse = false): Generator<string> {
  if (typeof value === 'string') {
    if (isProse && value !== '') yield value
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    // Titles of documents stay as they are.
    if (name !== 'references') yield* proseIn(inner, fields, isProse || fields.includes(name))
  }
}

/** The English texts of some tables, which are translated where somebody is shown a row; each once. */
export function textsInTables(wanted: readonly Prose[] = Object.values(tables)): string[] {
  return [...new Set(wanted.flatMap(({ rows, fields }) => [...proseIn(rows, fields)]))]
}
