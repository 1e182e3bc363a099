import * as l10n from '@vscode/l10n'
import type { EnhancedClass } from './enhancedStatusCodes/enhancedStatusCodeRow.ts'
import {
  type EnhancedStatusCode,
  type EnhancedStatusCodeFacts,
  enhancedStatusCodeFacts,
  parseEnhancedStatusCode,
} from './enhancedStatusCodes.ts'
import { type Reference, rfc } from './references.ts'
import { classConsequences, replyClassName } from './replyCodes/byDigits.ts'
import type { Consequences, ReplyClass, ReplyCodeRow } from './replyCodes/replyCodeRow.ts'
import { replyCodeFacts } from './replyCodes.ts'

/** What is told of a code, the same for reply codes and enhanced status codes; its texts are in the language of the reader. */
export interface StatusFacts extends Consequences {
  readonly kind: 'reply code' | 'enhanced status code'
  /** As written: `450`, `4.2.1`. */
  readonly code: string
  /** Whether a table has the code itself, not only its class or subject. */
  readonly known: boolean
  readonly name: string
  readonly class: ReplyClass
  /** The class for a reader, in the words of its RFC: that of 5321 4.2.1, or for enhanced status codes of 3463 2. */
  readonly className: string
  readonly meaning: string
  readonly whenYouSeeIt: readonly string[]
  readonly clientFix: string
  readonly serverFix: string
  /** Completes "Choose this code when ..."; null where `serverFix` names something better. */
  readonly chooseWhen: string | null
  readonly retry: ReplyCodeRow['retry']
  readonly affects: string
  readonly references: readonly Reference[]
}

/**
 * @param code a reply code such as `450`, or an enhanced status code such as `4.2.1`; nothing else around it
 * @returns what is known of it, for an unknown one what its digits say; undefined for what is no code at all
 */
export function statusFacts(code: string): StatusFacts | undefined {
  if (/^\d{3}$/.test(code)) {
    const facts = replyCodeFacts(Number(code))
    return (
      facts && {
        ...facts,
        kind: 'reply code',
        code,
        className: replyClassName(facts.class),
        known: facts.status !== 'unknown',
      }
    )
  }
  const enhanced = parseEnhancedStatusCode(code)
  return enhanced?.text === code ? ofEnhanced(enhanced, enhancedStatusCodeFacts(enhanced)) : undefined
}

/**
 * What is known of the code of a reply that tells the more: of the enhanced status code where a table has it, else of
 * the reply code.
 */
export function tellingFacts(code: number, enhancedCode: string | null): StatusFacts | undefined {
  const enhanced = enhancedCode === null ? undefined : statusFacts(enhancedCode)
  return enhanced?.known ? enhanced : statusFacts(`${code}`)
}

const classOf: Readonly<Record<EnhancedClass, ReplyClass>> = {
  2: 'positive completion',
  4: 'transient negative completion',
  5: 'permanent negative completion',
}

function enhancedClassName(kind: EnhancedClass): string {
  switch (kind) {
    case 2:
      return l10n.t`success`
    case 4:
      return l10n.t`persistent transient failure`
    case 5:
      return l10n.t`permanent failure`
  }
}

function ofEnhanced(code: EnhancedStatusCode, facts: EnhancedStatusCodeFacts): StatusFacts {
  const kind = classOf[code.class]
  return {
    ...classConsequences(kind),
    kind: 'enhanced status code',
    code: code.text,
    known: facts.known === 'code',
    name: facts.name,
    class: kind,
    className: enhancedClassName(code.class),
    meaning: facts.meaning,
    whenYouSeeIt: whenSeen(code, facts),
    clientFix: facts.action,
    serverFix: serverFix(code, facts),
    chooseWhen: facts.known === 'code' ? l10n.t`a ${code.class}yz reply is to say: ${facts.name}` : null,
    retry: retry(code.class),
    affects: facts.subject,
    whoActs: code.class === 2 ? l10n.t`Nobody; the client goes on.` : facts.whoActs,
    sessionState: l10n.t`Nothing changes because of it; the reply code in front of it decides.`,
    references: [...facts.references, rfc(3463, '2'), rfc(2034, '4')].filter(isFirst),
  }
}

function serverFix({ class: kind }: EnhancedStatusCode, { known }: EnhancedStatusCodeFacts): string {
  return known === 'code'
    ? l10n.t`Put it at the start of the text of a ${kind}yz reply, the same on each of its lines.`
    : l10n.t`Use a registered code of class ${kind} instead.`
}

function retry(kind: EnhancedClass): ReplyCodeRow['retry'] {
  switch (kind) {
    case 2:
      return { advice: 'not needed', note: l10n.t`The command succeeded.` }
    case 4:
      return { advice: 'later', note: l10n.t`The same message may pass later.` }
    case 5:
      return { advice: 'changed', note: l10n.t`What the code speaks of has to change first.` }
  }
}

function whenSeen(
  code: EnhancedStatusCode,
  { replyCodes, classes, providers }: EnhancedStatusCodeFacts,
): string[] {
  const companions = replyCodes.filter(reply => Math.floor(reply / 100) === code.class)
  const where =
    companions.length > 0
      ? l10n.t`At the start of the text of a ${code.class}yz reply, most often ${listed(companions.map(String))}.`
      : l10n.t`At the start of the text of a ${code.class}yz reply.`
  const defined = classes.includes(code.class)
    ? []
    : [
        l10n.t`Its definition foresees it only with class ${listed(classes.map(String))}; servers use it more widely.`,
      ]
  const meanings = providers.map(({ provider, meaning }) => `${provider}: ${meaning}.`)
  return [where, ...defined, ...meanings]
}

function listed(items: readonly string[]): string {
  const last = items[items.length - 1] ?? ''
  return items.length > 1 ? l10n.t`${items.slice(0, -1).join(', ')} or ${last}` : last
}

function isFirst(reference: Reference, index: number, all: readonly Reference[]): boolean {
  return all.findIndex(other => JSON.stringify(other) === JSON.stringify(reference)) === index
}
