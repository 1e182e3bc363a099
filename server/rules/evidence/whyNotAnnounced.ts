import * as l10n from '@vscode/l10n'
import { announcedBy, type Extensions, helloBefore } from '../../transcript/announcements.ts'
import { standingAt } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import type { Related } from '../rule.ts'
import { wasTaken } from './liberties.ts'
import { relatedTo } from './related.ts'

/** Why an extension may not be used, as the second half of a sentence, and the places that show it. */
export interface NotAnnounced {
  readonly reason: string
  readonly related: readonly (Related | null)[]
}

/** Where a keyword was announced by the last hello but one: what came between made it void. */
function announcedBefore(session: Session, hello: Exchange, keywords: readonly string[]): Related | null {
  const earlier = helloBefore(session, hello.index)
  const found = earlier && announcedBy(session, earlier).find(({ keyword }) => keywords.includes(keyword))
  return found ? { span: found.keywordSpan, message: l10n.t`It was announced here, and not since.` } : null
}

function withoutHello(session: Session, exchange: Exchange): NotAnnounced | null {
  const { hello, startTls, end } = standingAt(session, exchange)
  if (exchange.before.hello === 'HELO') {
    return {
      reason: l10n.t`HELO announces no extensions, EHLO would`,
      related: [relatedTo(hello, l10n.t`HELO leaves the server nothing to announce.`)],
    }
  }
  if (startTls) {
    return {
      reason: l10n.t`TLS made void what was announced before, until EHLO comes again`,
      related: [relatedTo(startTls, l10n.t`STARTTLS made the earlier announcement void.`)],
    }
  }
  // Of a text that begins in mid-session nobody knows what came before.
  if (!session.greeting && !hello && !end) return null
  return {
    reason: l10n.t`nothing is announced before EHLO`,
    related: [relatedTo(hello, l10n.t`This was refused.`)],
  }
}

/**
 * Why none of these keywords is in force where `exchange` stands; null where one is, or where nobody can tell: an excerpt,
 * or a tool that does not print what was announced, so that the server takes what it seems not to know.
 */
export function whyNotAnnounced(
  session: Session,
  exchange: Exchange,
  extensions: Extensions | null,
  keywords: readonly string[],
): NotAnnounced | null {
  if (!extensions || keywords.some(keyword => extensions.find(keyword))) return null
  const { hello, announcements } = extensions
  if (!hello) return withoutHello(session, exchange)
  if (announcements.length === 0 && wasTaken(exchange)) return null
  const earlier = announcedBefore(session, hello, keywords)
  return {
    reason: earlier
      ? l10n.t`the server announced it before, and does not any more`
      : l10n.t`the server did not announce it`,
    related: [relatedTo(hello, l10n.t`The reply to this announces what may be used.`), earlier],
  }
}
