import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import type { Dialect, WriteLine } from '../../transcript/dialects/dialect.ts'
import { endOfReply } from '../../transcript/exchangeLines.ts'
import { endsMessage, historyOf, isConfirmed, type Transaction } from '../../transcript/history.ts'
import { contradictsCommand } from '../../transcript/mixed.ts'
import type { Exchange, Reply, Session } from '../../transcript/session.ts'
import { comparedAddress } from '../evidence/saidPath.ts'
import { toEndOf } from '../evidence/strayContent.ts'
import { fixOf, insertAt } from '../repair/edits.ts'
import { acceptance } from '../repair/plausibleReplies.ts'
import type { Fix, FixEdit, Related, Rule } from '../rule.ts'

/** Replies to a message that cannot be: they answer what the client sent behind it. */
function answersAnother({ code, enhancedCode }: Reply): boolean {
  return code === 221 || code === 220 || code === 334 || code === 354 || enhancedCode === '2.1.0'
}

interface Missing {
  readonly message: Exchange
  readonly recipients: readonly Exchange[]
  readonly found: readonly Reply[]
  /** Replies to other commands were counted as replies to the message, and so on to the end. */
  readonly isShifted: boolean
}

/** Whether the client went on behind the replies that came, or what it had sent got the next ones. */
function goesOn({ exchanges }: Session, message: Exchange): boolean {
  const behind = exchanges[message.index + 1]
  const next = behind?.unit.kind === 'chunk' ? exchanges[behind.index + 1] : behind
  const last = message.replies.at(-1)
  return next !== undefined && last !== undefined && (next.line > last.line || next.replies.length > 0)
}

function missingIn(session: Session, { recipients, message }: Transaction): Missing | null {
  if (message?.before.protocol !== 'LMTP' || !endsMessage(message)) return null
  // Without its reply nobody knows what became of a recipient.
  if (recipients.some(one => one.reply === null) || message.replies.some(one => one.code === 421)) return null
  const accepted = recipients.filter(isConfirmed)
  const odd = message.replies.findIndex(answersAnother)
  const found = odd < 0 ? message.replies : message.replies.slice(0, odd)
  if (found.length === 0 || found.length >= accepted.length) return null
  return odd >= 0 || goesOn(session, message)
    ? { message, recipients: accepted, found, isShifted: odd >= 0 }
    : null
}

/** Whether each recipient got one reply, but one that was named twice got it only once. */
function areDistinct({ recipients, found }: Missing): boolean {
  return new Set(recipients.map(comparedAddress)).size === found.length
}

/** Whether the missing reply came as that to a later command, which the client sent too soon, as Python's smtplib does. */
function isReadTooLate({ exchanges }: Session, { message, isShifted }: Missing): boolean {
  return !isShifted && exchanges.some(one => one.index > message.index && contradictsCommand(one))
}

function onceForDoubled(replies: number, commands: number): string {
  return replies === 1
    ? l10n.t`Only 1 reply to the message for ${commands} accepted RCPT commands: this server answers once for a recipient that was named twice.`
    : l10n.t`Only ${replies} replies to the message for ${commands} accepted RCPT commands: this server answers once for a recipient that was named twice.`
}

function tooFew(replies: number, recipients: number): string {
  return replies === 1
    ? l10n.t`Only 1 reply to the message for ${recipients} accepted recipients: LMTP sends one for each.`
    : l10n.t`Only ${replies} replies to the message for ${recipients} accepted recipients: LMTP sends one for each.`
}

const shown = 5

function related({ recipients, found, message }: Missing, all: readonly Missing[]): Related[] {
  const nobody = recipients.slice(found.length, found.length + shown).flatMap(({ unit }) => {
    if (unit.kind !== 'command') return []
    return [{ span: unit.verbSpan, message: l10n.t`No reply tells what became of this recipient.` }]
  })
  const others = all.filter(one => one.message !== message).slice(0, shown)
  const also = others.flatMap(one => one.found.at(-1)?.codeSpans[0] ?? [])
  return [...nobody, ...also.map(span => ({ span, message: l10n.t`Replies are missing here, too.` }))]
}

function insertion(session: Session, write: WriteLine, { recipients, found }: Missing): FixEdit[] {
  const last = found.at(-1)
  if (!last) return []
  const line = endOfReply(last)
  const text = write('server', acceptance(session, '.'), false, session.texts[line])
  const end = session.texts[line]?.length ?? 0
  const newText = `\n${text}`.repeat(recipients.length - found.length)
  return [insertAt({ line, start: end, end }, newText)]
}

/** The replies that are missing, for whoever writes a transcript. */
function insertReplies(session: Session, { name, write }: Dialect, all: readonly Missing[]): Fix[] {
  if (name !== 'smtp' || !write || all.some(one => one.isShifted)) return []
  return [fixOf(l10n.t`Insert the missing replies`, ...all.flatMap(one => insertion(session, write, one)))]
}

/**
 * LMTP: fewer replies to a message than recipients were accepted, reported once. Silent where the text may end early. When the client
 * had sent more already, its next reply is counted as the missing one: what follows is then a consequence.
 */
export const missingRecipientReplies: Rule = {
  id: 'lmtp/missing-recipient-replies',
  title: 'LMTP: fewer replies than recipients',
  fault: 'server',
  severity: 'error',
  onlyWith: ['lmtp'],
  references: [rfc(2033, '4.2'), rfc(2033, '4.3')],
  what: 'An LMTP server answers a message with fewer replies than it had accepted recipients.',
  why: 'Each reply is for one recipient, in the order of the RCPT commands. A client cannot know what became of the others; it waits for replies that never come, or takes the next ones for them.',
  remedy: 'Send one reply for each recipient that was accepted, also for one that was named twice.',
  example: `
S: 220 store.example LMTP here
C: LHLO client.example
S: 250-store.example
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<anna@client.example>
S: 250 2.1.0 sender ok
C: RCPT TO:<bob@store.example>
S: 250 2.1.5 recipient ok
C: RCPT TO:<carol@store.example>
S: 250 2.1.5 recipient ok
C: DATA
S: 354 send it
C: From: anna@client.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: hello
C: .
S: 250 2.0.0 delivered to bob
C: QUIT
S: 221 2.0.0 closing`,
  instead: `
S: 220 store.example LMTP here
C: LHLO client.example
S: 250-store.example
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<anna@client.example>
S: 250 2.1.0 sender ok
C: RCPT TO:<bob@store.example>
S: 250 2.1.5 recipient ok
C: RCPT TO:<carol@store.example>
S: 250 2.1.5 recipient ok
C: DATA
S: 354 send it
C: From: anna@client.example
C: Date: Mon, 2 Mar 2026 10:15:00 +0000
C:
C: hello
C: .
S: 250 2.0.0 delivered to bob
S: 250 2.0.0 delivered to carol
C: QUIT
S: 221 2.0.0 closing`,
  *check(session, { dialect }) {
    if (session.protocol !== 'LMTP') return
    const all = historyOf(session).transactions.flatMap(one => missingIn(session, one) ?? [])
    const missing = all.find(one => !areDistinct(one)) ?? all[0]
    const last = missing?.found.at(-1)
    if (!missing || !last || isReadTooLate(session, missing)) return
    const { recipients, found, isShifted } = missing
    const isDoubled = areDistinct(missing)
    const [span] = last.codeSpans
    yield {
      span,
      message: isDoubled
        ? onceForDoubled(found.length, recipients.length)
        : tooFew(found.length, recipients.length),
      severity: isDoubled ? 'information' : 'error',
      related: isDoubled ? [] : related(missing, all),
      fixes: () => insertReplies(session, dialect, all),
      ...(isShifted && { consequences: toEndOf(session, span.line) }),
    }
  },
}
