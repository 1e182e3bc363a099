/** What `--help` prints. */
export const help = `smtp-transcript: reads the record of an SMTP session and says what went wrong

Usage:
  smtp-transcript check [options] FILE...     the findings, and how each transaction came out
  smtp-transcript parse [options] FILE...     one JSON object per SMTP session and line
  smtp-transcript explain CODE [CODE]         one reply code or enhanced status code explained; two: compared
  smtp-transcript convert --to DIALECT FILE   the same sessions in another dialect, on standard output

FILE is a transcript: C:/S: lines, output of swaks, or a session without prefixes; - is standard input.

Options:
  --dialect NAME        how the files are written, instead of detecting it: smtp, swaks, bare
  --format FORMAT       of check: text (for people) or json
  --to DIALECT          of convert: smtp, swaks, curl or bare
  --rule ID=SEVERITY    of check: error, warning, information, hint or off for one rule; may be repeated
  --max-problems N      of check: list no more than N problems
  --help, --version

Exit status: 0 no problem of severity error, 1 some, 2 wrong use or a file that cannot be read
(for convert also: a file without any session).
`
