import { type Block, commonBlocks } from '../transcript/block.ts'
import { lineOf } from '../transcript/reading.ts'
import { remembered } from '../transcript/remembered.ts'
import { isTrailing } from '../transcript/sessionBody.ts'
import { payloadOf } from '../transcript/stretch.ts'
import type { Transcript } from '../transcript/transcript.ts'

/** A comment that switches rules off or on, as in `# smtp-disable sequence/nested-mail`. */
export interface Directive {
  readonly kind: 'disable' | 'enable' | 'disable-next-line' | 'disable-file'
  /** The ids that it names; empty for all. */
  readonly rules: ReadonlySet<string>
  /** The line of the text that it stands on, from 0. */
  readonly line: number
}

/** Whether a rule is switched off by a comment on a line of the text, which counts from 0. */
export type IsSwitchedOff = (rule: string, line: number) => boolean

const none: readonly Directive[] = []

const pattern = /^\s*smtp-(disable-file|disable-next-line|disable|enable)(?=\s|$)(.*)$/

/** Reads a comment, given without its `#`. What stands behind `--` is the reason, for people. */
export function directiveIn(comment: string, line: number): Directive | null {
  const match = pattern.exec(comment)
  if (!match) return null
  const [, kind = '', rest = ''] = match
  const [names = ''] = rest.split(/\s--(?:\s|$)/, 1)
  const rules = new Set(names.split(/[\s,]+/).filter(name => name !== ''))
  return { kind: kind as Directive['kind'], rules, line }
}

/** The directives on the lines of a block, which count from its first. */
const directivesOf = remembered(({ records, texts }: Block): readonly Directive[] => {
  const directives: Directive[] = []
  for (let line = 0; line < records.length; line++) {
    const record = records[line]?.[0]
    if (record?.kind !== 'comment') continue
    const directive = directiveIn(payloadOf(texts[line] ?? '', record), line)
    if (directive) directives.push(directive)
  }
  return directives.length === 0 ? none : directives
})

function directivesIn({ reading }: Transcript, without: Transcript | undefined): Directive[] {
  const { dialect, blocks, starts } = reading
  if (!dialect.isTyped) return []
  const directives: Directive[] = []
  const { before, behind } = commonBlocks(without?.reading.blocks ?? [], blocks)
  for (let index = before; index < blocks.length - behind; index++) {
    const block = blocks[index]
    const own = block ? directivesOf(block) : none
    for (const one of own) directives.push({ ...one, line: one.line + (starts[index] ?? 0) })
  }
  return directives
}

/** The line that a directive for the next line means: the next that is no comment and not blank. */
function nextLine({ reading }: Transcript, line: number): number {
  let next = line + 1
  while (isTrailing(lineOf(reading, next)?.records)) next += 1
  return next
}

function names({ rules }: Directive, rule: string): boolean {
  return rules.size === 0 || rules.has(rule)
}

/** The directives of a text, by what they are for. */
export interface Directives {
  readonly forFile: readonly Directive[]
  readonly forLine: ReadonlyMap<number, readonly Directive[]>
  /** What switches off or on from there, in order. */
  readonly switches: readonly Directive[]
}

/** Whether directives switch a rule off on a line of the text. */
export function isSwitchedOff(
  { forFile, forLine, switches }: Directives,
  rule: string,
  line: number,
): boolean {
  if ([...forFile, ...(forLine.get(line) ?? [])].some(one => names(one, rule))) return true
  return switches.findLast(one => one.line < line && names(one, rule))?.kind === 'disable'
}

/**
 * What the comments of a transcript switch off; null where none does. Only dialects that people type have comments.
 *
 * @param without a transcript in which nothing is switched off: what is the same in this one need not be looked at
 */
export function switchedOff(transcript: Transcript, without?: Transcript): IsSwitchedOff | null {
  const directives = directivesIn(transcript, without)
  if (directives.length === 0) return null
  const forFile = directives.filter(({ kind }) => kind === 'disable-file')
  const forLine = new Map<number, Directive[]>()
  for (const one of directives.filter(({ kind }) => kind === 'disable-next-line')) {
    const line = nextLine(transcript, one.line)
    forLine.set(line, [...(forLine.get(line) ?? []), one])
  }
  const switches = directives.filter(({ kind }) => kind === 'disable' || kind === 'enable')
  return (rule, line) => isSwitchedOff({ forFile, forLine, switches }, rule, line)
}
