import { rfc } from '../references.ts'
import { commandsOfExtensions } from './reply503/commandsOfExtensions.ts'
import { helloAndMail } from './reply503/helloAndMail.ts'
import { recipientsAndContent } from './reply503/recipientsAndContent.ts'
import type { Reply503Row } from './reply503/reply503Row.ts'
import { type Answered, isOn } from './replyCause.ts'

const fallback = {
  id: 'fallback',
  on: ['*'],
  judgedBy: 'command',
  isGuess: true,
  when: 'nothing above fits',
  here: 'The command exists, but not at this point of the session; the server ignored it and stays in its state.',
  next: 'Look at the reply to the command before; if in doubt send RSET and start the transaction again.',
  fault: 'client',
  references: [rfc(5321, '4.1.4'), rfc(5321, '4.2.3')],
} as const satisfies Reply503Row

/** Why a server answers 503, the first that fits; the last one always does. */
export const reply503Causes = [
  ...helloAndMail,
  ...recipientsAndContent,
  ...commandsOfExtensions,
  fallback,
] as const

type Row = (typeof reply503Causes)[number]

/** The ids of all reasons. */
export type Reply503Cause = Row['id']

/** What the state of the session must tell; the row's `when` says it in words. */
export type Reply503Condition = Extract<Row, { readonly judgedBy: 'state' }>['id']

/** A reply 503 and what the session knows at that place. */
export interface Reply503 {
  readonly answered: Answered
  /** The lines of the reply without code, joined by spaces. */
  readonly text: string
  /** Whether a condition holds in front of the answered command; null where the text begins in mid-session. */
  readonly holds: ((condition: Reply503Condition) => boolean) | null
}

/** A row of the table, and whether its sentences may speak of the session or only what the text of the reply proves. */
export interface Found503 {
  readonly cause: Reply503Row & { readonly id: Reply503Cause }
  readonly provenBy: 'session' | 'text'
}

/** @returns the first reason that fits; there always is one. */
export function findReply503Cause(reply: Reply503): Found503 {
  for (const cause of reply503Causes) {
    if (!isOn(cause, reply.answered)) continue
    const provenBy = proof(cause, reply)
    if (provenBy) return { cause, provenBy }
  }
  return { cause: fallback, provenBy: 'session' }
}

function proof(cause: Row, { answered, text, holds }: Reply503): Found503['provenBy'] | undefined {
  // Where the command is not known, only a row for all commands can be proven by it.
  if (cause.judgedBy === 'command') return answered === '*' && cause !== fallback ? undefined : 'session'
  if (cause.judgedBy === 'state' && holds) return holds(cause.id) ? 'session' : undefined
  const { textPattern }: Reply503Row = cause
  return textPattern?.test(text) ? 'text' : undefined
}
