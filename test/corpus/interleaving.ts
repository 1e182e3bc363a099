import { dialectNamed } from '../../server/transcript/dialects/registry.ts'
import { splitLines } from '../../server/transcript/lines.ts'
import type { CorpusFile } from './expectation.ts'

/** A line of one of several texts that are woven into one. */
export interface WovenLine {
  readonly text: string
  /** Which of the texts it is from, and which of its lines it is, both from 0. */
  readonly from: number
  readonly line: number
}

/** The lines of a text, without the empty one behind its last line end. */
export function linesOf(text: string): readonly string[] {
  return splitLines(text.replace(/(?:\r\n|\n|\r)$/, '')).texts
}

/**
 * Weaves texts into one, each in its own order: `turns` says whose turn it is, and begins anew when it is over.
 * `isFirst` tells the lines that begin something; what follows them belongs to them.
 */
export function weave(
  texts: readonly (readonly string[])[],
  turns: readonly number[],
  isFirst: (line: string) => boolean,
): WovenLine[] {
  const woven: WovenLine[] = []
  const places = texts.map(() => 0)
  for (let turn = 0; ; turn++) {
    const left = places.flatMap((place, from) => (place < (texts[from]?.length ?? 0) ? [from] : []))
    const from = left[(turns[turn % turns.length] ?? 0) % left.length]
    if (from === undefined) return woven
    const lines = texts[from] ?? []
    let line = places[from] ?? 0
    do {
      woven.push({ text: lines[line] ?? '', from, line })
      line += 1
    } while (line < lines.length && !isFirst(lines[line] ?? ''))
    places[from] = line
  }
}

/** A tool that prints ids: the dialect it is read in, and how its ids are changed so that no two files share one. */
export interface IdTool {
  readonly tool: string
  readonly dialect: string
  readonly ids: RegExp
  readonly renamed: (id: string, index: number) => string
}

const prefixed = (id: string, index: number) => `${index + 1}${id}`
const inPlace = (id: string, index: number) => `${index + 1}${id.slice(1)}`

/** The tools of the corpus that print ids of their own. */
export const idTools: readonly IdTool[] = [
  {
    tool: 'nodemailer',
    dialect: 'nodemailer',
    ids: /(?<=\] [A-Z]+ +\[)[A-Za-z0-9]{8,12}(?=\])/g,
    renamed: prefixed,
  },
  { tool: 'smtp-server-log', dialect: 'smtp-server', ids: /(?<=\[#)\w+(?=\])/g, renamed: prefixed },
  { tool: 'haraka-log', dialect: 'haraka', ids: /(?<=\[)[0-9A-F](?=[0-9A-F]{7}-)/g, renamed: inPlace },
  {
    tool: 'postfix-smtpd-debug_peer',
    dialect: 'postfix-debug',
    ids: /(?<=smtpd\[)\d+(?=\])/g,
    renamed: prefixed,
  },
  {
    tool: 'exim-daemon-debug',
    dialect: 'exim',
    ids: /^ (?=\d{4} )/gm,
    renamed: (_id, index) => `${index + 1}`,
  },
  { tool: 'aiosmtpd-log', dialect: 'aiosmtpd', ids: /(?<=', )\d{5}(?=\))/g, renamed: inPlace },
  { tool: 'qpsmtpd-log', dialect: 'qpsmtpd', ids: /(?<=\[)\d+(?=\]: )/g, renamed: prefixed },
  { tool: 'opensmtpd-trace-smtp', dialect: 'opensmtpd', ids: /(?<=0x)[0-9a-f]+/g, renamed: prefixed },
  { tool: 'perl-net-smtp', dialect: 'net-smtp-perl', ids: /(?<=GLOB\(0x)[0-9a-f]+/g, renamed: prefixed },
]

/** The lines of a file from its first with an id on, with ids that no other index has. */
export function withIds(
  { text }: CorpusFile,
  { dialect, ids, renamed }: IdTool,
  index: number,
): readonly string[] {
  const lines = linesOf(text.replace(ids, id => renamed(id, index)))
  return lines.slice(Math.max(0, lines.findIndex(bearsId(dialect))))
}

/** Whether a line bears an id in a dialect; a line without one belongs to what stands before it. */
export function bearsId(dialect: string): (line: string) => boolean {
  const id = dialectNamed(dialect)?.id
  return line => (id?.(line) ?? null) !== null
}

/** Heads of logs that nobody has described, each with an id that tells sessions apart. */
export const heads: readonly ((id: string) => string)[] = [
  id => `12:00:01.123 [${id}] `,
  id => `2026-11-23T10:00:00Z worker ${id}: `,
  id => `Nov 23 10:00:00 mx app[${Number.parseInt(id, 16)}]: `,
  id => `[${id}] DEBUG - `,
]

/** Ids of sessions. */
export const sessionIds = ['a7f301', 'b81c22', 'c9d455'] as const
