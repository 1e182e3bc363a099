import * as l10n from '@vscode/l10n'
import { type ReplyCodePair, replyCodePair } from '../protocol/replyCodePairs.ts'
import type { RetryAdvice } from '../protocol/replyCodes/replyCodeRow.ts'
import { type StatusFacts, statusFacts } from '../protocol/statusFacts.ts'
import { type Article, type ArticleBlock, type ArticleSection, linksTo, list, paragraph } from './article.ts'
import { deciding } from './decidingQuestion.ts'
import { answeredWith } from './replyCodeArticle.ts'

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
  const each = a.code === b.code ? [a] : [a, b]
  return {
    title: l10n.t`${a.code} and ${b.code} compared`,
    lead: pair?.lead ?? derivedLead(a, b),
    sections: [
      ...each.map(meaning),
      ...each.map(whenMet),
      ...each.map(fixes),
      { heading: l10n.t`Key differences`, blocks: differences(a, b, pair) },
      { heading: l10n.t`Which applies when`, blocks: [choice(each, pair)] },
    ],
    links: linksTo([...a.references, ...b.references]),
  }
}

function meaning({ code, name, meaning }: StatusFacts): ArticleSection {
  return { heading: l10n.t`What ${code} means`, blocks: [paragraph(`${name}. ${meaning}`)] }
}

function whenMet({ code, whenYouSeeIt }: StatusFacts): ArticleSection {
  return { heading: l10n.t`When you meet ${code}`, blocks: [list(whenYouSeeIt)] }
}

function fixes({ code, class: its, clientFix, serverFix }: StatusFacts): ArticleSection {
  return {
    heading: its.startsWith('positive') ? l10n.t`What to do after ${code}` : l10n.t`How to fix ${code}`,
    blocks: [
      list([
        [l10n.t`As the client`, clientFix],
        [l10n.t`As the server`, serverFix],
      ]),
    ],
  }
}

/** What differs beside each other, then what does not, then what only a person could tell of the two. */
function differences(
  a: StatusFacts,
  b: StatusFacts,
  pair: ReplyCodePair | undefined,
): readonly ArticleBlock[] {
  const row = (aspect: string, tell: (facts: StatusFacts) => string) => ({
    aspect,
    cells: [tell(a), tell(b)] as const,
  })
  const rows = [
    row(l10n.t`Class`, classWords),
    row(l10n.t`What it is about`, ({ affects }) => affects),
    ...([a, b].some(facts => answeredWith(facts) !== undefined)
      ? [row(l10n.t`Listed as a reply to`, facts => answeredWith(facts) ?? l10n.t`No command in particular.`)]
      : []),
    row(l10n.t`Who must act`, ({ whoActs }) => whoActs),
    row(l10n.t`Retry`, ({ retry }) => `${retryWords(retry.advice)} ${retry.note}`),
    row(l10n.t`The session`, ({ sessionState }) => sessionState),
    row(l10n.t`The message`, ({ forTheMessage }) => forTheMessage),
  ]
  const isAlike = ({ cells: [one, other] }: (typeof rows)[number]) => one === other
  const [alike, unlike] = [rows.filter(isAlike), rows.filter(row => !isAlike(row))]
  const table: ArticleBlock = { kind: 'comparison', between: [a.code, b.code], rows: unlike }
  return [
    ...(unlike.length > 0 ? [table] : []),
    ...(pair ? [list(pair.differences)] : []),
    ...(alike.length > 0
      ? [
          paragraph(l10n.t`The same for both:`),
          list(alike.map(({ aspect, cells: [both] }) => [aspect, both] as const)),
        ]
      : []),
  ]
}

function retryWords(advice: RetryAdvice): string {
  switch (advice) {
    case 'not needed':
      return l10n.t`Not needed.`
    case 'later':
      return l10n.t`Later, unchanged.`
    case 'changed':
      return l10n.t`Only after a change.`
    case 'never':
      return l10n.t`No.`
  }
}

function choice(each: readonly StatusFacts[], pair: ReplyCodePair | undefined): ArticleBlock {
  const [a, b] = each
  const question = a && b && deciding(a, b)
  return list([
    ...(question === undefined ? [] : [[l10n.t`The question`, question] as const]),
    [l10n.t`If you receive it`, pair?.receiving ?? each.map(received).join(' ')],
    [l10n.t`If you write a server`, pair?.serving ?? each.map(chosen).join(' ')],
  ])
}

function received({ code, retry }: StatusFacts): string {
  switch (retry.advice) {
    case 'not needed':
      return l10n.t`After ${code} go on.`
    case 'later':
      return l10n.t`After ${code} send the same again later.`
    case 'changed':
      return l10n.t`After ${code} change what it speaks of, then try again.`
    case 'never':
      return l10n.t`After ${code} do not send the same again.`
  }
}

function chosen({ code, chooseWhen, serverFix }: StatusFacts): string {
  return chooseWhen === null
    ? l10n.t`Do not choose ${code}: ${serverFix}`
    : l10n.t`Choose ${code} when ${chooseWhen}.`
}

function derivedLead(a: StatusFacts, b: StatusFacts): string {
  if (a.code === b.code) return l10n.t`Both codes are ${a.code}.`
  if (a.kind !== b.kind) {
    const [reply, enhanced] = a.kind === 'reply code' ? [a, b] : [b, a]
    const told = l10n.t`${reply.code} is a reply code, by which a client decides; ${enhanced.code} is an enhanced status code, which stands in the text of a reply and tells why.`
    return `${told} ${together(reply, enhanced)}`
  }
  const told =
    a.class === b.class
      ? l10n.t`Both are of the class "${a.className}".`
      : l10n.t`${a.code} is of the class "${a.className}"; ${b.code} is of the class "${b.className}".`
  return `${told} ${nutshell(a, b)}`
}

function classWords({ code, kind, className }: StatusFacts): string {
  return `${className} (${code.slice(0, 1)}${kind === 'reply code' ? 'yz' : '.y.z'})`
}

/** The class of an enhanced status code equals the first digit of its reply code (RFC 2034 4). */
function together(reply: StatusFacts, enhanced: StatusFacts): string {
  return reply.code.startsWith(enhanced.code.slice(0, 1))
    ? l10n.t`They can stand in the same reply.`
    : l10n.t`They cannot stand in the same reply: their first digits differ.`
}

function nutshell(a: StatusFacts, b: StatusFacts): string {
  return a.name === b.name
    ? l10n.t`Both say "${a.name}".`
    : l10n.t`${a.code} says "${a.name}", ${b.code} says "${b.name}".`
}
