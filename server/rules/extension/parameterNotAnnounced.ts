import * as l10n from '@vscode/l10n'
import { extensionFacts, parametersNamed } from '../../protocol/extensions.ts'
import { rfc } from '../../protocol/references.ts'
import { type Extensions, extensionsAt } from '../../transcript/announcements.ts'
import type { Session } from '../../transcript/session.ts'
import { unlessTaken, wasTaken } from '../evidence/liberties.ts'
import { type JudgedParameter, pathParameters } from '../evidence/pathParameters.ts'
import { type NotAnnounced, whyNotAnnounced } from '../evidence/whyNotAnnounced.ts'
import { fixOf } from '../repair/edits.ts'
import { removeParameter } from '../repair/parameterFixes.ts'
import type { Related, Rule, RuleContext } from '../rule.ts'

/** The same parameter without announcement in several commands behind the same hello. */
interface Unannounced {
  /** The keywords of which one would allow it. */
  readonly keywords: readonly string[]
  readonly why: NotAnnounced
  readonly places: JudgedParameter[]
}

const placesShown = 5

/** Whether a keyword was announced that may bring parameters of which nobody told us. */
function bringsUnknown({ announcements }: Extensions): boolean {
  return announcements.some(({ keyword }) => (extensionFacts(keyword)?.status ?? 'vendor') === 'vendor')
}

/** The keywords that would allow a parameter; one that nobody knows is allowed by a keyword of the same name. */
function neededKeywords(
  { line, parameter, facts }: JudgedParameter,
  extensions: Extensions | null,
): readonly string[] | null {
  if (facts) return facts.extensions
  if (parametersNamed(parameter.keyword).length > 0) return null
  const mayBeKnown = extensions !== null && bringsUnknown(extensions) && wasTaken(line.exchange)
  return mayBeKnown ? null : [parameter.keyword]
}

function isWellFormed({ fault }: JudgedParameter): boolean {
  return fault === null || fault === 'value'
}

function unannounced(session: Session, context: RuleContext): Iterable<Unannounced> {
  const found = new Map<string, Unannounced>()
  for (const judged of pathParameters(session, context)) {
    if (!isWellFormed(judged)) continue
    const { line, parameter } = judged
    const extensions = extensionsAt(session, line.exchange)
    const keywords = neededKeywords(judged, extensions)
    const why = keywords && whyNotAnnounced(session, line.exchange, extensions, keywords)
    if (!why) continue
    const key = `${extensions?.hello?.index} ${line.exchange.before.hello} ${line.verb} ${parameter.keyword} ${keywords}`
    const known = found.get(key)
    if (known) known.places.push(judged)
    else found.set(key, { keywords, why, places: [judged] })
  }
  return found.values()
}

/** The keywords, as what is needed: one of them is enough. */
function oneOf([first = '', ...others]: readonly string[]): string {
  return others.reduce((names, name) => l10n.t`${names} or ${name}`, first)
}

function describe({ keywords, why: { reason } }: Unannounced, { parameter, facts }: JudgedParameter): string {
  const { keyword, text } = parameter
  if (!facts) return l10n.t`${keyword} belongs to no extension that is announced here`
  const name = keyword === 'BODY' ? text.toUpperCase() : keyword
  return keywords.join() === keyword
    ? l10n.t`${name} may not be used here: ${reason}`
    : l10n.t`${name} needs ${oneOf(keywords)}: ${reason}`
}

/**
 * A parameter of MAIL or RCPT whose extension the reply to EHLO in force does not announce, once for each hello. Silent on
 * unknown parameters that a server with extensions of its own took.
 */
export const parameterNotAnnounced: Rule = {
  id: 'extension/parameter-not-announced',
  title: 'Parameter that was not announced',
  what: 'A parameter of MAIL or RCPT whose extension is not in the last reply to EHLO, or any parameter after HELO.',
  why: 'A server that does not know the parameter refuses the whole command, with 555 or 501, or heeds it as little as if it were not there.',
  remedy: 'Say EHLO and send only the parameters of what its reply announces.',
  fault: 'client',
  severity: 'error',
  onlyWith: ['parameters'],
  references: [rfc(5321, '4.1.1.11'), rfc(5321, '4.1.1.1'), rfc(5321, '2.2.1')],
  yieldsTo: [
    'tls/hello-missing-after-starttls',
    'sequence/mail-before-hello',
    'sequence/mail-after-refused-hello',
    'sequence/command-after-quit',
    'sequence/command-after-421',
    'sequence/command-after-rejected-greeting',
  ],
  example: `
S: 220 mx.example.org SMTP
C: HELO client.example.net
S: 250 mx.example.org
C: MAIL FROM:<anna@example.net> SIZE=1000
S: 555 5.5.4 Unsupported option: SIZE=1000
C: QUIT
S: 221 mx.example.org closing connection`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250 SIZE
C: MAIL FROM:<anna@example.net> SIZE=1000
S: 250 ok
C: RSET
S: 250 ok
C: QUIT
S: 221 mx.example.org closing connection`,
  *check(session, context) {
    for (const group of unannounced(session, context)) {
      const [first, ...others] = group.places
      if (!first) continue
      const { line, parameter } = first
      const again = others.slice(0, placesShown).map(
        (one): Related => ({
          span: one.line.said.spanOf(one.parameter.start, one.parameter.end),
          message: l10n.t`The same again.`,
        }),
      )
      yield {
        span: line.said.spanOf(parameter.start, parameter.end),
        ...unlessTaken(line.exchange, describe(group, first)),
        related: [...group.why.related, ...again],
        fixes: () => [
          fixOf(
            l10n.t`Remove ${parameter.keyword}`,
            ...group.places.flatMap(one => removeParameter(one).edits),
          ),
        ],
      }
    }
  },
}
