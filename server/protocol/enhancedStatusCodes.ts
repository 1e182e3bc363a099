import * as l10n from '@vscode/l10n'
import { addressToNetwork } from './enhancedStatusCodes/addressToNetwork.ts'
import type { EnhancedClass, EnhancedStatusCodeRow } from './enhancedStatusCodes/enhancedStatusCodeRow.ts'
import { protocolAndContent } from './enhancedStatusCodes/protocolAndContent.ts'
import { type ProviderMeaning, providerMeanings } from './enhancedStatusCodes/providers.ts'
import { security } from './enhancedStatusCodes/security.ts'
import { type Subject, subjectFacts } from './enhancedStatusCodes/subjects.ts'
import { rfc } from './references.ts'

/** An enhanced status code taken apart, e.g. 4.7.1. */
export interface EnhancedStatusCode {
  /** As written, e.g. `4.7.1`. */
  readonly text: string
  readonly class: EnhancedClass
  readonly subject: number
  readonly detail: number
}

/** All that is known of one enhanced status code; its texts are in the language of the reader. */
export interface EnhancedStatusCodeFacts extends Omit<EnhancedStatusCodeRow, 'action' | 'practice'> {
  readonly code: EnhancedStatusCode
  /** What to do after a reply with this code. */
  readonly action: string
  /** What `name`, `meaning` and `action` speak of: the code itself, or only its subject or class (RFC 3463 2). */
  readonly known: 'code' | 'subject' | 'class'
  /** What the subject is about, e.g. the recipient's mailbox. */
  readonly subject: string
  /** Who has to do something, as a rule. */
  readonly whoActs: string
  /** What providers say with exactly this code. */
  readonly providers: readonly ProviderMeaning[]
}

const rows: ReadonlyMap<string, EnhancedStatusCodeRow> = new Map(
  Object.entries<EnhancedStatusCodeRow>({ ...addressToNetwork, ...protocolAndContent, ...security }),
)

/** The registered `subject.detail` pairs with the classes that make sense, e.g. `{ key: '7.1', classes: [4, 5] }`. */
export const registeredEnhancedCodes: readonly {
  readonly key: string
  readonly classes: readonly EnhancedClass[]
}[] = [...rows].map(([key, { classes }]) => ({ key, classes }))

/**
 * Finds an enhanced status code at the start of the text of a reply (RFC 2034 3): class "." subject "." detail, one to
 * three digits each and without leading zeros (RFC 3463 2), then a space or the end.
 *
 * @param text what stands behind the reply code and its space, e.g. `4.7.1 Greylisted`
 * @returns the code; undefined where none stands there, also for IP addresses and version numbers
 */
export function parseEnhancedStatusCode(text: string): EnhancedStatusCode | undefined {
  const match = /^([245])\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})(?= |$)/.exec(text)
  if (!match) return undefined
  const [found, kind, subject, detail] = match
  return { text: found, class: enhancedClass(kind), subject: Number(subject), detail: Number(detail) }
}

/** Whether the registry has the subject and detail of the code, in whatever class. */
export function isRegisteredEnhancedCode(code: EnhancedStatusCode): boolean {
  return rowOf(code) !== undefined
}

/** Whether the definition of the code has a use for its class. An unregistered code has no definition to contradict. */
export function isForeseenEnhancedClass(code: EnhancedStatusCode): boolean {
  return rowOf(code)?.classes.includes(code.class) ?? true
}

/**
 * @returns what is known of the code: its row of the registry; else what its subject says; else what its class says
 *   (RFC 3463 2)
 */
export function enhancedStatusCodeFacts(code: EnhancedStatusCode): EnhancedStatusCodeFacts {
  const row = rowOf(code)
  const about = subjectFacts(code.subject)
  const providers = providersOf(code)
  return {
    ...(row ? registered(code, row) : unregistered(code, about, providers[0])),
    code,
    known: row ? 'code' : about ? 'subject' : 'class',
    subject: about?.about ?? l10n.t`Not told: the subject is unknown.`,
    whoActs: about?.whoActs ?? l10n.t`Not told by the code; see the text of the reply.`,
    providers,
  }
}

function enhancedClass(digit: string | undefined): EnhancedClass {
  return digit === '2' ? 2 : digit === '4' ? 4 : 5
}

function rowOf({ subject, detail }: EnhancedStatusCode): EnhancedStatusCodeRow | undefined {
  return rows.get(`${subject}.${detail}`)
}

function providersOf(code: EnhancedStatusCode): readonly ProviderMeaning[] {
  return providerMeanings
    .filter(
      ({ class: kind, subject, details: [first, last] }) =>
        kind === code.class && subject === code.subject && first <= code.detail && code.detail <= last,
    )
    .map(one => ({ ...one, meaning: l10n.t(one.meaning) }))
}

type Told = Pick<
  EnhancedStatusCodeFacts,
  'name' | 'meaning' | 'action' | 'classes' | 'replyCodes' | 'references'
>

function registered({ class: kind }: EnhancedStatusCode, row: EnhancedStatusCodeRow): Told {
  const { name, meaning, action, classes, replyCodes, references } = row
  const practice = row.practice?.[kind]
  return {
    name: l10n.t(name),
    meaning: practice ? `${l10n.t(meaning)} ${l10n.t(practice)}` : l10n.t(meaning),
    action: actionFor(kind, action),
    classes,
    replyCodes,
    references,
  }
}

function actionFor(kind: EnhancedClass, action: EnhancedStatusCodeRow['action']): string {
  const named = typeof action === 'string' ? (kind === 2 ? undefined : action) : action[kind]
  if (named !== undefined) return l10n.t(named)
  if (kind === 2 || typeof action === 'string') return l10n.t`Nothing to do.`
  return l10n.t(action[5] ?? action[4] ?? '')
}

function unregistered(
  { text, class: kind, subject, detail }: EnhancedStatusCode,
  about: Subject | undefined,
  provider: ProviderMeaning | undefined,
): Told {
  const name = about ? l10n.t`Unregistered detail of "${about.name}"` : l10n.t`Unregistered subject`
  return {
    name: provider ? `${provider.provider}: ${provider.meaning}` : name,
    meaning: about
      ? l10n.t`The registry has no X.${subject}.${detail}. Subject ${subject} of ${text} is about this: ${about.about}`
      : l10n.t`The registry has no subject ${subject}. Only the class of ${text} is known.`,
    action: l10n.t`Read the text of the reply, and decide by its code.`,
    classes: [kind],
    replyCodes: [],
    references: [rfc(3463, '2')],
  }
}
