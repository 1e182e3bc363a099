import * as l10n from '@vscode/l10n'
import { type BoundKind, longestLine, streamBounds, type TellBound } from '../transcript/streamBounds.ts'

function mebi(length: number): number {
  return length / (1024 * 1024)
}

/** What a bound has made of a file at a line, from 0, for people. */
function boundText(kind: BoundKind, index: number): string {
  const { sessionText, sessionLines, sessionDialogue, openText, openLines, mixtureText } = streamBounds
  const line = index + 1
  switch (kind) {
    case 'line':
      return l10n.t`line ${line} is longer than ${mebi(longestLine)} MiB; only its beginning was read`
    case 'session':
      return l10n.t`a session is longer than ${mebi(sessionText)} MiB, ${sessionLines} lines or ${sessionDialogue} lines of commands and replies; its rest from line ${line} on was not read`
    case 'open':
      return l10n.t`more than ${mebi(openText)} MiB or ${openLines} lines of sessions side by side have no end at line ${line}; the oldest was taken as it was`
    case 'mixture':
      return l10n.t`sessions that break off go on for more than ${mebi(mixtureText)} MiB; those from line ${line} on were judged by themselves`
  }
}

/** Tells of each kind of bound once, where it first makes a difference. */
export function boundTeller(say: (text: string) => void): TellBound {
  const told = new Set<BoundKind>()
  return (kind, line) => {
    if (told.has(kind)) return
    told.add(kind)
    say(boundText(kind, line))
  }
}
