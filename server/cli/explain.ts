import { articleToText } from '../features/article.ts'
import { compareReplyCodes } from '../features/compareReplyCodes.ts'
import { replyCodeArticle } from '../features/replyCodeArticle.ts'
import { registeredEnhancedCodes } from '../protocol/enhancedStatusCodes.ts'
import { knownReplyCodes, replyCodeStatus } from '../protocol/replyCodes.ts'
import { statusFacts } from '../protocol/statusFacts.ts'
import { typingErrors } from './typingErrors.ts'

/** What a command of the terminal has to say; `error` is one line, and only there when `exitStatus` is 2. */
export interface Explanation {
  readonly output: string
  readonly error: string
  readonly exitStatus: 0 | 2
}

const width = 80

/**
 * `smtp-transcript explain CODE [CODE]`: one code explained, two compared.
 *
 * @param args what stands behind `explain`: one or two reply codes (`450`) or enhanced status codes (`4.2.1`)
 * @returns plain text of at most 80 columns (addresses may be longer), or one line that says what is wrong
 */
export function explain(args: readonly string[]): Explanation {
  const [first, second] = args
  if (first === undefined)
    return wrongUse('a code is missing; give one, or two to compare, e.g. explain 450 503')
  if (args.length > 2) return wrongUse(`${args.length} codes are too many; give one, or two to compare`)
  const wrong = args.find(arg => !statusFacts(arg))
  if (wrong !== undefined) return wrongUse(notACode(wrong))
  const article =
    second === undefined || second === first ? replyCodeArticle(first) : compareReplyCodes(first, second)
  return article
    ? { output: articleToText(article, width), error: '', exitStatus: 0 }
    : wrongUse(notACode(first))
}

function wrongUse(message: string): Explanation {
  return { output: '', error: `smtp-transcript explain: ${message}\n`, exitStatus: 2 }
}

function notACode(arg: string): string {
  const start = arg.length > 40 ? `${arg.slice(0, 40)}...` : arg
  const shown = `"${start.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')}"`
  const nearest = nearestCode(arg)
  const hint = nearest === undefined ? 'codes look like 450 or 4.2.1' : `did you mean ${nearest}?`
  return `${shown} is neither a reply code nor an enhanced status code; ${hint}`
}

/** @returns the known code that is most likely meant; undefined where too little of the argument looks like a code */
function nearestCode(arg: string): string | undefined {
  const [word = ''] = arg.trim().split(' ', 1)
  if (word === '' || word.length > 12) return undefined
  const [nearest] = allCodes
    .map(code => ({
      code,
      errors: typingErrors(word, code),
      steps: stepsBetween(word, code),
    }))
    .filter(({ code, errors }) => errors <= code.length / 2)
    .sort((a, b) => a.errors - b.errors || a.steps - b.steps)
  return nearest?.code
}

/** The codes of RFC 5321 first, for they are meant most often. */
const allCodes: readonly string[] = [
  ...knownReplyCodes.filter(code => replyCodeStatus(code) === 'base').map(String),
  ...knownReplyCodes.filter(code => replyCodeStatus(code) !== 'base').map(String),
  ...registeredEnhancedCodes.flatMap(({ key, classes }) => classes.map(kind => `${kind}.${key}`)),
]

function stepsBetween(arg: string, code: string): number {
  const steps = Math.abs(Number(arg) - Number(code))
  return Number.isNaN(steps) ? Number.MAX_SAFE_INTEGER : steps
}
