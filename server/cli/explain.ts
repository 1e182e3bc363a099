import { type Article, articleToText } from '../features/article.ts'
import { articleAbout, nearestTo } from '../features/articleAbout.ts'
import { compareReplyCodes } from '../features/compareReplyCodes.ts'

/** What a command of the terminal has to say; `error` is one line, and only there when `exitStatus` is 2. */
export interface Explanation {
  readonly output: string
  readonly error: string
  readonly exitStatus: 0 | 2
}

const width = 80

/**
 * `smtp-transcript explain WORD [WORD]`: one word of SMTP explained, two codes compared, two other words explained one
 * after the other.
 *
 * @param args what stands behind `explain`: reply codes, enhanced status codes, or what else `articleAbout` knows; one
 *   that has two words (`MAIL FROM`, `AUTH PLAIN`) may come as two
 * @returns plain text of at most 80 columns (addresses may be longer), or one line that says what is wrong
 */
export function explain(args: readonly string[]): Explanation {
  if (args.length === 0)
    return wrongUse(
      'a code or another word of SMTP is missing; give one, or two to compare, e.g. explain 450 503',
    )
  if (args.length > 2) return wrongUse(`${args.length} words are too many; give one, or two to compare`)
  const together = articleAbout(args.join(' ')) ?? comparison(args)
  if (together) return explanation([together])
  const articles: Article[] = []
  for (const arg of args) {
    const article = articleAbout(arg)
    if (!article) return wrongUse(notKnown(arg))
    if (articles.every(({ title }) => title !== article.title)) articles.push(article)
  }
  return explanation(articles)
}

function comparison([first, second]: readonly string[]): Article | undefined {
  return first === undefined || second === undefined || first === second
    ? undefined
    : compareReplyCodes(first, second)
}

function explanation(articles: readonly Article[]): Explanation {
  const output = articles.map(article => articleToText(article, width)).join('\n\n')
  return { output, error: '', exitStatus: 0 }
}

function wrongUse(message: string): Explanation {
  return { output: '', error: `smtp-transcript explain: ${message}\n`, exitStatus: 2 }
}

function notKnown(arg: string): string {
  const start = arg.length > 40 ? `${arg.slice(0, 40)}...` : arg
  const shown = `"${start.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')}"`
  const nearest = nearestTo(arg)
  const hint = nearest === undefined ? 'words look like 450, 4.2.1, RCPT or SIZE' : `did you mean ${nearest}?`
  return `${shown} is no known code, command, extension, parameter or mechanism; ${hint}`
}
