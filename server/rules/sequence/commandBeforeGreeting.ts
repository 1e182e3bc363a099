import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Dialect } from '../../transcript/dialects/dialect.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { isOutOfStep } from '../evidence/pipelinedGroups.ts'
import { relatedTo, relatedToReply } from '../evidence/related.ts'
import { toEndOf } from '../evidence/strayContent.ts'
import { Repair } from '../repair/repair.ts'
import type { Report, Rule } from '../rule.ts'

/** How the logs of Exim and of Postfix's postscreen tell of it. */
const told = /\(input sent without waiting for greeting\)|: PREGREET \d/

/** The first command, where the server or its log says instead of a greeting that the client did not wait for it. */
function complainedOf({ greeting, exchanges, texts }: Session): Exchange | undefined {
  const [first] = exchanges
  if (greeting !== null || !first) return undefined
  return isOutOfStep(first) || told.test(texts[first.line] ?? '') ? first : undefined
}

function complaint(session: Session): Report | null {
  const tooEarly = complainedOf(session)
  if (tooEarly?.unit.kind !== 'command') return null
  return {
    span: tooEarly.unit.verbSpan,
    message: l10n.t`Command sent before the server's greeting, as the server says. Wait for 220 first.`,
    related: [relatedToReply(tooEarly.reply, l10n.t`Here the server breaks off.`)],
    consequences: toEndOf(session, tooEarly.line),
  }
}

/** The commands in front of the greeting, which show that nobody waited for it. */
function early(session: Session, greeting: Reply, dialect: Dialect): Report | null {
  const tooEarly = session.exchanges.filter(
    ({ line, unit }) => line < greeting.line && unit.kind === 'command',
  )
  const [first, ...others] = tooEarly
  if (first?.unit.kind !== 'command') return null
  const end = endOfReply(greeting)
  const isAnsweredBehind = tooEarly.every(({ replies }) => replies.every(reply => reply.line > end))
  return {
    span: first.unit.verbSpan,
    message: l10n.t`Command sent before the server's greeting. Wait for 220 first.`,
    related: [
      relatedToReply(greeting, l10n.t`The greeting came here.`),
      ...others.map(one => relatedTo(one, l10n.t`This was too early, too.`)),
    ],
    fixes: () =>
      isAnsweredBehind
        ? [
            new Repair(session, dialect).moveCommands(
              l10n.t`Move the command below the greeting`,
              tooEarly,
              end + 1,
            ),
          ]
        : [],
  }
}

/**
 * The client spoke before the server had greeted it. Only a greeting behind the command shows it, or a reply that says
 * so: any other transcript without a greeting is an excerpt.
 */
export const commandBeforeGreeting: Rule = {
  id: 'sequence/command-before-greeting',
  title: 'Command before the greeting',
  fault: 'client',
  severity: 'warning',
  references: [rfc(5321, '4.3.1')],
  what: 'A command before the server has sent its first reply.',
  why: 'The server speaks first. Clients that do not wait look like spam senders, and many servers turn them away for it.',
  remedy: 'Wait for the 220 of the greeting before the first command.',
  example: `
C: EHLO c.example
S: 220 mx.example ESMTP
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO c.example
S: 250 mx.example
C: QUIT
S: 221 mx.example bye`,
  check(session, { dialect }) {
    const { greeting } = session
    const found = greeting ? early(session, greeting, dialect) : complaint(session)
    return found ? [found] : []
  },
}
