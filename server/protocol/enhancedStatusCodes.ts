import { addressToNetwork } from './enhancedStatusCodes/addressToNetwork.ts'
import type { EnhancedClass, EnhancedStatusCodeRow } from './enhancedStatusCodes/enhancedStatusCodeRow.ts'
import { protocolAndContent } from './enhancedStatusCodes/protocolAndContent.ts'
import { type ProviderMeaning, providerMeanings } from './enhancedStatusCodes/providers.ts'
import { security } from './enhancedStatusCodes/security.ts'
import { rfc } from './references.ts'

/** An enhanced status code taken apart, e.g. 4.7.1. */
export interface EnhancedStatusCode {
  /** As written, e.g. `4.7.1`. */
  readonly text: string
  readonly class: EnhancedClass
  readonly subject: number
  readonly detail: number
}

/** All that is known of one enhanced status code. */
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

/**
 * @returns what is known of the code: its row of the registry; else what its subject says; else what its class says
 *   (RFC 3463 2)
 */
export function enhancedStatusCodeFacts(code: EnhancedStatusCode): EnhancedStatusCodeFacts {
  const { subject, detail } = code
  const known = rows.get(`${subject}.${detail}`)
  const row = known ?? unregistered(code)
  const about = subjects[subject]
  const providers = providerMeanings.filter(
    ({ class: kind, subject: its, details: [first, last] }) =>
      kind === code.class && its === subject && first <= detail && detail <= last,
  )
  const [provider] = providers
  const practice = row.practice?.[code.class]
  return {
    ...row,
    code,
    name: known || !provider ? row.name : `${provider.provider}: ${provider.meaning}`,
    meaning: practice ? `${row.meaning} ${practice}` : row.meaning,
    action: actionFor(code.class, row.action),
    known: known ? 'code' : about ? 'subject' : 'class',
    subject: about?.about ?? 'Not told: the subject is unknown.',
    whoActs: about?.whoActs ?? 'Not told by the code; see the text of the reply.',
    providers,
  }
}

function enhancedClass(digit: string | undefined): EnhancedClass {
  return digit === '2' ? 2 : digit === '4' ? 4 : 5
}

function actionFor(kind: EnhancedClass, action: EnhancedStatusCodeRow['action']): string {
  if (typeof action === 'string') return kind === 2 ? 'Nothing to do.' : action
  return action[kind] ?? (kind === 2 ? 'Nothing to do.' : (action[5] ?? action[4] ?? ''))
}

function unregistered({ text, class: kind, subject, detail }: EnhancedStatusCode): EnhancedStatusCodeRow {
  const about = subjects[subject]
  return {
    name: about ? `Unregistered detail of "${about.name}"` : 'Unregistered subject',
    meaning: about
      ? `The registry has no X.${subject}.${detail}. Subject ${subject} of ${text} is about: ${about.about.toLowerCase()}`
      : `The registry has no subject ${subject}. Only the class of ${text} is known.`,
    action: 'Read the text of the reply, and decide by its code.',
    classes: [kind],
    replyCodes: [],
    references: [rfc(3463, '2')],
  }
}

interface Subject {
  readonly name: string
  readonly about: string
  readonly whoActs: string
}

/** RFC 3463 3, with those who can do something about it as a rule. */
const subjects: readonly Subject[] = [
  { name: 'Other or Undefined Status', about: 'Nothing in particular.', whoActs: 'Not told by the code.' },
  {
    name: 'Addressing Status',
    about: 'The address of the sender or of a recipient.',
    whoActs: 'The sender, by correcting an address.',
  },
  {
    name: 'Mailbox Status',
    about: "The recipient's mailbox.",
    whoActs: 'The recipient, or the administrator of the mailbox.',
  },
  {
    name: 'Mail System Status',
    about: 'The receiving mail system.',
    whoActs: 'The administrator of the receiving system.',
  },
  {
    name: 'Network and Routing Status',
    about: 'The network, DNS or routing.',
    whoActs: 'The administrator of the destination, or of a host on the way.',
  },
  {
    name: 'Mail Delivery Protocol Status',
    about: 'The SMTP dialogue itself.',
    whoActs: 'Who programs or configures the client or the server.',
  },
  {
    name: 'Message Content or Media Status',
    about: 'The content of the message, or how it is encoded.',
    whoActs: 'The sender, by sending another form of the content.',
  },
  {
    name: 'Security or Policy Status',
    about: 'Authentication, encryption, or a policy of the receiving side.',
    whoActs: 'The sending side, by meeting the policy; the receiving side, where its policy is wrong.',
  },
]
