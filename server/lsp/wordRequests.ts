import type { Connection } from 'vscode-languageserver'
import { articleToMarkdown } from '../features/article.ts'
import { articleAbout, knownWords } from '../features/articleAbout.ts'
import { compareReplyCodes } from '../features/compareReplyCodes.ts'
import { guarded } from './guard.ts'
import {
  type CompareReplyCodesParams,
  compareReplyCodesRequest,
  type NamedChoice,
  replyCodesRequest,
  type WordPageParams,
  wordPageRequest,
  wordsRequest,
} from './messages.ts'

/** Words with what they are; a title that begins with the word does not say it twice. */
function choicesOf(words: readonly string[]): NamedChoice[] {
  return words.map(name => {
    const title = articleAbout(name)?.title ?? ''
    return { name, title: title.startsWith(`${name} `) ? title.slice(name.length + 1) : title }
  })
}

function wordPage({ word }: WordPageParams): string | null {
  const article = articleAbout(word)
  return article ? articleToMarkdown(article) : null
}

function comparison({ codes }: CompareReplyCodesParams): string | null {
  const article = compareReplyCodes(...codes)
  return article ? articleToMarkdown(article) : null
}

/** Answers the requests about codes, commands, keywords and the other words of SMTP. */
export function answerWordRequests(connection: Connection): void {
  const codes = () => choicesOf(knownWords().filter(word => /^[2-5](?:\d\d$|\.)/.test(word)))
  connection.onRequest(
    compareReplyCodesRequest,
    guarded(connection, 'comparison', () => null, comparison),
  )
  connection.onRequest(
    replyCodesRequest,
    guarded(connection, 'reply codes', () => [], codes),
  )
  connection.onRequest(
    wordsRequest,
    guarded(
      connection,
      'words',
      () => [],
      () => choicesOf(knownWords()),
    ),
  )
  connection.onRequest(
    wordPageRequest,
    guarded(connection, 'word page', () => null, wordPage),
  )
}
