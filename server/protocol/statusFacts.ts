import type { EnhancedClass } from './enhancedStatusCodes/enhancedStatusCodeRow.ts'
import {
  type EnhancedStatusCode,
  type EnhancedStatusCodeFacts,
  enhancedStatusCodeFacts,
  parseEnhancedStatusCode,
} from './enhancedStatusCodes.ts'
import { type Reference, rfc } from './references.ts'
import type { Consequences, ReplyCodeRow } from './replyCodes/replyCodeRow.ts'
import { classConsequences, type ReplyClass, replyCodeFacts } from './replyCodes.ts'

/** What is told of a code, the same for reply codes and enhanced status codes. */
export interface StatusFacts extends Consequences {
  readonly kind: 'reply code' | 'enhanced status code'
  /** As written: `450`, `4.2.1`. */
  readonly code: string
  /** Whether a table has the code itself, not only its class or subject. */
  readonly known: boolean
  readonly name: string
  readonly class: ReplyClass
  /** The class in the words of its RFC: that of 5321 4.2.1, or for enhanced status codes of 3463 2. */
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
        className: facts.class,
        known: facts.status !== 'unknown',
      }
    )
  }
  const enhanced = parseEnhancedStatusCode(code)
  return enhanced?.text === code ? ofEnhanced(enhanced, enhancedStatusCodeFacts(enhanced)) : undefined
}

const classOf: Readonly<Record<EnhancedClass, ReplyClass>> = {
  2: 'positive completion',
  4: 'transient negative completion',
  5: 'permanent negative completion',
}

const classNames: Readonly<Record<EnhancedClass, string>> = {
  2: 'success',
  4: 'persistent transient failure',
  5: 'permanent failure',
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
    className: classNames[code.class],
    meaning: facts.meaning,
    whenYouSeeIt: whenSeen(code, facts),
    clientFix: facts.action,
    serverFix: serverFix(code, facts),
    chooseWhen: facts.known === 'code' ? `a ${code.class}yz reply is to say: ${facts.name}` : null,
    retry: retries[code.class],
    affects: facts.subject,
    whoActs: code.class === 2 ? 'Nobody; the client goes on.' : facts.whoActs,
    sessionState: 'Nothing changes because of it; the reply code in front of it decides.',
    references: [...facts.references, rfc(3463, '2'), rfc(2034, '4')].filter(isFirst),
  }
}

function serverFix({ class: kind }: EnhancedStatusCode, { known }: EnhancedStatusCodeFacts): string {
  return known === 'code'
    ? `Put it at the start of the text of a ${kind}yz reply, the same on each of its lines.`
    : `Use a registered code of class ${kind} instead.`
}

const retries: Readonly<Record<EnhancedClass, ReplyCodeRow['retry']>> = {
  2: { advice: 'not needed', note: 'The command succeeded.' },
  4: { advice: 'later', note: 'The same message may pass later.' },
  5: { advice: 'changed', note: 'What the code speaks of has to change first.' },
}

function whenSeen(
  code: EnhancedStatusCode,
  { replyCodes, classes, providers }: EnhancedStatusCodeFacts,
): string[] {
  const companions = replyCodes.filter(reply => Math.floor(reply / 100) === code.class)
  const where =
    companions.length > 0
      ? `At the start of the text of a ${code.class}yz reply, most often ${listed(companions.map(String))}.`
      : `At the start of the text of a ${code.class}yz reply.`
  const defined = classes.includes(code.class)
    ? []
    : [
        `Its definition foresees it only with class ${listed(classes.map(String))}; servers use it more widely.`,
      ]
  const meanings = providers.map(({ provider, meaning }) => `${provider}: ${meaning}.`)
  return [where, ...defined, ...meanings]
}

function listed(items: readonly string[]): string {
  const last = items[items.length - 1] ?? ''
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} or ${last}` : last
}

function isFirst(reference: Reference, index: number, all: readonly Reference[]): boolean {
  return all.findIndex(other => JSON.stringify(other) === JSON.stringify(reference)) === index
}
