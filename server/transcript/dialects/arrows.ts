import { looksLikeCommand, looksLikeReply } from '../payload.ts'
import type { Stretch } from '../stretch.ts'
import { said, type Utterance } from './dialect.ts'

/** The two arrows of a tool: `reads` stands in front of what it reads, `writes` of what it writes. */
export interface Arrows {
  readonly reads: string
  readonly writes: string
}

/**
 * The arrow in front of what the server says. Arrows are seen from the tool, which may be either side: what is said
 * shows which, and where it does not, what was found out before. A tool of which nothing is known is a client.
 */
export function serversArrow(
  { reads, writes }: Arrows,
  arrow: string,
  payload: string,
  memory: string,
): string {
  if (looksLikeReply(payload)) return arrow
  if (looksLikeCommand(payload)) return arrow === reads ? writes : reads
  return memory || reads
}

/** What stands behind an arrow, when `servers` is the server's; which is remembered. */
export function saidBehind(arrow: string, servers: string, stretch: Stretch): readonly Utterance[] {
  return [{ ...said(arrow === servers ? 'server' : 'client', stretch), memory: servers }]
}
