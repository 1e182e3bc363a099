import * as l10n from '@vscode/l10n'

const named =
  /\b(\d{1,6}) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b|\b(\d{1,2}):([0-5]\d):([0-5]\d)\b/i

/** @param unit a unit as servers write it, in full or in short; what is no unit counts as seconds */
function counted(count: number, unit: string): string {
  switch (unit.charAt(0).toLowerCase()) {
    case 'h':
      return count === 1 ? l10n.t`1 hour` : l10n.t`${count} hours`
    case 'm':
      return count === 1 ? l10n.t`1 minute` : l10n.t`${count} minutes`
    default:
      return count === 1 ? l10n.t`1 second` : l10n.t`${count} seconds`
  }
}

/** A time in seconds in words, rounded to whole minutes where it has any. */
function inWords(seconds: number): string {
  return seconds < 60 ? counted(seconds, 's') : counted(Math.round(seconds / 60), 'm')
}

/** The time that a server asks a client to wait, as a reply's text names it (`5 minutes`, `300s`, `00:04:30`); null where it names none. */
export function waitingTime(text: string): string | null {
  const [, count, unit = '', hours, minutes, seconds] = named.exec(text) ?? []
  if (count !== undefined) return counted(Number(count), unit)
  if (hours === undefined) return null
  return inWords(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** When to try again, going by a reply's text, as a part of a sentence: `in 5 minutes`; `after some minutes` where it names no time. */
export function whenToRetry(text: string): string {
  const time = waitingTime(text)
  return time === null ? l10n.t`after some minutes` : l10n.t`in ${time}`
}
