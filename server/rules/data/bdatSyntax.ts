import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { commandSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Exchange } from '../../transcript/session.ts'
import { strayContentBehind } from '../evidence/strayContent.ts'
import type { Report, Rule } from '../rule.ts'

const form = /^\d+(?:\s+LAST)?$/i

/** What is wrong with the argument of BDAT. */
function describe(argument: string): string {
  if (argument === '') return l10n.t`BDAT needs the number of octets that follow it.`
  if (/^LAST\b/i.test(argument))
    return l10n.t`BDAT needs the number of octets that follow it, in front of LAST.`
  if (/^\d+\s/.test(argument)) return l10n.t`Behind the number of octets BDAT may have nothing but LAST.`
  return l10n.t`BDAT needs the number of octets that follow it in decimal digits, and nothing but LAST behind it.`
}

/** The part of the argument that is wrong, or the verb where it is missing. */
function wrongPart({ payload, spanOf }: SaidLine, argument: string): ReturnType<SaidLine['spanOf']> {
  const verb = payload.search(/\S/)
  if (argument === '') return spanOf(verb, payload.trimEnd().length)
  const start = payload.indexOf(argument, verb + 4)
  const size = /^\d+\s+/.exec(argument)?.[0].length ?? 0
  return spanOf(start + size, start + argument.length)
}

function check(exchange: Exchange, said: SaidLine): Report | null {
  if (exchange.unit.kind !== 'command' || exchange.unit.verb !== 'BDAT') return null
  const { argument } = exchange.unit
  if (!form.test(argument)) return { span: wrongPart(said, argument), message: describe(argument) }
  if (!/^0+$/.test(argument)) return null
  const start = said.payload.indexOf(argument)
  return {
    span: said.spanOf(start, start + argument.length),
    severity: 'hint',
    message: l10n.t`BDAT 0 without LAST sends nothing.`,
  }
}

/** BDAT without a number of octets, or with more than LAST behind it. Any number of spaces is taken, and LAST in any case. */
export const bdatSyntax: Rule = {
  id: 'data/bdat-syntax',
  title: 'Form of BDAT',
  fault: 'client',
  severity: 'error',
  onlyWith: ['bdat'],
  references: [rfc(3030, '2')],
  what: 'A BDAT of which the argument is not a decimal number, alone or with LAST behind it.',
  why: 'The number tells the server how many octets belong to the chunk. Without it both sides no longer agree on where commands begin.',
  remedy: 'Send `BDAT`, the number of octets in decimal digits and, with the last chunk, `LAST`.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: BDAT LAST
S: 501 how many octets?
C: RSET
S: 250 ok
C: QUIT
S: 221 bye`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<anna@example.net>
S: 250 ok
C: RCPT TO:<bob@example.org>
S: 250 ok
C: BDAT 0 last
S: 250 ok
C: QUIT
S: 221 bye`,
  *check(session) {
    for (const exchange of session.exchanges) {
      if (exchange.unit.kind !== 'command' || exchange.unit.verb !== 'BDAT') continue
      const said = commandSaid(session, exchange)
      const report = said && check(exchange, said)
      if (!report) continue
      const stray = strayContentBehind(session, exchange.index)
      yield stray ? { ...report, consequences: stray.lines } : report
    }
  },
}
