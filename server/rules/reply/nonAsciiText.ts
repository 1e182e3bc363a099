import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { commandSaid, replySaid } from '../../transcript/saidText.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { asHabit } from '../evidence/habit.ts'
import { answersIn } from '../evidence/replies.ts'
import type { Report, Rule } from '../rule.ts'

/**
 * What stands outside of ASCII and was hardly said by a server: quotes, dashes, dots and spaces that web pages and mail
 * programs put in the place of plain ones when somebody pastes a transcript.
 */
const typography = /[\u00a0\u200b-\u200f\u2010-\u2015\u2018-\u201f\u2026\u202f\u2060\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is not ASCII
const foreign = /[^\x00-\x7f]+/

/** Whether the client asked for addresses in UTF-8: with MAIL of the transaction, or with this very command. */
function asksForUtf8(session: Session, exchange: Exchange): boolean {
  return /\sSMTPUTF8\b/i.test(commandSaid(session, exchange)?.payload ?? '')
}

function reportOf(session: Session, reply: Reply): Report | null {
  if (!reply.texts.some(text => foreign.test(text))) return null
  for (const { payload, spanOf } of replySaid(session, reply)) {
    const found = foreign.exec(payload.replaceAll(typography, '-'))
    if (!found) continue
    return {
      span: spanOf(found.index, found.index + found[0].length),
      message: l10n.t`A reply is written in ASCII; other characters may stand in it only in an address, where the client asked for SMTPUTF8.`,
    }
  }
  return null
}

function* reports(session: Session): Generator<Report> {
  let isUtf8 = false
  if (session.greeting) {
    const report = reportOf(session, session.greeting)
    if (report) yield report
  }
  for (const { verb, exchange, reply } of answersIn(session)) {
    if (verb === 'MAIL') isUtf8 = asksForUtf8(session, exchange)
    if (isUtf8 || ((verb === 'VRFY' || verb === 'EXPN') && asksForUtf8(session, exchange))) continue
    const report = reportOf(session, reply)
    if (report) yield report
  }
}

/**
 * Characters outside of ASCII in a reply. Silent once the client has used SMTPUTF8 for the transaction or the command, and
 * on typographic marks that a paste can have brought in.
 */
export const nonAsciiText: Rule = {
  id: 'reply/non-ascii-text',
  title: 'Reply with characters outside of ASCII',
  fault: 'server',
  severity: 'information',
  onlyWith: ['non-ascii'],
  references: [rfc(5321, '4.2'), rfc(6531, '3.7.4.2')],
  what: 'A reply with octets above 127 to a client that did not ask for SMTPUTF8.',
  why: 'Nobody says which character set it is: clients show something else, drop the text, or fail while they decode it, and the reason for a refusal is lost.',
  remedy: 'Write replies in plain ASCII; put translations on the web page that a reply points at.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 250 schön, danke
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-8BITMIME
S: 250 SMTPUTF8
C: VRFY björn SMTPUTF8
S: 250 <björn@example.org>
C: QUIT
S: 221 mx.example.org closing`,
  check(session) {
    return asHabit(reports(session), l10n.t`Here again.`)
  },
}
