import * as l10n from '@vscode/l10n'
import { rfc } from '../../protocol/references.ts'
import { looksLikeCommand, looksLikeReply } from '../../transcript/payload.ts'
import type { Session } from '../../transcript/session.ts'
import { fixOf, insertAt } from '../repair/edits.ts'
import type { Fix, LineRange, Rule } from '../rule.ts'

/** More of them are no slips but text around the session. */
const shown = 10

function isSaid(kind: string): boolean {
  return kind !== 'note' && kind !== 'comment' && kind !== 'blank'
}

/** Words that nobody said: no remark of the language's own, no rule or ellipsis. */
function isUnlabelled({ records, texts }: Session, line: number): boolean {
  const text = texts[line] ?? ''
  const isNote = records[line]?.every(record => record.kind === 'note') === true
  return isNote && /\w/.test(text) && !/^[ \t]*C & S:/.test(text)
}

/** Runs of lines without a label that stand inside of the dialogue: what is around it needs none. */
function* runs(session: Session): Generator<LineRange> {
  const { records } = session
  const isDialogue = records.map(found => found.some(({ kind }) => isSaid(kind)))
  const end = isDialogue.lastIndexOf(true)
  let first: number | null = null
  for (let line = Math.max(0, isDialogue.indexOf(true)); line <= end; line++) {
    if (isUnlabelled(session, line)) first ??= line
    else if (first !== null) {
      yield { first, last: line - 1 }
      first = null
    }
  }
}

/** Puts a label, or the mark of a comment, in front of each line of a run. */
function prefix(title: string, { first, last }: LineRange, label: string): Fix {
  const lines = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return fixOf(title, ...lines.map(line => insertAt({ line, start: 0, end: 0 }, label)))
}

function fixesFor(texts: readonly string[], run: LineRange): Fix[] {
  const text = texts[run.first] ?? ''
  const isOne = run.first === run.last
  const comment = prefix(isOne ? l10n.t`Make it a comment` : l10n.t`Make them comments`, run, '# ')
  if (looksLikeCommand(text)) return [prefix(l10n.t`Label it C:`, run, 'C: '), comment]
  if (looksLikeReply(text)) return [prefix(l10n.t`Label it S:`, run, 'S: '), comment]
  return [comment]
}

function messageFor(text: string): string {
  if (looksLikeReply(text)) {
    return l10n.t`This looks like a reply, but nothing says who sent it: it is read as a note.`
  }
  return looksLikeCommand(text)
    ? l10n.t`This looks like a command, but nothing says who sent it: it is read as a note.`
    : l10n.t`Nothing says who sent this line: it is read as a note.`
}

/**
 * A line without label between labelled ones, outside of mail data. Only in the language's own dialect: tools print
 * remarks of their own. Silent on text around the session.
 */
export const unlabelledLine: Rule = {
  id: 'transcript/unlabelled-line',
  title: 'Line without a label',
  fault: 'transcript',
  severity: 'information',
  references: [rfc(5321, '4.3.1')],
  what: 'A line among labelled ones that tells neither by a label nor by its place who sent it.',
  why: 'It is read as a note. If it is a command or a reply that lost its label, the replies behind it are counted off wrongly.',
  remedy: 'Put `C:` or `S:` in front of it, or `#` where it is a remark.',
  isOfOwnDialect: true,
  example: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
here I waited for a minute
C: QUIT
S: 221 mx.example bye`,
  instead: `
S: 220 mx.example ESMTP
C: EHLO client.example
S: 250 mx.example
# here I waited for a minute
C: QUIT
S: 221 mx.example bye`,
  *check(session, { dialect }) {
    if (dialect.name !== 'smtp') return
    let count = 0
    for (const run of runs(session)) {
      if (++count > shown) return
      const text = session.texts[run.first] ?? ''
      const isDialogue = looksLikeCommand(text) || looksLikeReply(text)
      yield {
        span: { line: run.first, start: text.length - text.trimStart().length, end: text.trimEnd().length },
        message: messageFor(text),
        severity: isDialogue ? 'information' : 'hint',
        fixes: () => fixesFor(session.texts, run),
      }
    }
  },
}
