import * as l10n from '@vscode/l10n'
import { languages } from '../features/language.ts'
import { dialects } from '../transcript/dialects/registry.ts'
import { block, table } from './layout.ts'

function usage(): string {
  return table([
    ['smtp-transcript check [options] FILE...', l10n.t`the findings, and how each transaction came out`],
    ['smtp-transcript parse [options] FILE...', l10n.t`one JSON object per SMTP session and line`],
    [
      'smtp-transcript explain WORD [WORD]',
      l10n.t`a code, command, extension, parameter or SASL mechanism explained; two codes: compared`,
    ],
    [
      'smtp-transcript convert --to DIALECT FILE',
      l10n.t`the same sessions in another dialect, on standard output`,
    ],
  ])
}

function options(): string {
  return table([
    [
      '--dialect NAME',
      l10n.t`how the files are written, where that is found out wrongly; the names stand below`,
    ],
    [
      '--format FORMAT',
      l10n.t`of check: text (for people), json, sarif (SARIF 2.1.0, as code scanning reads it) or github (annotations in a workflow of GitHub Actions)`,
    ],
    ['--to DIALECT', l10n.t`of convert: smtp, swaks, curl or bare`],
    [
      '--profile PROFILE',
      l10n.t`of check: how strict to be: lenient (only what breaks a delivery), standard (what matters; this is the default) or strict (the RFCs to the letter)`,
    ],
    [
      '--rule ID=SEVERITY',
      l10n.t`of check: error, warning, information, hint or off for one rule; may be repeated`,
    ],
    ['--max-problems N', l10n.t`of check: list no more than N problems`],
    [
      '--progress',
      l10n.t`of check and parse: tell on standard error how far the reading is, also where that is no terminal; on a terminal that is done by itself where it takes more than a second (--no-progress: never)`,
    ],
    [`--locale ${languages.join('|')}`, l10n.t`the language of the texts; otherwise that of the environment`],
    ['--help, --version', ''],
  ])
}

/** What `--help` prints. */
export function help(): string {
  const names = dialects.map(({ name }) => name).join(', ')
  return [
    block(l10n.t`smtp-transcript: reads the record of an SMTP session and says what went wrong`),
    `${l10n.t`Usage:`}\n${usage()}`,
    block(
      l10n.t`FILE is a record of SMTP sessions: C:/S: lines, what a mail tool printed, a server's log, or a session without prefixes; - is standard input. How it is written is found out from the text.`,
    ),
    `${l10n.t`Options:`}\n${options()}`,
    `${l10n.t`Dialects:`}\n${block(names, 2)}`,
    block(
      l10n.t`Exit status: 0 no problem of severity error, 1 some, 2 wrong use or a file that cannot be read (for convert also: a file without any session).`,
    ),
  ].join('\n')
}
