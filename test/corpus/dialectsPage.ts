import { detectionLines } from '../../server/transcript/detectDialect.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { addingDialect } from './addingDialect.ts'

/** What the page is made of. */
export interface DialectsPageFacts {
  /** In the order in which they are listed. */
  readonly dialects: readonly Dialect[]
  /** How many files of the corpus are read as each, by name. */
  readonly files: ReadonlyMap<string, number>
  /** The source of a dialect to learn from. */
  readonly worked: string
}

function row({ name, title, id, write, isSummary }: Dialect, files: number): string {
  const cells = [
    `[\`${name}\`](#${name})`,
    title.replaceAll('|', '\\|'),
    id ? 'yes' : '',
    write ? 'yes' : '',
    isSummary ? 'single exchanges' : 'dialogue',
    files === 0 ? '' : `${files}`,
  ]
  return `| ${cells.join(' | ')} |`
}

function section({ name, title, example }: Dialect): string {
  return `### ${name}

${title}

\`\`\`text
${example.join('\n')}
\`\`\`
`
}

/** The page of the documentation on dialects. */
export function dialectsPage({ dialects, files, worked }: DialectsPageFacts): string {
  const rows = dialects.map(dialect => row(dialect, files.get(dialect.name) ?? 0))
  return `# Dialects

A dialect is the way in which a tool prints a session: by what marks it tells who speaks, and where in a line that
begins what was said. ${dialects.length} are described. The format of any other tool is inferred from the text.

## How the dialect of a file is decided

The first of these that applies:

1. **Somebody names it**: \`--dialect NAME\` in the terminal; in the editor *SMTP: Choose Dialect…*, to which the
   status item behind \`{}\` leads. It then holds for the whole text.
2. **A directive** \`# @dialect NAME\` in the text names it.
3. **A signature**: a line that one tool prints and no other, such as \`=== Trying \` of swaks. A tool's log of single
   exchanges gives way where the same text has a dialogue in some other format.
4. **Most lines**: without a signature, the described dialect that fits most lines, unless what is inferred explains
   clearly more of them.
5. **Inference**: the reader looks behind which prefixes commands stand and behind which replies. It does not believe
   arrows or words: what is said shows who says it. A prefix counts if the session makes more sense with it.
6. A text that shows nothing at all is \`bare\`.

The text is looked at ${detectionLines} lines at a time, and the first stretch with a sign of SMTP decides, so that a log may begin
with anything. Edits do not change the dialect as long as something in the text still shows it.

## Several sessions

Where a tool prints an id of the session or the process, lines are sorted by it, and each session is read by itself,
however its lines are interleaved with others. Inference finds such ids, too: what takes several values, each with a
whole dialogue. A line without an id belongs to the session of the line before.

Without ids sessions are expected one behind the other. Where they are mixed all the same, nothing in the text tells
whose a reply is: the rule \`transcript/mixed-sessions\` says so once, and nothing else is reported there.

## Quoted, indented, printed twice

A transcript may stand in a quotation (\`> \`, also several deep), in an indented block, or behind the rule \`|\` of a
table. A frame that most lines have is taken off, and a fix puts it back. In a text without prefixes, the fences of a
Markdown block end the transcript; what stands outside is prose. Where every line is printed twice, as by two handlers
of one logger, the second is a note, and no fix is offered. A dialect that was named is taken at its word: no frame is
looked for then.

## The described dialects

*Ids*: lines of several sessions are told apart. *Fixes*: lines can be written, so that fixes are offered and
transcripts are converted to it. *Files*: how many real transcripts in \`test/corpus\` are read as this.

| name | tool | ids | fixes | tells | files |
|---|---|---|---|---|---|
${rows.join('\n')}

${dialects.map(section).join('\n')}
${addingDialect(worked)}`
}
