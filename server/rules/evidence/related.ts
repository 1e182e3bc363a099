import { extensionsAt } from '../../transcript/announcements.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import type { Related } from '../rule.ts'

/** A related place at a command; null where there is none. */
export function relatedTo(exchange: Exchange | null | undefined, message: string): Related | null {
  if (exchange?.unit.kind !== 'command') return null
  return { span: exchange.unit.verbSpan, message }
}

/** A related place at the code of a reply; null where there is none. */
export function relatedToReply(reply: Reply | null | undefined, message: string): Related | null {
  return reply ? { span: reply.codeSpans[0], message } : null
}

/** A related place where the reply to EHLO in force offers an extension; null where it does not. */
export function relatedToOffer(
  session: Session,
  exchange: Exchange,
  keyword: string,
  message: string,
): Related | null {
  const offer = extensionsAt(session, exchange)?.find(keyword)
  return offer ? { span: offer.keywordSpan, message } : null
}
