import * as l10n from '@vscode/l10n'
import { extensionFacts } from '../../protocol/extensions.ts'
import { rfc } from '../../protocol/references.ts'
import { type Announcement, type Extensions, extensionsAt } from '../../transcript/announcements.ts'
import { textOf } from '../../transcript/answered.ts'
import { couldStand } from '../../transcript/history.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { hasRightArgument } from '../evidence/commandArguments.ts'
import { outOfRange } from '../evidence/parameterRange.ts'
import { type JudgedParameter, pathParameters } from '../evidence/pathParameters.ts'
import { saidCommands } from '../evidence/saidCommands.ts'
import type { Rule, RuleContext } from '../rule.ts'

/** What was announced and is not there after all. */
interface Refused {
  readonly announcement: Announcement
  readonly exchange: Exchange
  /** The command, or the parameter. */
  readonly what: string
}

/** The server says that it does not know the command, or does not have it. */
function isUnknownToServer(exchange: Exchange): boolean {
  const code = exchange.reply?.code
  return couldStand(exchange) && (code === 500 || code === 502)
}

function* refusedVerbs(session: Session, context: RuleContext): Generator<Refused> {
  for (const said of saidCommands(session, context)) {
    const { exchange, command } = said
    if (!isUnknownToServer(exchange) || !hasRightArgument(said)) continue
    const announcement = extensionsAt(session, exchange)?.announcements.find(({ keyword }) =>
      extensionFacts(keyword)?.verbs.includes(command.verb),
    )
    if (announcement) yield { announcement, exchange, what: command.verb }
  }
}

function announcementOf({ facts }: JudgedParameter, { announcements }: Extensions): Announcement | undefined {
  return announcements.find(({ keyword }) => facts?.extensions.includes(keyword))
}

/** The parameter that a 555 means: the one that the reply names, or the only one where it names none. */
function refusedParameter(parameters: readonly JudgedParameter[]): JudgedParameter | undefined {
  const reply = parameters[0]?.line.exchange.reply
  const text = reply ? textOf(reply).toUpperCase() : ''
  const named = parameters.filter(({ parameter }) => text.includes(parameter.keyword))
  if (named.length === 1) return named[0]
  return parameters.length === 1 && !text.includes('=') ? parameters[0] : undefined
}

function* refusedParameters(session: Session, context: RuleContext): Generator<Refused> {
  const byExchange = new Map<Exchange, JudgedParameter[]>()
  for (const judged of pathParameters(session, context)) {
    const { exchange, findings } = judged.line
    if (exchange.reply?.code !== 555 || findings.length > 0) continue
    byExchange.set(exchange, [...(byExchange.get(exchange) ?? []), judged])
  }
  for (const [exchange, parameters] of byExchange) {
    const extensions = extensionsAt(session, exchange)
    if (!extensions) continue
    const areRight = parameters.every(
      one => one.fault === null && announcementOf(one, extensions) && !outOfRange(session, one),
    )
    const judged = areRight ? refusedParameter(parameters) : undefined
    const announcement = judged && announcementOf(judged, extensions)
    if (announcement) yield { announcement, exchange, what: judged.parameter.keyword }
  }
}

/** A command answered 500 or 502, or a parameter answered 555, although the server has announced it; once for each keyword. */
export const announcedButRefused: Rule = {
  id: 'extension/announced-but-refused',
  title: 'Announced and refused',
  what: 'A command that the server announced and answers with 500 or 502, or a parameter that it announced and answers with 555.',
  why: 'Clients go by the announcement: they choose the extension and fail. A filter between the two may change what either of them sends.',
  remedy: 'Do not announce what is switched off; look for a firewall or proxy that rewrites the dialogue.',
  fault: 'server',
  severity: 'warning',
  onlyWith: ['refusal'],
  references: [rfc(5321, '4.2.4'), rfc(5321, '4.1.1.1')],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 ETRN
C: ETRN example.net
S: 502 5.5.1 Command not implemented
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 ETRN
C: ETRN example.net
S: 459 4.7.1 Node not allowed
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    const seen = new Set<string>()
    for (const found of [...refusedVerbs(session, context), ...refusedParameters(session, context)]) {
      const { announcement, exchange, what } = found
      const { reply } = exchange
      if (!reply || seen.has(what)) continue
      seen.add(what)
      const { keyword, keywordSpan } = announcement
      yield {
        span: reply.codeSpans[0],
        message: l10n.t`The server announces ${keyword}, yet it answers ${what} with ${reply.code}.`,
        related: [{ span: keywordSpan, message: l10n.t`It was announced here.` }],
      }
    }
  },
}
