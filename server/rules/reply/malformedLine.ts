import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { malformedSaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Exchange, Session } from '../../transcript/session.ts'
import { isBeingTyped } from '../evidence/beingTyped.ts'
import { fixOf, insertAt, replaceAt, safeFixOf } from '../repair/edits.ts'
import { acceptance } from '../repair/plausibleReplies.ts'
import type { Fix, Report, Rule, RuleContext } from '../rule.ts'

/** Where a line that is no reply stands: in the place of the reply to a command, inside a reply, or neither. */
interface Place {
  readonly exchange: Exchange | null
  readonly code: string | null
}

/** What a reply needs in front, where the text tells. */
function missingCode(session: Session, { exchange, code }: Place): string | null {
  if (code !== null) return `${code}-`
  if (exchange?.unit.kind === 'message') return '250 '
  if (exchange?.unit.kind !== 'command') return null
  const { verb } = exchange.unit
  if (verb === 'DATA') return '354 '
  return /^(?:EHLO|LHLO|HELO|MAIL|RCPT|RSET|NOOP|QUIT)$/.test(verb)
    ? `${acceptance(session, verb).slice(0, 3)} `
    : null
}

function insertCode(session: Session, { spanOf }: SaidLine, place: Place): Fix[] {
  const code = missingCode(session, place)
  return code === null
    ? []
    : [fixOf(l10n.t`Insert ${code.slice(0, 3)} in front`, insertAt(spanOf(0, 0), code))]
}

function whatIsMissing({ exchange, code }: Place): string {
  if (code !== null) return l10n.t`This line stands inside a ${code} reply and has no reply code of its own.`
  return exchange?.unit.kind === 'command'
    ? l10n.t`This line has no reply code of three digits: a client cannot read it as a reply to ${exchange.unit.verb}.`
    : l10n.t`This line has no reply code of three digits: a client cannot read it as a reply.`
}

function judge(session: Session, said: SaidLine, place: Place): Report {
  const { payload, spanOf } = said
  const indentation = payload.length - payload.trimStart().length
  if (indentation > 0) {
    const span = spanOf(0, indentation)
    return {
      span,
      message: l10n.t`The reply code has to be the very first thing on the line, without space in front.`,
      fixes: () => [safeFixOf(l10n.t`Remove the space`, replaceAt(span, ''))],
    }
  }
  const word = /^\S+/.exec(payload)?.[0] ?? ''
  const span = spanOf(0, word.length)
  const [digits = ''] = /^\d*/.exec(word) ?? []
  const code = digits.slice(0, 3)
  const isCode = /^[2-5][0-5]\d$/.test(code)
  if (isCode && digits.length === 3) {
    return {
      span,
      message: l10n.t`Neither a space nor a hyphen stands between the reply code ${code} and its text.`,
      fixes: () => [fixOf(l10n.t`Insert a space behind ${code}`, insertAt(spanOf(3, 3), ' '))],
    }
  }
  if (digits === word) {
    return {
      span,
      message:
        word.length === 1
          ? l10n.t`${word} has 1 digit; a reply code has three.`
          : l10n.t`${word} has ${word.length} digits; a reply code has three.`,
      fixes: () => (isCode ? [fixOf(l10n.t`Replace ${word} by ${code}`, replaceAt(span, code))] : []),
    }
  }
  return { span, message: whatIsMissing(place), fixes: () => insertCode(session, said, place) }
}

/** Whether somebody may be about to type a reply code. */
function isUnfinished({ line, payload }: SaidLine, session: Session, context: RuleContext): boolean {
  return isBeingTyped(session, line, context) && /^\d{1,2}$/.test(payload)
}

/**
 * A line of the server's that has not the form of a reply. Silent on blank lines, on what looks like the rest of the
 * line before, and on asides in brackets; a code that SMTP does not have is the business of `reply/code-out-of-range`.
 */
export const malformedLine: Rule = {
  id: 'reply/malformed-line',
  title: 'Server line that is no reply',
  fault: 'server',
  severity: 'error',
  onlyWith: ['malformed'],
  references: [rfc(5321, '4.2'), rfc(5321, '4.2.1')],
  what: 'A line of the server that is not a reply code of three digits, followed by a space, a hyphen or nothing.',
  why: 'A client goes by the code alone. Where it finds none it takes the line for garbage and gives the connection up.',
  remedy:
    'Begin every line of every reply with its code, then a space on the last line and a hyphen on those before.',
  isOfOwnDialect: true,
  yieldsTo: ['transcript/not-smtp', 'transcript/wrong-direction'],
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: Fine
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250 mx.example.org
C: NOOP
S: 250
C: QUIT
S: 221 mx.example.org closing`,
  *check(session, context) {
    const { exchanges, records } = session
    let next = 0
    for (const said of malformedSaid(session)) {
      while ((exchanges[next]?.line ?? said.line) < said.line) next += 1
      if (/^\d{3}(?:[ -]|$)/.test(said.payload) || isUnfinished(said, session, context)) continue
      const last = exchanges[next - 1]
      const before = records[said.line - 1]?.at(-1)
      const isInside = before?.kind === 'reply' && !before.isLast
      const isInPlace = last?.isAnswered === true && last.replies.length === 0
      yield judge(session, said, {
        exchange: isInPlace ? last : null,
        code: isInside ? String(before.code) : null,
      })
    }
  },
}
