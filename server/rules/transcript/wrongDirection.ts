import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { looksLikeCommand, looksLikeReply } from '../../transcript/payload.ts'
import { commandSaid, unreadableSaid } from '../../transcript/saidText.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { toEndOf } from '../evidence/strayContent.ts'
import { replaceAt, safeFixOf } from '../repair/edits.ts'
import type { Fix, FixEdit, Rule } from '../rule.ts'

/** A line with the wrong label, and the word that shows it. */
interface Mislabelled {
  readonly span: Span
  /** Who must have said it. */
  readonly speaker: 'client' | 'server'
  readonly word: string
  /** Where what it upsets begins: the command in front of a reply loses it. */
  readonly from: number
}

function repliesOfClient(session: Session): Mislabelled[] {
  const { exchanges } = session
  return exchanges.flatMap(exchange => {
    if (exchange.unit.kind !== 'command') return []
    const said = commandSaid(session, exchange)
    if (!said || !looksLikeReply(said.payload)) return []
    const from = exchanges[exchange.index - 1]?.line ?? exchange.line
    return [{ span: said.spanOf(0, 3), speaker: 'server', word: said.payload.slice(0, 3), from }]
  })
}

function commandsOfServer(session: Session): Mislabelled[] {
  return [...unreadableSaid(session)].flatMap(({ line, payload, spanOf }) => {
    if (!looksLikeCommand(payload)) return []
    const word = /^\S+/.exec(payload)?.[0] ?? ''
    return [{ span: spanOf(0, word.length), speaker: 'client', word, from: line }]
  })
}

const label = /^([ \t]*)[CS](?=:)/

/** The edit that gives a line the other label; none where it has no label. */
function relabel(texts: readonly string[], { span: { line }, speaker }: Mislabelled): FixEdit[] {
  const match = label.exec(texts[line] ?? '')
  if (!match) return []
  const start = match[1]?.length ?? 0
  return [replaceAt({ line, start, end: start + 1 }, labelOf(speaker))]
}

function labelOf(speaker: Mislabelled['speaker']): 'C' | 'S' {
  return speaker === 'client' ? 'C' : 'S'
}

function correctLabels({ texts }: Session, wrong: readonly Mislabelled[]): Fix {
  const [first] = wrong
  const title =
    wrong.length === 1 && first
      ? l10n.t`Change the label to ${labelOf(first.speaker)}:`
      : l10n.t`Correct the labels`
  return safeFixOf(title, ...wrong.flatMap(one => relabel(texts, one)))
}

const shown = 5

/**
 * A reply with the client's label, or a command with the server's. Only in files that people label; a tool knows who
 * spoke, and a client that sends a reply there did send it. Labels that are swapped throughout are read as such. Reported once, as it puts everything behind it out of step.
 */
export const wrongDirection: Rule = {
  id: 'transcript/wrong-direction',
  title: 'Label of the other side',
  fault: 'transcript',
  severity: 'warning',
  onlyWith: ['unknown-verb', 'malformed'],
  references: [rfc(5321, '4.2')],
  what: 'A line labelled `C:` that is a reply, outside of mail data and answers to challenges; or one labelled `S:` that is a command.',
  why: 'Replies are counted off against commands. With one label wrong, each reply behind it counts for another command.',
  remedy: 'Correct the label.',
  isOfOwnDialect: true,
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: RSET
C: 250 flushed
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
C: MAIL FROM:<anna@client.example>
S: 250 sender ok
C: RCPT TO:<bob@mx.example>
S: 250 recipient ok
C: DATA
S: 354 send it
C: From: anna@client.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: 250 flushed, says the server.
C: .
S: 250 queued
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    if (dialect.name !== 'smtp') return
    const wrong = [...repliesOfClient(session), ...commandsOfServer(session)].sort(
      (a, b) => a.span.line - b.span.line,
    )
    const [first, ...others] = wrong
    if (!first) return
    const consequences = toEndOf(session, first.from)
    yield {
      span: first.span,
      message:
        first.speaker === 'server'
          ? l10n.t`The reply ${first.word} has the label C: of the other side.`
          : l10n.t`The command ${first.word.toUpperCase()} has the label S: of the other side.`,
      related: others
        .slice(0, shown)
        .map(({ span }) => ({ span, message: l10n.t`This label is wrong, too.` })),
      fixes: () => [correctLabels(session, wrong)],
      consequences,
    }
  },
}
