import * as l10n from '@vscode/l10n'
import { noteOnFixes, noteOnLimit } from '../listing.ts'
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

/** A file that could not be read, and why. */
export interface UnreadFile {
  readonly file: string
  readonly error: string
}

/** What is known of a run in the end, beside the results. */
export interface SarifEnd {
  readonly unread: readonly UnreadFile[]
  readonly checked: readonly string[]
  readonly withoutSession: readonly string[]
  readonly leftOut: number
  readonly withoutFixes: number
  readonly limit: number
}

/** What there is to say about a run: files that were not read or have no session, and what was left out. */
export function notificationsOf({ unread, withoutSession, leftOut, withoutFixes, limit }: SarifEnd) {
  const left = noteOnLimit(leftOut, limit)
  const fixes = noteOnFixes(withoutFixes)
  return [
    ...unread.map(({ file, error }) => notification('file-not-read', `${file}: ${error}`, file)),
    ...withoutSession.map(file =>
      notification('no-session', `${file}: ${l10n.t`no SMTP session found`}`, file),
    ),
    ...(left === null ? [] : [notification('problems-left-out', left)]),
    ...(fixes === null ? [] : [notification('fixes-left-out', fixes)]),
  ]
}
