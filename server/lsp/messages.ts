import type { Diagnostic } from 'vscode-languageserver'

/** The requests and notifications that client and server have beside those of the Language Server Protocol. */

/** The comparison of two codes: in goes a pair like `['450', '503']`, out comes Markdown, or null where one is no code. */
export const compareReplyCodesRequest = 'smtp/compareReplyCodes'

/** What `compareReplyCodesRequest` takes. */
export interface CompareReplyCodesParams {
  readonly codes: readonly [string, string]
}

/** The codes to compare, reply codes and enhanced status codes; out comes an array of `NamedChoice`. */
export const replyCodesRequest = 'smtp/replyCodes'

/** What a client tells the server about itself when it starts it. */
export interface InitializationOptions {
  /** Links to the editor's own commands work in hovers and diagnostics. */
  readonly commandLinks?: boolean
  /** The client wants `documentReadNotification`. */
  readonly readingNotices?: boolean
  /** The settings of the section `smtp` as they are at the start. */
  readonly settings?: unknown
}

/** The command that compares two reply codes; its arguments are the codes, or none to be asked. */
export const compareReplyCodesCommand = 'smtp.compareReplyCodes'

/** Something to choose: `name` goes into requests, `title` is one line for people. */
export interface NamedChoice {
  readonly name: string
  readonly title: string
}

/** What a request answers that could not be done: one sentence for the person. Nothing has changed then. */
export interface Refusal {
  readonly error: string
}

/** How an open document was read. Sent for each document after its opening, its changes and the choice of a dialect. */
export const documentReadNotification = 'smtp/documentRead'

/** The first session that failed. */
export interface ReadFailure {
  /** Which session it was, from 1. */
  readonly session: number
  /** How and where, as in `refused at RCPT TO:<bob@example.org>`. */
  readonly outcome: string
  /** Why, in one sentence; null where no reply decided it. */
  readonly reason: string | null
}

/** What `documentReadNotification` tells. */
export interface DocumentRead {
  readonly uri: string
  readonly version: number
  readonly dialect: NamedChoice
  /** The person chose the dialect; it was detected otherwise. */
  readonly chosen: boolean
  /** How sure the detection is, in a few words, where it can tell. */
  readonly sureness?: string
  /** How many SMTP sessions were found. */
  readonly sessions: number
  /** What failed first, where something did. */
  readonly failure?: ReadFailure
}

/** The findings in a text that is not open: in goes a `CheckTextParams`, out comes a `CheckTextAnswer`. */
export const checkTextRequest = 'smtp/checkText'

/** What `checkTextRequest` takes. */
export interface CheckTextParams {
  readonly uri: string
  readonly text: string
}

/** What `checkTextRequest` answers. */
export type CheckTextAnswer = Diagnostic[]

/** The lines of a transcript that the person sees, from 0: sent by the client when they have become others. */
export const visibleLinesNotification = 'smtp/visibleLines'

/** What `visibleLinesNotification` tells. */
export interface VisibleLines {
  readonly uri: string
  readonly first: number
  readonly last: number
}

/** The dialects to choose from; out comes an array of `NamedChoice`. */
export const dialectsRequest = 'smtp/dialects'

/** Reads an open document again in a dialect, and keeps to it until the document is closed. Out comes a `ChooseDialectAnswer`. */
export const chooseDialectRequest = 'smtp/chooseDialect'

/** What `chooseDialectRequest` takes; with null the dialect is detected again. */
export interface ChooseDialectParams {
  readonly uri: string
  readonly dialect: string | null
}

/** What `chooseDialectRequest` answers. */
export type ChooseDialectAnswer = DocumentRead | Refusal

/** The command that lets the person choose the dialect of the active transcript. */
export const chooseDialectCommand = 'smtp.chooseDialect'

/** The words of SMTP that can be explained; out comes an array of `NamedChoice`. */
export const wordsRequest = 'smtp/words'

/** The page about a word: in goes a code, a verb, a keyword …, out comes Markdown, or null where nothing is known of it. */
export const wordPageRequest = 'smtp/wordPage'

/** What `wordPageRequest` takes. */
export interface WordPageParams {
  readonly word: string
}

/** The command that shows the page of a word; its argument is the word, or none to be asked. */
export const explainWordCommand = 'smtp.explainWord'

/** The rules to choose from; out comes an array of `NamedChoice`, named by their ids. */
export const rulesRequest = 'smtp/rules'

/** The page of a rule: in goes its id, out comes Markdown, or null where there is no such rule. */
export const rulePageRequest = 'smtp/rulePage'

/** What `rulePageRequest` takes. */
export interface RulePageParams {
  readonly rule: string
}

/** The command that shows the page of a rule; its argument is the id, or none to be asked. */
export const explainRuleCommand = 'smtp.explainRule'

/** What a transcript can be converted to; out comes an array of `NamedChoice`. */
export const conversionTargetsRequest = 'smtp/conversionTargets'

/** An open document in another form. Out comes a `ConvertAnswer`. */
export const convertRequest = 'smtp/convert'

/** What `convertRequest` takes; `to` is the name of a target. */
export interface ConvertParams {
  readonly uri: string
  readonly to: string
}

/** A converted transcript. */
export interface Converted {
  readonly text: string
  readonly languageId: string
}

/** What `convertRequest` answers. */
export type ConvertAnswer = Converted | Refusal

/** The sessions of an open document to choose from. Out comes an array of `SessionChoice`. */
export const sessionsRequest = 'smtp/sessions'

/** What `sessionsRequest` takes. */
export interface SessionsParams {
  readonly uri: string
}

/** A session of a document. */
export interface SessionChoice {
  /** The line, from 0, that it begins on; it names the session in other requests. */
  readonly line: number
  /** As in `Session 3 (4711)`. */
  readonly title: string
  /** How it came out, in a few words. */
  readonly outcome: string
}

/**
 * A session as it is compared with another: in the language's own dialect, without what differs between any two. Out
 * comes a `NormalizedSessionAnswer`.
 */
export const normalizedSessionRequest = 'smtp/normalizedSession'

/** What `normalizedSessionRequest` takes; `line` is the one from 0 that the session begins on. */
export interface NormalizedSessionParams {
  readonly uri: string
  readonly line: number
}

/** What `normalizedSessionRequest` answers. */
export type NormalizedSessionAnswer = { readonly text: string } | Refusal

/** The command that compares two sessions; its arguments are the document and the line of the first, or none to be asked. */
export const compareSessionsCommand = 'smtp.compareSessions'
