import type { Range } from 'vscode-languageserver-types'
import { dialogueOf } from '../../transcript/authDialogues.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import { opensContent } from '../../transcript/history.ts'
import type { PlacedSession } from '../../transcript/placedSession.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { rangeOf } from '../ranges.ts'
import { linesBetween } from './lineRanges.ts'
import type { SessionPlace } from './sessionPlace.ts'

/** Lines that something goes back to, and what of them is shown first. */
export interface Origin {
  readonly range: Range
  readonly selection: Range
}

/** The DATA or BDAT that mail data come behind; undefined where the text begins behind it. */
function openerOf({ exchanges }: Session, content: Exchange): Exchange | undefined {
  return exchanges.slice(0, content.index).findLast(opensContent)
}

/** The lines of what the client sent, with its verb or its first line to begin with. */
export function sentOrigin(placed: PlacedSession, { unit, line }: Exchange): Origin {
  const isContent = unit.kind === 'message' || unit.kind === 'chunk'
  const range = linesBetween(placed, line, isContent ? unit.lastLine : line)
  switch (unit.kind) {
    case 'command':
      return { range, selection: rangeOf(unit.verbSpan, placed) }
    case 'auth-response':
      return { range, selection: rangeOf(unit.textSpan, placed) }
    default:
      return { range, selection: linesBetween(placed, line, line) }
  }
}

/** The lines of a reply, with its code to begin with. */
export function replyOrigin(placed: PlacedSession, reply: Reply): Origin {
  return {
    range: linesBetween(placed, reply.line, endOfReply(reply)),
    selection: rangeOf(reply.codeSpans[0], placed),
  }
}

/** What the place goes back to: of a reply its command, of mail data DATA or BDAT, of an answer to a challenge its AUTH. */
export function sentBehind({ session, exchange, reply }: SessionPlace): Exchange | null {
  if (!exchange) return null
  const { unit } = exchange
  if (unit.kind === 'auth-response') return dialogueOf(session, exchange)?.auth ?? (reply ? exchange : null)
  const isContent = unit.kind === 'message' || unit.kind === 'chunk'
  if (isContent && (!reply || unit.elided)) return openerOf(session, exchange) ?? exchange
  return exchange
}
