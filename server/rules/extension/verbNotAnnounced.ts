import * as l10n from '@vscode/l10n'
import { commandFacts } from '../../protocol/commands.ts'
import { rfc } from '../../protocol/references.ts'
import { extensionsAt } from '../../transcript/announcements.ts'
import { standingAt } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { unlessTaken } from '../evidence/liberties.ts'
import { saidCommands } from '../evidence/saidCommands.ts'
import { whyNotAnnounced } from '../evidence/whyNotAnnounced.ts'
import { removeRefused } from '../repair/missingSteps.ts'
import { Repair } from '../repair/repair.ts'
import type { Rule } from '../rule.ts'

const proprietary = new Set(['XCLIENT', 'XFORWARD'])

/** The keyword that a command needs; null where it needs none, or where clients try without it and harm nobody. */
function neededKeyword(session: Session, exchange: Exchange, verb: string): string | null {
  const facts = commandFacts(verb)
  if (!facts || (facts.status === 'vendor' && !proprietary.has(verb))) return null
  // XCLIENT puts the session back to the greeting, and often comes right behind it.
  if (verb === 'XCLIENT' && exchange.before.hello === 'none') return null
  // The first chunk of a message speaks for those behind it.
  if (verb === 'BDAT' && standingAt(session, exchange).firstChunk) return null
  return facts.requiredKeyword
}

/**
 * A command of an extension that the reply to EHLO in force does not announce; after HELO, and after STARTTLS until EHLO
 * comes again, nothing is announced. Silent on VRFY, EXPN and HELP, which a client may simply try, and in excerpts.
 */
export const verbNotAnnounced: Rule = {
  id: 'extension/verb-not-announced',
  title: 'Command that was not announced',
  what: 'STARTTLS, AUTH, BDAT, BURL, ETRN, ATRN, XCLIENT or XFORWARD although the last reply to EHLO does not announce it.',
  why: 'What is not announced does not exist for this client now: the server answers 500, 502 or 503. It may be announced on another port, only under TLS, or not to this client.',
  remedy:
    'Use what the reply to EHLO announces. To log in, try STARTTLS first, or the submission port 587 or 465.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['extension-verb'],
  references: [rfc(5321, '2.2.1'), rfc(5321, '4.2.4'), rfc(4954, '3'), rfc(3207, '2'), rfc(3030, '2')],
  yieldsTo: [
    'tls/hello-missing-after-starttls',
    'tls/starttls-twice',
    'auth/already-authenticated',
    'sequence/mail-before-hello',
    'sequence/mail-after-refused-hello',
    'sequence/command-after-quit',
    'sequence/command-after-421',
    'sequence/command-after-rejected-greeting',
  ],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SIZE
C: ETRN example.net
S: 503 5.5.1 ETRN command used when not advertised
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 ETRN
C: ETRN example.net
S: 250 2.0.0 queued
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const { exchange, command } of saidCommands(session, context)) {
      const { verb, verbSpan } = command
      const keyword = neededKeyword(session, exchange, verb)
      const why = keyword && whyNotAnnounced(session, exchange, extensionsAt(session, exchange), [keyword])
      if (!why) continue
      const sentence =
        keyword === verb
          ? l10n.t`${verb} may not be used here: ${why.reason}`
          : l10n.t`${verb} needs ${keyword}: ${why.reason}`
      const repair = new Repair(session, context.dialect)
      yield {
        span: verbSpan,
        ...unlessTaken(exchange, sentence),
        related: why.related,
        ...(commandFacts(verb)?.status === 'deprecated' && { tag: 'deprecated' }),
        fixes: () => [removeRefused(exchange, repair, [])],
      }
    }
  },
}
