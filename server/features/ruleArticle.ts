import type { Rule } from '../rules/rule.ts'
import { type Article, linksTo, paragraph, transcriptLines } from './article.ts'

/** The documentation of a rule: what it finds, why that matters, what to do, and both of its examples. */
export function ruleArticle({ title, what, why, remedy, example, instead, references }: Rule): Article {
  return {
    title,
    lead: what,
    sections: [
      { heading: 'Why it matters', blocks: [paragraph(why)] },
      { heading: 'What to do', blocks: [paragraph(remedy)] },
      { heading: 'Example', blocks: [transcriptLines(example.trim())] },
      { heading: 'Instead', blocks: [transcriptLines(instead.trim())] },
    ],
    links: linksTo(references),
  }
}
