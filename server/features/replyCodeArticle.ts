import * as l10n from '@vscode/l10n'
import { commandsAnsweredWith, greetingCodes, repliesToAnyCommand } from '../protocol/commands.ts'
import { mixedUpWith } from '../protocol/counterpart.ts'
import { replyCodePair } from '../protocol/replyCodePairs.ts'
import { type StatusFacts, statusFacts } from '../protocol/statusFacts.ts'
import { type Article, type ArticleBlock, type ArticleSection, linksTo, list, paragraph } from './article.ts'
import { headings } from './headings.ts'

/** The headings of every article about one code, in their order; the last only where there is something to tell. */
export const replyCodeHeadings = {
  get meaning(): string {
    return headings.meaning
  },
  get when(): string {
    return headings.whenSeen
  },
  get todo(): string {
    return headings.todo
  },
  get class(): string {
    return headings.class
  },
  get mixedUp(): string {
    return l10n.t`Often mixed up with`
  },
} as const

/**
 * Explains one code without a session around it.
 *
 * @param code a reply code such as `450`, or an enhanced status code such as `4.2.1`
 * @returns the article; for an unknown code one that says so and tells what its digits mean (RFC 5321 4.2, RFC 3463 2);
 *   undefined for what is no code
 */
export function replyCodeArticle(code: string): Article | undefined {
  const facts = statusFacts(code)
  if (!facts) return undefined
  return {
    title: `${facts.code} ${facts.name}`,
    lead: lead(facts),
    sections: [
      { heading: replyCodeHeadings.meaning, blocks: [paragraph(facts.meaning)] },
      { heading: replyCodeHeadings.when, blocks: [list(facts.whenYouSeeIt), ...listedFor(facts)] },
      { heading: replyCodeHeadings.todo, blocks: [whatToDo(facts)] },
      { heading: replyCodeHeadings.class, blocks: transientOrPermanent(facts) },
      ...mixedUp(facts),
    ],
    links: linksTo(facts.references),
  }
}

/**
 * @returns what a reply code is listed as a reply to, e.g. `RCPT, BDAT`; retired commands and those of manufacturers only
 *   where there is no other. Undefined where no table lists it.
 */
export function answeredWith({ kind, code }: Pick<StatusFacts, 'kind' | 'code'>): string | undefined {
  if (kind !== 'reply code') return undefined
  const number = Number(code)
  const connection = greetingCodes.has(number) ? [l10n.t`a new connection`] : []
  const commands = repliesToAnyCommand.includes(number) ? [l10n.t`any command`] : commandsWith(number)
  const answered = [...connection, ...commands]
  return answered.length > 0 ? answered.join(', ') : undefined
}

function commandsWith(code: number): readonly string[] {
  const all = commandsAnsweredWith(code)
  const current = all.filter(({ status }) => status !== 'deprecated' && status !== 'vendor')
  return (current.length > 0 ? current : all).map(({ verb, isToMessage }) =>
    isToMessage ? l10n.t`the message after ${verb}` : verb,
  )
}

function lead({ code, kind, known, class: its, className, retry }: StatusFacts): string {
  const outcome = outcomeOf(its, retry.advice)
  const told =
    kind === 'reply code'
      ? l10n.t`${code} is a reply code of the class "${className}": ${outcome}`
      : l10n.t`${code} is an enhanced status code of the class "${className}": ${outcome}`
  return known ? told : `${told} ${l10n.t`No registry lists ${code}; what follows comes from its digits.`}`
}

function outcomeOf(its: StatusFacts['class'], advice: StatusFacts['retry']['advice']): string {
  switch (its) {
    case 'positive completion':
      return l10n.t`the command succeeded.`
    case 'positive intermediate':
      return l10n.t`the server waits for the rest of the command.`
    case 'transient negative completion':
      return advice === 'later'
        ? l10n.t`not now, the same command may succeed later.`
        : l10n.t`not now, and usually only after a change.`
    case 'permanent negative completion':
      return advice === 'changed'
        ? l10n.t`no, unless something is changed.`
        : l10n.t`no, and the same command will fail again.`
  }
}

function listedFor(facts: StatusFacts): readonly ArticleBlock[] {
  const answered = answeredWith(facts)
  return answered === undefined ? [] : [paragraph(l10n.t`Listed as a reply to: ${answered}.`)]
}

function whatToDo({ clientFix, serverFix, chooseWhen, whoActs }: StatusFacts): ArticleBlock {
  return list([
    [l10n.t`Who must act`, whoActs],
    [l10n.t`As the client`, clientFix],
    [
      l10n.t`As the server`,
      chooseWhen === null ? serverFix : `${l10n.t`Choose it when ${chooseWhen}.`} ${serverFix}`,
    ],
  ])
}

function transientOrPermanent(facts: StatusFacts): readonly ArticleBlock[] {
  const { class: its, retry, affects, sessionState, forTheMessage } = facts
  return [
    paragraph(`${severity(its)} ${retry.note}`),
    list([
      [l10n.t`What it is about`, affects],
      [l10n.t`The session`, sessionState],
      [l10n.t`The message`, forTheMessage],
    ]),
  ]
}

function severity(its: StatusFacts['class']): string {
  switch (its) {
    case 'positive completion':
      return l10n.t`Neither: it reports success.`
    case 'positive intermediate':
      return l10n.t`Neither: it asks for more.`
    case 'transient negative completion':
      return l10n.t`Transient, by the first digit 4.`
    case 'permanent negative completion':
      return l10n.t`Permanent, by the first digit 5.`
  }
}

function mixedUp({ kind, code }: StatusFacts): readonly ArticleSection[] {
  if (kind !== 'reply code') return []
  const items = mixedUpWith(Number(code)).flatMap((other): (readonly [string, string])[] => {
    const pair = replyCodePair(Number(code), other)
    return pair ? [[`${other}`, pair.lead]] : []
  })
  return items.length > 0 ? [{ heading: replyCodeHeadings.mixedUp, blocks: [list(items)] }] : []
}
