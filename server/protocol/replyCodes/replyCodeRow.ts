import type { Reference } from '../references.ts'

/** The four severities of a reply, in the words of RFC 5321 4.2.1. */
export type ReplyClass =
  | 'positive completion'
  | 'positive intermediate'
  | 'transient negative completion'
  | 'permanent negative completion'

/**
 * What a client may do with the same request:
 * `not needed` it worked; `later` send it again unchanged, after a while; `changed` send it again after a change of order,
 * credentials, address or parameter; `never` do not send this again here.
 */
export type RetryAdvice = 'not needed' | 'later' | 'changed' | 'never'

/**
 * Who defines the code: RFC 5321, another RFC, nobody but the "associated basic status code" column of the
 * enhanced status code registry (RFC 5248), a manufacturer; `unknown` is explained by its digits alone.
 */
export type ReplyCodeStatus = 'base' | 'extension' | 'registry' | 'vendor' | 'unknown'

/** What follows from a reply; each is one or two plain sentences. */
export interface Consequences {
  /** Who has to do something. */
  readonly whoActs: string
  /** What the reply does to the session and to an open transaction. */
  readonly sessionState: string
  /** What it means for the message that is to be delivered. */
  readonly forTheMessage: string
}

/** A reply code as the tables tell it, in English. A row names a consequence only where it differs from that of its class. */
export interface ReplyCodeRow extends Partial<Consequences> {
  /** As in RFC 5321 4.2.3 or the defining RFC. */
  readonly name: string
  readonly status: Exclude<ReplyCodeStatus, 'unknown'>
  readonly meaning: string
  /** Situations, the most frequent first. */
  readonly whenYouSeeIt: readonly string[]
  readonly clientFix: string
  readonly serverFix: string
  /** Completes "Choose this code when ...", for somebody who writes a server; null where `serverFix` names a better one. */
  readonly chooseWhen: string | null
  readonly retry: { readonly advice: RetryAdvice; readonly note: string }
  /** What the reply is about: a command, a recipient, a message, the session. */
  readonly affects: string
  readonly references: readonly Reference[]
}
