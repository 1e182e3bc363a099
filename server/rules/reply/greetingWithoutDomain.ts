import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { beginningSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Session } from '../../transcript/session.ts'
import { isBeingTyped } from '../evidence/beingTyped.ts'
import { isMaskedGreeting, isMaskedVerb } from '../evidence/firewall.ts'
import { fixOf, insertAt } from '../repair/edits.ts'
import { announcedName } from '../repair/plausibleReplies.ts'
import type { Related, Report, Rule } from '../rule.ts'

/** What a server's name can be: labels with dots between them, or an address in brackets. */
const name = /^(?:[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.[a-z0-9-]+\.?|\[[0-9a-z.:]+\])[,;:]?$/i
const label = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/i

/** Words that greetings begin with and that nobody calls a host. */
const noName =
  /^(?:welcome|hello|hi|ok|ready|service|server|e?smtp|lmtp|mail|connected|connection|the|this|[\d.]+)$/i

function maskedCommand({ exchanges }: Session): Related[] {
  const unit = exchanges
    .slice(0, 4)
    .find(one => one.unit.kind === 'command' && isMaskedVerb(one.unit.verb))?.unit
  if (unit?.kind !== 'command') return []
  return [{ span: unit.verbSpan, message: l10n.t`It also made ${unit.verb} of the client's EHLO.` }]
}

function ofMiddlebox(session: Session, { spanOf, payload }: SaidLine): Report {
  return {
    span: spanOf(4, payload.trimEnd().length),
    message: l10n.t`A firewall between client and server has masked the greeting (as the SMTP inspection of Cisco PIX and ASA does); it hides extensions such as STARTTLS, too.`,
    fault: 'middlebox',
    related: maskedCommand(session),
  }
}

function judge(session: Session, said: SaidLine): Report | null {
  const text = said.payload.slice(4)
  if (isMaskedGreeting(text)) return ofMiddlebox(session, said)
  const [, space = '', word = ''] = /^(\s*)(\S*)/.exec(text) ?? []
  const isLabel = label.test(word) && !noName.test(word)
  if (
    (name.test(word) && !noName.test(word)) ||
    (isLabel && (word.length === text.trim().length || /\b(?:E?SMTP|LMTP)\b/i.test(text)))
  )
    return null
  const start = 4 + space.length
  const span = word === '' ? said.spanOf(0, 3) : said.spanOf(start, start + word.length)
  const server = announcedName(session)
  return {
    span,
    message: isLabel
      ? l10n.t`The greeting begins with ${word}, which is a name without a domain if it is one at all.`
      : l10n.t`The greeting does not begin with the name of the server.`,
    ...(isLabel ? { severity: 'hint' } : {}),
    fixes: () =>
      server === null || isLabel || word === ''
        ? []
        : [fixOf(l10n.t`Insert ${server} behind 220`, insertAt(span, `${server} `))],
  }
}

/** A greeting that does not begin with the server's name. Silent on a single label where the text shows it to be one. */
export const greetingWithoutDomain: Rule = {
  id: 'reply/greeting-without-domain',
  title: 'Greeting without the name of the server',
  fault: 'server',
  severity: 'warning',
  references: [rfc(5321, '4.2'), rfc(5321, '4.3.1')],
  what: 'A greeting that does not begin with the full name, or the address in brackets, of the server; also one that a firewall has masked.',
  why: 'Clients use the name to notice that they talk to themselves, and people to see which machine answered. A masked greeting tells that a firewall rewrites the dialogue.',
  remedy:
    'Configure the host name of the server. Where a firewall masks the greeting, switch its SMTP inspection off.',
  example: `
S: 220 *** Hello and welcome ***
C: EHLO client.example.net
S: 250 mx.example.org
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 [192.0.2.25] A host without a name, ready
C: EHLO client.example.net
S: 250 mx.example.org
C: QUIT
S: 221 mx.example.org closing`,
  *check(session, context) {
    const { greeting } = session
    if (greeting?.code !== 220) return
    const first = beginningSaid(session, greeting)
    if (!first || isBeingTyped(session, first.line, context)) return
    const report = judge(session, first)
    if (report) yield report
  },
}
