import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../../server/protocol/causes/replyCause.ts'
import { checkTranscript } from '../../server/rules/check.ts'
import type { Problem } from '../../server/rules/rule.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'

/** A session that somebody pasted where they asked for help, re-enacted, with the diagnosis that was accepted. */
export interface Ticket {
  readonly id: string
  /** The thread that it comes from. */
  readonly source: string
  readonly transcript: string
  readonly diagnosis: string
  readonly fault: Fault | 'none'
  /** The rules that find what is wrong; empty where the protocol was kept and only an explanation is due. */
  readonly expect: readonly string[]
  /** Rules that may find something, too. */
  readonly tolerated: readonly string[]
  /** Words of which an explanation of the decisive reply has at least one. */
  readonly explain: readonly string[]
  readonly decisiveReply: { readonly code: number; readonly enhancedCode: string | null } | null
}

/** All tickets. */
export const tickets: readonly Ticket[] = readFileSync(join('test', 'tickets', 'tickets.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Ticket)

/** What `check` finds in a ticket's transcript, in the order of the text. */
export function findingsIn({ transcript }: Ticket): readonly Problem[] {
  return checkTranscript(readTranscript(transcript)).flatMap(({ problems }) => problems)
}

/** What speaks against the findings in a ticket; empty where they are what its diagnosis says. */
export function missesIn(ticket: Ticket): readonly string[] {
  const found = findingsIn(ticket)
  const ids = found.map(({ rule }) => rule.id)
  if (ticket.expect.length === 0) {
    const complaints = found.filter(({ severity }) => severity === 'error' || severity === 'warning')
    return complaints
      .filter(({ rule }) => !ticket.tolerated.includes(rule.id))
      .map(({ rule }) => `finds ${rule.id}`)
  }
  const missing = ticket.expect.filter(id => !ids.includes(id)).map(id => `misses ${id}`)
  const isFirst = ids.slice(0, 3).some(id => ticket.expect.includes(id))
  return isFirst || missing.length > 0 ? missing : ['tells it only behind three other findings']
}
