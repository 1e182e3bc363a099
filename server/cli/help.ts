import { dialects } from '../transcript/dialects/registry.ts'

/** How wide a terminal is at least, in columns. */
const width = 80

/** Words with commas between them, broken into indented lines that fit. */
function list(words: readonly string[], indentation: string): string {
  const lines: string[] = []
  for (const [index, word] of words.entries()) {
    const item = index < words.length - 1 ? `${word},` : word
    const line = lines.pop()
    const longer = line === undefined ? indentation + item : `${line} ${item}`
    if (line === undefined || longer.length <= width) lines.push(longer)
    else lines.push(line, indentation + item)
  }
  return lines.join('\n')
}

/** What `--help` prints. */
export function help(): string {
  return `smtp-transcript: reads the record of an SMTP session and says what went wrong

Usage:
  smtp-transcript check [options] FILE...     the findings, and how each transaction came out
  smtp-transcript parse [options] FILE...     one JSON object per SMTP session and line
  smtp-transcript explain WORD [WORD]         a code, command, extension, parameter or SASL mechanism explained;
                                              two codes: compared
  smtp-transcript convert --to DIALECT FILE   the same sessions in another dialect, on standard output

FILE is a record of SMTP sessions: C:/S: lines, what a mail tool printed, a server's log, or a session without
prefixes; - is standard input. How it is written is found out from the text.

Options:
  --dialect NAME        how the files are written, where that is found out wrongly; the names stand below
  --format FORMAT       of check: text (for people), json, sarif (SARIF 2.1.0, as code scanning reads it) or
                        github (annotations in a workflow of GitHub Actions)
  --to DIALECT          of convert: smtp, swaks, curl or bare
  --profile PROFILE     of check: how strict to be: lenient (only what breaks a delivery), standard (what matters;
                        this is the default) or strict (the RFCs to the letter)
  --rule ID=SEVERITY    of check: error, warning, information, hint or off for one rule; may be repeated
  --max-problems N      of check: list no more than N problems
  --help, --version

Dialects:
${list(
  dialects.map(({ name }) => name),
  '  ',
)}

Exit status: 0 no problem of severity error, 1 some, 2 wrong use or a file that cannot be read
(for convert also: a file without any session).
`
}
