/** The requests that client and server have beside those of the Language Server Protocol. */

/** The comparison of two codes: in goes a pair like `['450', '503']`, out comes Markdown, or null where one is no code. */
export const compareReplyCodesRequest = 'smtp/compareReplyCodes'

/** What `compareReplyCodesRequest` takes. */
export interface CompareReplyCodesParams {
  readonly codes: readonly [string, string]
}

/** The reply codes to choose from. */
export const replyCodesRequest = 'smtp/replyCodes'

/** A reply code to choose. */
export interface ReplyCodeChoice {
  readonly code: string
  readonly name: string
}

/** What a client tells the server about itself when it starts it. */
export interface InitializationOptions {
  /** Links to the editor's own commands work in hovers. */
  readonly commandLinks?: boolean
}

/** The command that compares two reply codes; its arguments are the codes, or none to be asked. */
export const compareReplyCodesCommand = 'smtp.compareReplyCodes'
