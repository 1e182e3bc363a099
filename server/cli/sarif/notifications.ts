import * as l10n from '@vscode/l10n'
import type { CheckRun } from '../checkRun.ts'
import { type Listing, noteOnFixes, noteOnLimit } from '../listing.ts'
import { message } from './message.ts'
import { artifactLocation } from './places.ts'

const kinds = {
  'file-not-read': { text: () => l10n.t`A file cannot be read.`, level: 'error' },
  'no-session': { text: () => l10n.t`There is no SMTP session in a file.`, level: 'warning' },
  'problems-left-out': { text: () => l10n.t`Not all problems are listed.`, level: 'note' },
  'fixes-left-out': { text: () => l10n.t`Not all fixes are listed.`, level: 'note' },
} as const

type Kind = keyof typeof kinds

/** What there can be to say about a run, beside the results. */
export function notificationDescriptors() {
  return Object.entries(kinds).map(([id, { text, level }]) => ({
    id,
    shortDescription: { text: text() },
    defaultConfiguration: { level },
  }))
}

function notification(kind: Kind, text: string, file?: string) {
  return {
    descriptor: { id: kind, index: Object.keys(kinds).indexOf(kind) },
    level: kinds[kind].level,
    message: message(text),
    ...(file !== undefined && {
      locations: [{ physicalLocation: { artifactLocation: artifactLocation(file) } }],
    }),
  }
}

/** What there is to say about a run: files that were not read or have no session, and what was left out. */
export function notificationsOf({ checked, unread, limit }: CheckRun, listing: Listing) {
  const left = noteOnLimit(listing.leftOut, limit)
  const fixes = noteOnFixes(listing)
  return [
    ...unread.map(({ file, error }) => notification('file-not-read', `${file}: ${error}`, file)),
    ...checked
      .filter(({ transcript }) => transcript.sessions.length === 0)
      .map(({ file }) => notification('no-session', `${file}: ${l10n.t`no SMTP session found`}`, file)),
    ...(left === null ? [] : [notification('problems-left-out', left)]),
    ...(fixes === null ? [] : [notification('fixes-left-out', fixes)]),
  ]
}
