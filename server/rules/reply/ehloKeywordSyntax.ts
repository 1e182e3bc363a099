import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { replySaid, type SaidLine } from '../../transcript/saidText.ts'
import type { Session, Span } from '../../transcript/session.ts'
import { isBeingTyped } from '../evidence/beingTyped.ts'
import { asHabit } from '../evidence/habit.ts'
import type { Report, Rule } from '../rule.ts'

/** A place in the reply to EHLO, and what is wrong there. */
interface Flaw {
  readonly span: Span
  readonly message: string
  /** The spelling from before AUTH was standardized, kept for old clients. */
  readonly isOldSpelling: boolean
}

/** A keyword, and its parameters in plain ASCII: most lines are so. */
const wellFormed = /^[a-z0-9][a-z0-9-]*(?: [ -~]*)?$/i

function flawIn({ payload, spanOf }: SaidLine): Flaw | null {
  const text = payload.slice(4)
  if (wellFormed.test(text)) return null
  const [before = '', space = '', word = ''] = /^(\s*)([^\s=]*)/.exec(text) ?? []
  const start = 4 + space.length
  const end = 4 + before.length
  const span = word === '' ? spanOf(0, 3) : spanOf(start, end)
  if (word === '')
    return { span, message: l10n.t`This line of the EHLO reply names no extension.`, isOldSpelling: false }
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(word)) {
    return {
      span,
      message: l10n.t(
        'The name of an extension has only letters, digits and hyphens: “{0}” cannot be one.',
        word,
      ),
      isOldSpelling: false,
    }
  }
  const isAuth = word.toUpperCase() === 'AUTH'
  // Courier says XVERP=Courier; what is private may look as it likes.
  if (payload[end] === '=' && !/^X/i.test(word)) {
    return {
      span: spanOf(start, end + 1),
      message: isAuth
        ? l10n.t('Clients look for “{0}” and a space; “AUTH=” is from before AUTH was standardized.', word)
        : l10n.t('Clients look for “{0}” and a space.', word),
      isOldSpelling: isAuth,
    }
  }
  // Characters beyond ASCII are wrong in every reply.
  const odd = text
    .slice(before.length)
    .trimEnd()
    .search(/[^ -~\u0080-\uffff]/)
  if (odd < 0) return null
  return {
    span: spanOf(end + odd, end + odd + 1),
    message: l10n.t`The parameters of ${word} hold a control character.`,
    isOldSpelling: false,
  }
}

function flawsIn(session: Session): Flaw[] {
  const flaws: Flaw[] = []
  for (const { reply, unit } of session.exchanges) {
    if (reply?.code !== 250 || unit.kind !== 'command' || !/^[EL]HLO$/.test(unit.verb)) continue
    for (const said of replySaid(session, reply).slice(1)) {
      const flaw = flawIn(said)
      if (flaw) flaws.push(flaw)
    }
  }
  return flaws
}

/** A line of the EHLO reply that is no extension keyword with parameters. A hint only for `AUTH=`, which many servers print besides. */
export const ehloKeywordSyntax: Rule = {
  id: 'reply/ehlo-keyword-syntax',
  title: 'Malformed extension in the EHLO reply',
  fault: 'server',
  severity: 'warning',
  references: [rfc(5321, '4.1.1.1')],
  what: 'A line of the reply to EHLO or LHLO that is no keyword of letters, digits and hyphens, with printable parameters behind a space.',
  why: 'Clients do not recognize the extension, and some refuse the whole reply.',
  remedy:
    'Correct the line or take it out. Keep an additional line with `AUTH=` only as long as old clients need it.',
  example: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-X_QUEUE
S: 250 8BITMIME
C: QUIT
S: 221 mx.example.org closing`,
  instead: `
S: 220 mx.example.org ESMTP
C: EHLO client.example.net
S: 250-mx.example.org
S: 250-X-QUEUE
S: 250 8BITMIME
C: QUIT
S: 221 mx.example.org closing`,
  *check(session, context) {
    const flaws = flawsIn(session).filter(({ span }) => !isBeingTyped(session, span.line, context))
    for (const { span, message } of flaws.filter(flaw => !flaw.isOldSpelling)) yield { span, message }
    const old = flaws.filter(flaw => flaw.isOldSpelling)
    yield* asHabit(old.map(({ span, message }): Report => ({ span, message, severity: 'hint' })))
  },
}
