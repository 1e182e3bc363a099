import type { FormattingOptions, Range, TextEdit } from 'vscode-languageserver-types'
import { commandFacts } from '../protocol/commands.ts'
import { parseCommandLine } from '../transcript/commandLine.ts'
import { detectDialect } from '../transcript/detectDialect.ts'
import type { Dialect } from '../transcript/dialects/dialect.ts'
import { dialectNamed } from '../transcript/dialects/registry.ts'
import type { LineRecord } from '../transcript/lineRecord.ts'
import { editLines } from '../transcript/lines.ts'
import { beforeSession, type ReaderState } from '../transcript/readerState.ts'
import { lineCountOf, lineEndOf, lineOf, type Reading, wholeOf } from '../transcript/reading.ts'
import { readLine } from '../transcript/readLine.ts'
import type { Transcript } from '../transcript/transcript.ts'

/** How verbs, and FROM and TO behind them, are written: as they are, or in upper case. */
export const verbCases = ['keep', 'upper'] as const
export type VerbCase = (typeof verbCases)[number]

/** What the settings ask of the style. */
export interface FormatSettings {
  readonly verbCase: VerbCase
}

export const defaultFormat: FormatSettings = { verbCase: 'keep' }

/** What the editor asks for besides; what it leaves out is as it has always been. */
export type FileOptions = Pick<
  FormattingOptions,
  'trimTrailingWhitespace' | 'insertFinalNewline' | 'trimFinalNewlines'
>

/** How a text is to be written. */
interface Style extends FormatSettings, FileOptions {}

const label = /^([ \t]*)([CS]):( ?)/
const ownRemark = /^[ \t]+(?=C & S: <)/

/** A line with the state in front of it. */
interface Line {
  readonly text: string
  readonly record: LineRecord
  readonly before: ReaderState
  /** Mail data or a chunk is under way. */
  readonly isInContent: boolean
}

function indentationOf(text: string): string {
  return label.exec(text)?.[1] ?? ''
}

function withVerbCase(payload: string): string {
  const { verb, verbStart, verbEnd, argumentStart } = parseCommandLine(payload, 0)
  if (!commandFacts(verb)) return payload
  const upper = payload.slice(0, verbStart) + verb + payload.slice(verbEnd)
  if (verb !== 'MAIL' && verb !== 'RCPT') return upper
  const word = /^(?:FROM|TO)(?=\s*:)/i.exec(upper.slice(argumentStart))?.[0] ?? ''
  return upper.slice(0, argumentStart) + word.toUpperCase() + upper.slice(argumentStart + word.length)
}

/** A line that somebody says: only what stands in front of it is changed, and the case of a verb. */
function saidLine({ text, record: { kind } }: Line, style: Style): string {
  const [prefix = '', , side = ''] = label.exec(text) ?? []
  if (prefix === '') return text
  const payload = text.slice(prefix.length)
  if (payload === '' && style.trimTrailingWhitespace !== false) return `${side}:`
  // A tab is no part of the label; in front of a command it is as good as a space.
  const said = kind === 'command' ? payload.trimStart() : payload
  if (said === payload && !prefix.endsWith(' ')) return text.trimStart()
  return `${side}: ${kind === 'command' && style.verbCase === 'upper' ? withVerbCase(said) : said}`
}

/** A line of mail data or of a chunk: only a label that is indented as that of its command moves with it. */
function contentLine({ text }: Line, indentation: string): string {
  return indentation !== '' && indentationOf(text) === indentation ? text.slice(indentation.length) : text
}

function otherLine({ text, record: { kind }, isInContent }: Line, style: Style): string {
  if (isInContent) return text
  const trimmed = style.trimTrailingWhitespace === false ? text : text.trimEnd()
  if (kind === 'comment') return trimmed.replace(/^#(?=[\w@])/, '# ')
  return trimmed.replace(ownRemark, '')
}

/** Whether what a line became reads as the line did: nobody said anything else, and the session is where it was. */
function readsAlike({ text, record, before }: Line, written: string, dialect: Dialect): boolean {
  const { records, after } = readLine(before, written, dialect)
  const then = readLine(before, text, dialect)
  return after === then.after && records.length === 1 && records[0]?.kind === record.kind
}

function written(line: Line, indentation: string, style: Style): string {
  switch (line.record.kind) {
    case 'message':
    case 'chunk':
    case 'end-of-data':
      return contentLine(line, indentation)
    case 'blank':
    case 'comment':
    case 'note':
    case 'tls':
      return otherLine(line, style)
    default:
      return saidLine(line, style)
  }
}

/** The edit that makes one line of another, no longer than what differs. */
function lineEdit(line: number, before: string, now: string): TextEdit {
  let front = 0
  while (front < now.length && before[front] === now[front]) front += 1
  let behind = 0
  const most = Math.min(before.length, now.length) - front
  while (behind < most && before.at(-1 - behind) === now.at(-1 - behind)) behind += 1
  const range = { start: { line, character: front }, end: { line, character: before.length - behind } }
  return { range, newText: now.slice(front, now.length - behind) }
}

function removal(from: number, to: number): TextEdit {
  return { range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } }, newText: '' }
}

/** The lines of a range: one that ends in front of a line leaves that line out. */
function linesOf({ start, end }: Range): { first: number; last: number } {
  return { first: start.line, last: end.character === 0 && end.line > start.line ? end.line - 1 : end.line }
}

function isInContent({ inMessage, chunkLeft, beforeDot }: ReaderState): boolean {
  return inMessage || chunkLeft > 0 || beforeDot !== null
}

/** The lines of a text, each with the state in front of it. */
function* linesWithStates({ blocks }: Reading): Generator<Line> {
  let before = beforeSession
  for (const { texts, records, states } of blocks) {
    for (const [index, text] of texts.entries()) {
      const [record] = records[index] ?? []
      if (record) yield { text, record, before, isInContent: isInContent(before) }
      before = states[index] ?? before
    }
  }
}

/** What is done about the end of the text. */
function endEdits(reading: Reading, blanksFrom: number, style: Style): TextEdit[] {
  const count = lineCountOf(reading)
  const last = count - 1
  const text = lineOf(reading, last)?.text ?? ''
  const end = { line: last, character: text.length }
  if (style.trimFinalNewlines === true && text.trim() === '' && blanksFrom < last) {
    return [{ range: { start: { line: blanksFrom, character: 0 }, end }, newText: '' }]
  }
  if (style.insertFinalNewline !== true || text.trim() === '') return []
  return [{ range: { start: end, end }, newText: lineEndOf(reading) }]
}

/**
 * The edits that give a text, or the lines of a range, the style of the language: labels at the beginning of their lines
 * with one space behind them, no white space at the end of lines, a space behind the `#` of a comment, one blank line in
 * the place of several. Only the language's own dialect has a style; other texts are left as a tool wrote them. What
 * client and server said is never touched, but for the case of verbs where the settings ask for it.
 */
export function formatTranscript(
  transcript: Transcript,
  settings: FormatSettings = defaultFormat,
  options: FileOptions = {},
  range: Range | null = null,
): TextEdit[] {
  const edits = styleEdits(transcript, settings, options, range)
  const { lines } = editLines(
    wholeOf(transcript.reading),
    edits.toReversed().map(({ range: { start, end }, newText }) => ({ start, end, newText })),
  )
  // A text that would be taken for one of another dialect afterwards is left as it is.
  return edits.length > 0 && detectDialect(lines.texts) === transcript.reading.dialect ? edits : []
}

function styleEdits(
  { reading }: Transcript,
  settings: FormatSettings,
  options: FileOptions,
  range: Range | null,
): TextEdit[] {
  const { dialect } = reading
  if (dialect !== dialectNamed('smtp')) return []
  const style = { ...settings, ...options }
  const last = lineCountOf(reading) - 1
  const asked = range ? linesOf(range) : { first: 0, last }
  const edits: TextEdit[] = []
  /** That of the last command's label; in front of all commands, that of the first reply's. */
  let indentation: string | null = null
  let number = 0
  /** The first of the blank lines in front of this one. */
  let blanksFrom = 0
  for (const line of linesWithStates(reading)) {
    const { text, record } = line
    if (record.kind === 'command') indentation = indentationOf(text)
    else if (record.kind === 'reply') indentation ??= indentationOf(text)
    const isBlank = record.kind === 'blank' && !line.isInContent
    const isAsked = number >= asked.first && number <= asked.last
    const isSurplus = isBlank && number < last && (blanksFrom < number || blanksFrom === 0)
    if (isAsked && isSurplus) edits.push(removal(number, number + 1))
    else if (isAsked) {
      const now = written(line, indentation ?? '', style)
      if (now !== text && readsAlike(line, now, dialect)) edits.push(lineEdit(number, text, now))
    }
    number += 1
    if (!isBlank) blanksFrom = number
  }
  if (asked.last < last) return edits
  const [end] = endEdits(reading, blanksFrom, style)
  if (!end) return edits
  return [...edits.filter(edit => edit.range.start.line < end.range.start.line || end.newText !== ''), end]
}
