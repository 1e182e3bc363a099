import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { saslMechanismFacts } from '../../protocol/saslMechanisms.ts'
import { acceptedHellos, announcedBy } from '../../transcript/announcements.ts'
import { replySaid } from '../../transcript/saidText.ts'
import type { Exchange, Reply, Session, Span } from '../../transcript/session.ts'
import { isMarkedTls } from '../evidence/channel.ts'
import { listed } from '../evidence/names.ts'
import { fixOf, replaceAt } from '../repair/edits.ts'
import { Repair } from '../repair/repair.ts'
import type { Fix, Rule } from '../rule.ts'

interface Offer {
  readonly name: string
  readonly span: Span
}

/** The mechanisms on a reply's AUTH lines that show the password to whoever reads along. */
function plainOffers(session: Session, hello: Exchange): Offer[] {
  const lines = hello.reply ? replySaid(session, hello.reply).slice(1) : []
  return lines.flatMap(said => {
    if (!/^250[- ]\s*AUTH[ =]/i.test(said.payload)) return []
    return [...said.payload.matchAll(/[^\s=]+/g)].flatMap(word => {
      const name = word[0].toUpperCase()
      const isPlain = saslMechanismFacts(name)?.plainSecret === true
      return isPlain ? [{ name, span: said.spanOf(word.index, word.index + word[0].length) }] : []
    })
  })
}

/** Takes the offers out of their line, or the line where no mechanism is left on it; null where they stand on several. */
function withoutOffers(session: Session, reply: Reply, offers: readonly Offer[], repair: Repair): Fix | null {
  const [first] = offers
  if (!first || offers.some(({ span }) => span.line !== first.span.line)) return null
  const title = l10n.t`Remove ${listed(offers.map(({ name }) => name))} from the offer`
  const said = replySaid(session, reply).find(({ line }) => line === first.span.line)
  const mechanisms =
    said?.payload
      .slice(4)
      .trim()
      .split(/[\s=]+/)
      .slice(1) ?? []
  if (mechanisms.length <= offers.length) return repair.removeReplyLine(title, reply, first.span.line)
  return fixOf(title, ...offers.map(({ span }) => replaceAt({ ...span, start: span.start - 1 }, '')))
}

/** A server that offers PLAIN or LOGIN next to STARTTLS, as most do by default. Only where the reply itself proves that TLS is not active. */
export const offeredInClear: Rule = {
  id: 'auth/offered-in-clear',
  title: 'Clear-text login offered without TLS',
  fault: 'server',
  severity: 'information',
  profile: 'strict',
  references: [rfc(4954, '4'), rfc(8314, '4.1')],
  what: 'An EHLO reply before TLS that offers a mechanism which sends the password or token as it is.',
  why: 'A client takes what it is offered. Where PLAIN is offered only under TLS, no client can give the password away by mistake.',
  remedy:
    'Offer such mechanisms only under TLS: in Postfix `smtpd_tls_auth_only = yes`, in Exim a condition on `$tls_in_cipher`.',
  example: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250-STARTTLS
S: 250 AUTH PLAIN LOGIN
C: QUIT
S: 221 submit.example bye`,
  instead: `
S: 220 submit.example ESMTP
C: EHLO c.example
S: 250-submit.example
S: 250-STARTTLS
S: 250 AUTH SCRAM-SHA-256
C: QUIT
S: 221 submit.example bye`,
  *check(session, { dialect }) {
    for (const exchange of acceptedHellos(session)) {
      if (exchange.reply?.before.tls !== false) continue
      const offers = (wanted: string) =>
        announcedBy(session, exchange).some(({ keyword }) => keyword === wanted)
      if (!offers('AUTH') || !offers('STARTTLS') || isMarkedTls(session, exchange.line)) continue
      const offered = plainOffers(session, exchange)
      const [first, ...others] = offered
      const { reply } = exchange
      if (!first) continue
      yield {
        span: first.span,
        message: l10n.t`${first.name} is offered before TLS: a client that takes the offer shows its password to everybody on the way.`,
        related: others.map(({ name, span }) => ({ span, message: l10n.t`The same goes for ${name}.` })),
        fixes: () => [withoutOffers(session, reply, offered, new Repair(session, dialect))],
      }
      return
    }
  },
}
