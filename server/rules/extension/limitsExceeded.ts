import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { type Announcement, extensionsAt, isEverAnnounced } from '../../transcript/announcements.ts'
import { isAccepted } from '../../transcript/history.ts'
import type { CommandUnit, Exchange, Session } from '../../transcript/session.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { type PathLine, pathLines } from '../evidence/pathFindings.ts'
import type { Rule, RuleContext } from '../rule.ts'

type LimitName = 'MAILMAX' | 'RCPTMAX' | 'RCPTDOMAINMAX'

/** A command that goes beyond a limit. */
interface Exceeding {
  readonly name: LimitName
  readonly limit: number
  readonly exchange: Exchange
  readonly command: CommandUnit
  readonly announcement: Announcement
}

function describe({ name, limit }: Exceeding): string {
  switch (name) {
    case 'MAILMAX':
      return l10n.t`The server announced MAILMAX=${limit}: more transactions in a session it does not take`
    case 'RCPTMAX':
      return l10n.t`The server announced RCPTMAX=${limit}: more recipients in a transaction it does not take`
    case 'RCPTDOMAINMAX':
      return l10n.t`The server announced RCPTDOMAINMAX=${limit}: more domains of recipients in a session it does not take`
  }
}

function limitIn({ parameters }: Announcement, name: LimitName): number {
  const words = parameters.split(/\s+/).map(word => word.split('='))
  const value = words.find(([word]) => word === name)?.[1]
  return value !== undefined && /^[1-9]\d{0,5}$/.test(value) ? Number(value) : Number.POSITIVE_INFINITY
}

/** What the server has taken so far: of recipients in this transaction, of the rest in the session. */
class Taken {
  readonly counts: Record<LimitName, number> = { MAILMAX: 0, RCPTMAX: 0, RCPTDOMAINMAX: 0 }
  readonly #domains = new Set<string>()

  /** The limits that a command counts for. */
  countedFor({ verb, path }: PathLine): readonly LimitName[] {
    if (verb === 'MAIL') return ['MAILMAX']
    const domain = path?.domain?.text.toLowerCase() ?? ''
    return domain === '' || this.#domains.has(domain) ? ['RCPTMAX'] : ['RCPTMAX', 'RCPTDOMAINMAX']
  }

  /** Counts a command that the server took. */
  add({ path }: PathLine, names: readonly LimitName[]): void {
    for (const name of names) this.counts[name] += 1
    if (names.includes('RCPTDOMAINMAX')) this.#domains.add(path?.domain?.text.toLowerCase() ?? '')
  }
}

/** Counts what the server has taken, and finds the first command beyond each limit; of recipients in each transaction. */
function* exceeding(session: Session, context: RuleContext): Generator<Exceeding> {
  const taken = new Taken()
  const told = new Set<LimitName>()
  for (const line of pathLines(session, context)) {
    const { exchange, command } = line
    if (line.verb === 'MAIL') {
      taken.counts.RCPTMAX = 0
      told.delete('RCPTMAX')
    }
    const names = taken.countedFor(line)
    const announcement = extensionsAt(session, exchange)?.find('LIMITS')
    for (const name of names) {
      if (!announcement || told.has(name)) continue
      const limit = limitIn(announcement, name)
      if (taken.counts[name] < limit) continue
      told.add(name)
      yield { name, limit, exchange, command, announcement }
    }
    if (isAccepted(exchange)) taken.add(line, names)
  }
}

/** More MAIL, RCPT or recipients' domains than the server announced with LIMITS; of what it refused for other reasons nothing counts. */
export const limitsExceeded: Rule = {
  id: 'extension/limits-exceeded',
  title: 'More than LIMITS allows',
  what: 'More transactions in a session, more recipients in a transaction, or recipients in more domains than the server announced with LIMITS.',
  why: 'The server has said how much it takes. What is beyond it refuses with 452 or 421, and the client has to come again.',
  remedy: 'Split the recipients into several transactions, or the messages over several connections.',
  fault: 'client',
  severity: 'warning',
  onlyWith: ['path'],
  references: [rfc(9422, '4'), rfc(9422, '3')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 LIMITS RCPTMAX=1
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: RCPT TO:<carol@example.org>
S: 452 4.5.3 Too many recipients
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 LIMITS RCPTMAX=2
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: RCPT TO:<carol@example.org>
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    if (!isEverAnnounced(session, 'LIMITS')) return
    for (const found of exceeding(session, context)) {
      const { exchange, command, announcement } = found
      yield {
        span: command.verbSpan,
        ...unlessTaken(exchange, describe(found)),
        related: [{ span: announcement.span, message: l10n.t`The limits were announced here.` }],
      }
    }
  },
}
