import { countWhile } from './countWhile.ts'
import { columnOfExchange, isAccepted } from './history.ts'
import { rememberedLast } from './remembered.ts'
import { replySaid, type SaidLine } from './saidText.ts'
import type { Exchange, Session, Span } from './session.ts'

/** A line of the reply to EHLO or LHLO behind its first: a keyword with its parameters (RFC 5321 section 4.1.1.1). */
export interface Announcement {
  /** Upper case. `AUTH=LOGIN` is an old spelling of `AUTH LOGIN`. */
  readonly keyword: string
  /** What stands behind the keyword, in upper case and without surrounding space. */
  readonly parameters: string
  readonly keywordSpan: Span
  readonly span: Span
}

/** The extensions that may be used at some point of a session. */
export interface Extensions {
  /** The hello whose reply announced them; null where none is in force. */
  readonly hello: Exchange | null
  readonly announcements: readonly Announcement[]
  /** The first announcement of a keyword, which is given in upper case. */
  readonly find: (keyword: string) => Announcement | undefined
}

function announcementOn(said: SaidLine): Announcement | null {
  const text = said.payload.slice(4)
  const keyword = /^\s*([^\s=]+)/.exec(text)
  if (!keyword) return null
  const start = 4 + keyword[0].length - (keyword[1]?.length ?? 0)
  const end = 4 + keyword[0].length
  return {
    keyword: (keyword[1] ?? '').toUpperCase(),
    parameters: text.slice(keyword[0].length).replace(/^=/, '').trim().toUpperCase(),
    keywordSpan: said.spanOf(start, end),
    span: said.spanOf(start, said.payload.trimEnd().length),
  }
}

const nothing: readonly Announcement[] = []

function announcementsIn(session: Session, { unit, reply }: Exchange): readonly Announcement[] {
  if (unit.kind !== 'command' || unit.verb === 'HELO' || reply?.code !== 250) return nothing
  return replySaid(session, reply)
    .slice(1)
    .flatMap(said => announcementOn(said) ?? [])
}

const announced = rememberedLast((_session: Session) => new Map<Exchange, readonly Announcement[]>())

/** What the reply to a hello announces; nothing for HELO and for a refused hello. */
export function announcedBy(session: Session, hello: Exchange): readonly Announcement[] {
  const known = announced(session)
  const before = known.get(hello)
  if (before) return before
  const found = announcementsIn(session, hello)
  known.set(hello, found)
  return found
}

/** Every hello of a session that was accepted, in order. */
export const acceptedHellos = rememberedLast(({ exchanges }: Session): readonly Exchange[] => {
  return exchanges.filter(one => columnOfExchange(one) === 'hello' && isAccepted(one))
})

/** Whether a keyword, which is given in upper case, is announced anywhere in a session. */
export function isEverAnnounced(session: Session, keyword: string): boolean {
  return acceptedHellos(session).some(hello =>
    announcedBy(session, hello).some(one => one.keyword === keyword),
  )
}

/** The last accepted hello before the exchange with that index. */
export function helloBefore(session: Session, index: number): Exchange | undefined {
  const all = acceptedHellos(session)
  return all[countWhile(all.length, at => (all[at]?.index ?? index) < index) - 1]
}

const announcedUntil = rememberedLast((_session: Session) => new Map<Exchange, Extensions>())

function extensionsOf(session: Session, hello: Exchange | null): Extensions {
  const known = announcedUntil(session)
  const before = hello && known.get(hello)
  if (before) return before
  const announcements = hello ? announcedBy(session, hello) : nothing
  const extensions: Extensions = {
    hello,
    announcements,
    find: keyword => announcements.find(one => one.keyword === keyword),
  }
  if (hello) known.set(hello, extensions)
  return extensions
}

/**
 * The extensions that the client may use when it sends `exchange`: those of the EHLO reply in force, which HELO, TLS and
 * a security layer void (RFC 5321 section 4.1.4, RFC 3207 section 4.2). Null where the text does not tell.
 */
export function extensionsAt(session: Session, exchange: Exchange): Extensions | null {
  const { hello, keywords } = exchange.before
  if (hello === 'unknown') return null
  if (hello === 'none') return extensionsOf(session, null)
  if (keywords === null) return null
  if (hello === 'HELO') return extensionsOf(session, null)
  const last = helloBefore(session, exchange.index)
  return last?.reply ? extensionsOf(session, last) : null
}
