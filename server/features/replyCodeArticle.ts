import { type StatusFacts, statusFacts } from '../protocol/statusFacts.ts'
import { type Article, type ArticleBlock, linksTo, list, paragraph } from './article.ts'

/** The headings of every article about one code, in their order. */
export const replyCodeHeadings = {
  meaning: 'What it means',
  when: 'When you see it',
  todo: 'What to do',
  class: 'Transient or permanent',
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
      { heading: replyCodeHeadings.when, blocks: [list(facts.whenYouSeeIt)] },
      { heading: replyCodeHeadings.todo, blocks: [whatToDo(facts)] },
      { heading: replyCodeHeadings.class, blocks: transientOrPermanent(facts) },
    ],
    links: linksTo(facts.references),
  }
}

function lead({ code, kind, known, class: its, className, retry }: StatusFacts): string {
  const unknown = known ? '' : ` No registry lists ${code}; what follows comes from its digits.`
  return `${code} is ${kind === 'reply code' ? 'a' : 'an'} ${kind} of the class "${className}": ${outcome(its, retry.advice)}.${unknown}`
}

function outcome(its: StatusFacts['class'], advice: StatusFacts['retry']['advice']): string {
  switch (its) {
    case 'positive completion':
      return 'the command succeeded'
    case 'positive intermediate':
      return 'the server waits for the rest of the command'
    case 'transient negative completion':
      return advice === 'later'
        ? 'not now, the same command may succeed later'
        : 'not now, and usually only after a change'
    case 'permanent negative completion':
      return advice === 'changed'
        ? 'no, unless something is changed'
        : 'no, and the same command will fail again'
  }
}

function whatToDo({ clientFix, serverFix, chooseWhen, whoActs }: StatusFacts): ArticleBlock {
  return list([
    ['Who must act', whoActs],
    ['As the client', clientFix],
    ['As the server', chooseWhen === null ? serverFix : `Choose it when ${chooseWhen}. ${serverFix}`],
  ])
}

function transientOrPermanent(facts: StatusFacts): readonly ArticleBlock[] {
  const { class: its, retry, affects, sessionState, forTheMessage } = facts
  return [
    paragraph(`${severity[its]} ${retry.note}`),
    list([
      ['What it is about', affects],
      ['The session', sessionState],
      ['The message', forTheMessage],
    ]),
  ]
}

const severity: Readonly<Record<StatusFacts['class'], string>> = {
  'positive completion': 'Neither: it reports success.',
  'positive intermediate': 'Neither: it asks for more.',
  'transient negative completion': 'Transient, by the first digit 4.',
  'permanent negative completion': 'Permanent, by the first digit 5.',
}
