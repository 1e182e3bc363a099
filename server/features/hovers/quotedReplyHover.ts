import * as l10n from '@vscode/l10n'
import type { Position } from 'vscode-languageserver-types'
import type { Fault } from '../../protocol/causes/replyCause.ts'
import { faultByCodes } from '../../protocol/faultByCodes.ts'
import { findReplyWording } from '../../protocol/replyWordings.ts'
import { statusFacts, tellingFacts } from '../../protocol/statusFacts.ts'
import { lineOf } from '../../transcript/reading.ts'
import type { Transcript } from '../../transcript/transcript.ts'
import { faultSentence } from '../faultText.ts'
import { headings } from '../headings.ts'
import { bullets, type HoverText, linksTo, sentences } from './hoverText.ts'

/** Lines on which nobody speaks; those of a session have hovers of their own. */
const unspoken: ReadonlySet<string> = new Set(['note', 'comment', 'unreadable', 'blank'])

/** A reply that somebody quotes in an error message or a comment, and where it stands. */
interface Quoted {
  readonly code: number
  readonly enhancedCode: string | null
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A reply with its enhanced status code, which nothing else looks like; and a number that is called a code. */
const forms = [
  /(?<![\w.])(?<code>[245]\d\d)[ -](?<enhanced>[245]\.\d{1,3}\.\d{1,3})\b(?<text>.{0,1000})/g,
  /\b(?:code|status)\W{1,3}(?<code>[2-5]\d\d)\b(?<text>.{0,1000})/gi,
]

function quotedAt(line: string, character: number): Quoted | null {
  for (const form of forms) {
    for (const match of line.slice(0, 4000).matchAll(form)) {
      const { code = '', enhanced, text = '' } = match.groups ?? {}
      const start = match.index + match[0].indexOf(code)
      const end = start + code.length + (enhanced === undefined ? 0 : 1 + enhanced.length)
      if (character < start || character > end) continue
      return { code: Number(code), enhancedCode: enhanced ?? null, text: text.trim(), start, end }
    }
  }
  return null
}

/** A program that reports 334 as an error stopped at a challenge. */
const stoppedAtChallenge = {
  fault: 'client',
  here: () =>
    l10n.t`The program stopped at a challenge, which is no error by itself. With OAuth the server tells in it, as JSON in base64, why it refused the token.`,
  next: () =>
    l10n.t`Get a fresh token with the scope for SMTP, and check that it belongs to the account that logs in.`,
} as const satisfies { readonly fault: Fault; readonly here: () => string; readonly next: () => string }

function explained({ code, enhancedCode, text }: Quoted) {
  if (code === 334) {
    const { fault, here, next } = stoppedAtChallenge
    return { fault, here: here(), next: next(), references: [] }
  }
  const wording = findReplyWording({ code, enhancedCode, text })
  if (wording) return { ...wording, here: l10n.t(wording.cause), next: l10n.t(wording.next) }
  const facts = tellingFacts(code, enhancedCode)
  const fault = code < 400 ? undefined : faultByCodes(code, enhancedCode)
  return { fault, here: null, next: facts?.clientFix ?? null, references: [] }
}

/**
 * The hover on the codes of a reply that an error message or a comment quotes: what they and its words mean, without a
 * session.
 */
export function quotedReplyHover({ reading }: Transcript, { line, character }: Position): HoverText | null {
  const { text, records } = lineOf(reading, line) ?? { text: '', records: [] }
  const isUnspoken = records.every(({ kind }) => unspoken.has(kind))
  const quoted = isUnspoken ? quotedAt(text, character) : null
  const facts = quoted && statusFacts(`${quoted.code}`)
  if (!quoted || !facts) return null
  const { fault, here, next, references } = explained(quoted)
  const enhanced = quoted.enhancedCode === null ? undefined : statusFacts(quoted.enhancedCode)
  const about = l10n.t`quoted here`
  return {
    span: { line, start: quoted.start, end: quoted.end },
    title: `${facts.code} ${facts.name}`,
    about: [fault === undefined ? about : `${about} · ${faultSentence(fault)}`],
    here: [],
    sections: [
      sentences(
        headings.meaning,
        here,
        here === null ? facts.meaning : null,
        enhanced ? enhanced.meaning : null,
      ),
      sentences(headings.todo, next),
      bullets(headings.whenSeen, here === null ? facts.whenYouSeeIt : []),
    ],
    links: linksTo([...references, ...facts.references]).slice(0, 4),
  }
}
