import { type ReplyCodePair, replyCodePair } from '../protocol/replyCodePairs.ts'
import type { RetryAdvice } from '../protocol/replyCodes/replyCodeRow.ts'
import { type StatusFacts, statusFacts } from '../protocol/statusFacts.ts'
import { type Article, type ArticleBlock, linksTo, list, paragraph } from './article.ts'

/** The headings of every comparison, in their order; those with `{code}` come twice. Of a success there is nothing to fix. */
export const comparisonHeadings = {
  meaning: 'What {code} means',
  when: 'When you meet {code}',
  fix: 'How to fix {code}',
  after: 'What to do after {code}',
  differences: 'Key differences',
  choice: 'Which applies when',
} as const

/**
 * Compares two codes: what each means, when one meets it, how to fix it, the differences, which applies when.
 *
 * @param first a reply code such as `450`, or an enhanced status code such as `4.2.1`; unknown ones by their digits
 * @param second the other one, of either kind
 * @returns the article; undefined where one of the two is no code
 */
export function compareReplyCodes(first: string, second: string): Article | undefined {
  const a = statusFacts(first)
  const b = statusFacts(second)
  if (!a || !b) return undefined
  const pair =
    a.kind === 'reply code' && b.kind === 'reply code'
      ? replyCodePair(Number(a.code), Number(b.code))
      : undefined
  const each = [a, b]
  return {
    title: `${a.code} and ${b.code} compared`,
    lead: pair?.lead ?? derivedLead(a, b),
    sections: [
      ...each.map(facts => section('meaning', facts, paragraph(`${facts.name}. ${facts.meaning}`))),
      ...each.map(facts => section('when', facts, list(facts.whenYouSeeIt))),
      ...each.map(facts =>
        section(facts.class.startsWith('positive') ? 'after' : 'fix', facts, fixes(facts)),
      ),
      { heading: comparisonHeadings.differences, blocks: differences(a, b, pair) },
      { heading: comparisonHeadings.choice, blocks: [choice(a, b, pair)] },
    ],
    links: linksTo([...a.references, ...b.references]),
  }
}

function section(heading: 'meaning' | 'when' | 'fix' | 'after', { code }: StatusFacts, block: ArticleBlock) {
  return { heading: comparisonHeadings[heading].replace('{code}', code), blocks: [block] }
}

function fixes({ clientFix, serverFix }: StatusFacts): ArticleBlock {
  return list([
    ['As the client', clientFix],
    ['As the server', serverFix],
  ])
}

function differences(
  a: StatusFacts,
  b: StatusFacts,
  pair: ReplyCodePair | undefined,
): readonly ArticleBlock[] {
  const row = (aspect: string, tell: (facts: StatusFacts) => string) => ({
    aspect,
    cells: [tell(a), tell(b)] as const,
  })
  const table: ArticleBlock = {
    kind: 'comparison',
    between: [a.code, b.code],
    rows: [
      row('Class', classWords),
      row('What it is about', ({ affects }) => affects),
      row('Who must act', ({ whoActs }) => whoActs),
      row('Retry', ({ retry }) => `${retryWords[retry.advice]} ${retry.note}`),
      row('The session', ({ sessionState }) => sessionState),
      row('The message', ({ forTheMessage }) => forTheMessage),
    ],
  }
  return pair ? [table, list(pair.differences)] : [table]
}

const retryWords: Readonly<Record<RetryAdvice, string>> = {
  'not needed': 'Not needed.',
  later: 'Later, unchanged.',
  changed: 'Only after a change.',
  never: 'No.',
}

function choice(a: StatusFacts, b: StatusFacts, pair: ReplyCodePair | undefined): ArticleBlock {
  return list([
    ['If you receive it', pair?.receiving ?? `${received(a)} ${received(b)}`],
    ['If you write a server', pair?.serving ?? `${chosen(a)} ${chosen(b)}`],
  ])
}

function received({ code, retry }: StatusFacts): string {
  switch (retry.advice) {
    case 'not needed':
      return `After ${code} go on.`
    case 'later':
      return `After ${code} send the same again later.`
    case 'changed':
      return `After ${code} change what it speaks of, then try again.`
    case 'never':
      return `After ${code} do not send the same again.`
  }
}

function chosen({ code, chooseWhen, serverFix }: StatusFacts): string {
  return chooseWhen === null ? `Do not choose ${code}: ${serverFix}` : `Choose ${code} when ${chooseWhen}.`
}

function derivedLead(a: StatusFacts, b: StatusFacts): string {
  if (a.code === b.code) return `Both codes are ${a.code}.`
  if (a.kind !== b.kind) {
    const [reply, enhanced] = a.kind === 'reply code' ? [a, b] : [b, a]
    return `${reply.code} is a reply code, by which a client decides; ${enhanced.code} is an enhanced status code, which stands in the text of a reply and tells why. ${together(reply, enhanced)}`
  }
  const told =
    a.class === b.class ? `Both are of the class "${a.className}".` : `${classOf(a)}; ${classOf(b)}.`
  return `${told} ${nutshell(a, b)}`
}

function classOf({ code, className }: StatusFacts): string {
  return `${code} is of the class "${className}"`
}

function classWords({ code, kind, className }: StatusFacts): string {
  return `${className} (${code.slice(0, 1)}${kind === 'reply code' ? 'yz' : '.y.z'})`
}

/** The class of an enhanced status code equals the first digit of its reply code (RFC 2034 4). */
function together(reply: StatusFacts, enhanced: StatusFacts): string {
  return reply.code.startsWith(enhanced.code.slice(0, 1))
    ? 'They can stand in the same reply.'
    : 'They cannot stand in the same reply: their first digits differ.'
}

function nutshell(a: StatusFacts, b: StatusFacts): string {
  if (a.name === b.name) return `Both say "${a.name}".`
  const says = ({ code, name }: StatusFacts) => `${code} says "${name}"`
  return `${says(a)}, ${says(b)}.`
}
