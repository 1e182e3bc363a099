/** The part of docs/dialects.md that says how to add a dialect; `example` is the source of a small one. */
export function addingDialect(example: string): string {
  return `## Adding a dialect

1. **One file** in \`server/transcript/dialects/\`, with one \`Dialect\`. Most are made by one of two helpers:
   \`markedDialect\` (\`marked.ts\`) for tools that put a mark in front of what is said, and \`excerptLog\`
   (\`excerpts.ts\`) for logs that tell of single commands and replies. A dialect knows no other dialect.
2. **One line** in \`registry.ts\`, and \`npm run update-snapshots\` for this page.
3. **Its fixtures**: real output, as the tool printed it, in \`test/corpus/TOOL/NAME.txt\`. Beside it,
   \`NAME.txt.expect.json\` holds what somebody found in it by reading: how many sessions, the line of each command
   with its verb, the first line of each reply with its code, and the first and last line of mail data. Lines count
   from 1. \`ambiguous\` says that finding nothing would be as right; \`duplicates\` lists what the tool prints twice.
   \`test/corpus/expectation.ts\` describes each field. The tests find the files by themselves.

Good fixtures are a delivery that went well, a refused recipient, commands out of order, a connection that was lost,
and mail data with lines that look like replies, like the tool's own marks, and like the final dot.

### A small one

\`\`\`ts
${example.replace("'../../server/transcript/dialects/marked.ts'", "'./marked.ts'").trimEnd()}
\`\`\`

What stands in front of a payload is all that it needs; the reader itself knows what a command and a reply are, where
mail data begin and end, and which reply answers what.

### What each field means

| field | |
|---|---|
| \`name\` | stands behind \`--dialect\` and in the output of \`parse\`; once released it does not change |
| \`title\` | the tool, and the switch that makes it print this |
| \`example\` | two to six lines of its output, enough to know it by; they stand on this page |
| \`line\` | what stands in front of a payload, from the beginning of the line on. The group that matches tells whose it is: \`client\`, \`server\`, \`note\` (a remark of the tool), \`more\` (the rest of a line that the tool broke), \`message\` (mail data: the client's where they can stand, a note elsewhere). \`head\` is what a log writes in front; a fix writes it again |
| \`id\` | its first group is the tool's own id of the session. A line without one belongs to the session of the line before |
| \`encoding\` | \`plain\`; \`string\` for a literal with escapes, which ends with the quote in front of it; \`html\` for character references |
| \`behind\` | what stands behind a payload and is no part of it |
| \`events\` | remarks that tell of the connection: \`connecting\`, \`connected\`, \`tls-started\`, \`closed\` (by the server), \`lost\`; \`authenticated\` and \`not-authenticated\` where the tool does not print the answer |
| \`unmarked\` | reads a line without a mark; left out, such lines are notes. \`readUnmarked\` takes what looks like a reply or a command |
| \`signature\` | a line that no other tool prints. It settles the detection, if a command or a reply stands somewhere beside it |
| \`repliesAreUnmarked\` | replies have no mark, and count all the same when the dialect is recognized |
| \`isExcerpt\` | parts of sessions are shown, so that nothing is known of what came before a command |
| \`isUnstuffed\` | mail data are printed without the dots that hide their own, so that a lone dot may be part of them |
| \`elidesContent\` | mail data are never printed, at most the dot behind them |
| \`write\` | what stands in front of and behind a line that a fix or a conversion writes; \`head\` where there is no line to be like. Left out for logs, which nobody writes |

A tool that needs more than that is a \`Dialect\` of its own, or spreads a \`markedDialect\` and replaces its \`read\`.
\`read\` gets one line and what can stand there (\`LineContext\`). It says who speaks, and where that starts and ends; several
things may be said on one line. A word or two can be remembered for the next line of the session (\`memory\`). It
knows no SMTP state, and it never throws.

### What not to describe

What can be inferred needs no description: marks of any kind in front of commands and replies, and whose they are;
times, levels and hosts in front of them; ids; quotes and escapes; lines that are printed once more as an echo; mail
data without a mark; lines that announce who speaks on the next; dots that are missing, and mail data of which only the
dot is printed.

A description is worth its file where the text does not show it:

- a remark tells of the connection: a handshake, a connection that is gone, an answer that is not printed;
- mail data may look like what is said, and only the tool's habits tell them apart;
- there is no dialogue, only a log that mentions commands or replies in its sentences;
- outputs are short, so that there is too little to infer from;
- people write or convert to it, so that it needs \`write\`.

\`test/corpus/inference.test.ts\` reads every file of the corpus with its own dialect switched off. A new tool whose
fixtures pass before it is described is a good fixture and needs no dialect.
`
}
