import * as l10n from '@vscode/l10n'
import type { Dialect, LineContext, Utterance } from '../dialects/dialect.ts'
import { said, utterance } from '../dialects/dialect.ts'
import { looksLikeCommand, looksLikeReply } from '../payload.ts'
import { payloadOf, splitLiteral, stretchBetween } from '../stretch.ts'
import { anchorsIn } from './anchors.ts'
import { announcementOf, type Format, type LearnedMark } from './format.ts'
import type { Role } from './roles.ts'

/** Whether a session can begin with this: a greeting with the server's name, or a hello. */
function opensSession(payload: string): boolean {
  return /^(?:220[ -]\S+\.\S|(?:EHLO|HELO|LHLO) \S)/i.test(payload)
}

/** Whether somebody may have typed this as a command that nobody knows: a word in capitals that is no level of a log. */
function isTypedWord(payload: string): boolean {
  return /^(?!(?:INFO|WARN|ERROR|DEBUG|TRACE|FATAL|NOTICE|DONE|OK)\s*$)[A-Z]{3,8}\s*$/.test(payload)
}

/** Behind it stands the next field of a record, or a second literal that tells the first once more. */
const closingQuote = /(?<!\\)"(?=[,}\])]| (?:"|\w+=))/

const htmlBreak = /(?:<\/?\w{1,8} ?\/?>\s*){1,4}$/

function stretchesOf(line: string, start: number, { quote }: LearnedMark, format: Format) {
  if (quote !== '') {
    const end = line.lastIndexOf(quote)
    const closing = quote === '"' ? line.slice(start).search(closingQuote) : -1
    return splitLiteral(line, start, closing >= 0 ? start + closing : end >= start ? end : line.length)
  }
  if (format.spellsLineEnds && /\\[rn]/.test(line)) return splitLiteral(line, start, line.length)
  if (!format.isHtml) return [stretchBetween(line, start, line.length, 'plain')]
  return [stretchBetween(line, start, htmlBreak.exec(line)?.index ?? line.length, 'html')]
}

/** What every inferred dialect is, for people. */
export const inferredTitle = 'marks found in the text'

/** The dialect of a format that was found in a text. */
export function inferredDialect(format: Format): Dialect {
  const { marks, head, idGroup, announcers, sureness } = format
  const hasUnmarkedServer = marks.some(mark => mark.role !== 'client' && mark.example === '')

  function speakerOf(role: Role, payload: string, { expected, memory }: LineContext): 'client' | 'server' {
    if (role !== 'both') return role
    if (memory === 'client' || memory === 'server') return memory
    if (expected === 'content') return 'client'
    return looksLikeReply(payload) ? 'server' : 'client'
  }

  function readMarked(
    line: string,
    mark: LearnedMark,
    start: number,
    context: LineContext,
  ): readonly Utterance[] {
    return stretchesOf(line, start, mark, format).map(stretch => {
      const payload = payloadOf(line, stretch)
      const speaker = speakerOf(mark.role, payload, context)
      const isContent = context.expected === 'content' || context.expected === 'content-or-reply'
      if (speaker === 'server' && !looksLikeReply(payload)) return said('note', stretch)
      // A mark that is little more than the head of a log stands in front of remarks as well.
      if (format.isCalm && context.expected === 'opening' && !opensSession(payload))
        return said('note', stretch)
      const isRemark =
        speaker === 'client' &&
        mark.role === 'both' &&
        !isContent &&
        context.expected !== 'auth-response' &&
        !looksLikeCommand(payload) &&
        anchorsIn(payload)[0]?.start !== 0 &&
        !(isTypedWord(payload) && !context.isAwaiting && context.replyCode === null)
      return said(isRemark ? 'note' : speaker, stretch)
    })
  }

  /** Lines without a mark: mail data, further lines of a reply, replies; and the tool's remarks. */
  function readUnmarked(line: string, context: LineContext): readonly Utterance[] {
    const start = head.exec(line)?.[0].length
    const indented = (start ?? 0) + (/^\s*/.exec(line.slice(start ?? 0))?.[0].length ?? 0)
    const payload = line.slice(indented)
    const isReply = looksLikeReply(payload)
    if (isReply && context.replyCode === Number(payload.slice(0, 3))) return utterance('server', indented)
    const isContent = context.expected === 'content' || context.expected === 'content-or-reply'
    if (isContent && start !== undefined && format.printsUnmarkedData && context.memory !== 'marked data') {
      return [{ ...utterance('client', start)[0], memory: 'unmarked data' }]
    }
    if (line.trim() === '') return utterance('blank', 0)
    if (isReply && context.isAwaiting && context.replyCode === null && indented === (start ?? 0)) {
      return utterance('server', indented)
    }
    const announced = announcers.get(announcementOf(line))
    if (announced) return [{ ...utterance('note', 0)[0], memory: announced }]
    return utterance('note', 0)
  }

  function markOn(line: string): { mark: LearnedMark; start: number } | undefined {
    for (const mark of marks) {
      const start = mark.pattern.exec(line)?.[0].length
      if (start !== undefined) return { mark, start }
    }
    return undefined
  }

  return {
    name: 'inferred',
    title: inferredTitle,
    example: [],
    inferred: { sureness, marks: () => describe(marks) },
    read(line, context) {
      const { expected, memory } = context
      const found = markOn(line)
      if (!found) return readUnmarked(line, context)
      // Mail data without marks can look like marked lines; only their dot ends them.
      if (expected === 'content' && memory === 'unmarked data' && !hasUnmarkedServer && head.test(line)) {
        return readUnmarked(line, context)
      }
      const [first, ...more] = readMarked(line, found.mark, found.start, context)
      if (!first) return utterance('note', 0)
      const isData = expected === 'content' || expected === 'content-or-reply'
      const isMarkedData = isData && first.speaker === 'client' && found.mark.role === 'client'
      if (isMarkedData) return [{ ...first, memory: 'marked data' }, ...more]
      return memory === 'marked data' || memory === 'unmarked data'
        ? [{ ...first, memory: '' }, ...more]
        : [first, ...more]
    },
    ...(idGroup !== null && {
      id: (line: string) => head.exec(line)?.[idGroup]?.replace(/(?<=[A-Za-z-].*)\.\d+$/, '') ?? null,
    }),
    recognize: lines =>
      lines.filter(line => {
        const found = markOn(line)
        return found !== undefined && anchorsIn(line).some(({ start }) => start === found.start)
      }).length,
    write: null,
    ...(format.isUnstuffed && { isUnstuffed: true as const }),
    ...(format.elidesContent && { elidesContent: true as const }),
  }
}

/** How much of a mark is shown, and how many marks of a side. */
const shownWidth = 12
const shownMarks = 2

function shortened(example: string): string {
  const mark = example.trim()
  return mark.length > shownWidth ? `…${mark.slice(-shownWidth)}` : mark
}

const marksOf = {
  client: (names: string) => l10n.t`client: ${names}`,
  server: (names: string) => l10n.t`server: ${names}`,
  both: (names: string) => l10n.t`both: ${names}`,
} as const satisfies Record<Role, (names: string) => string>

/** In words: by which marks the reader tells who speaks. */
function describe(marks: readonly LearnedMark[]): string {
  const shown = (role: Role) => {
    const names = marks
      .filter(mark => mark.role === role)
      .map(({ example }) => (example.trim() === '' ? l10n.t`no mark` : `"${shortened(example)}"`))
    return [...new Set(names)].slice(0, shownMarks).join(', ')
  }
  const roles = ['client', 'server', 'both'] as const
  return roles.flatMap(role => (shown(role) === '' ? [] : [marksOf[role](shown(role))])).join('; ')
}
