const named =
  /\b(\d{1,6}) ?(seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h)\b|\b(\d{1,2}):([0-5]\d):([0-5]\d)\b/i

const units: Readonly<Record<string, string>> = { s: 'second', m: 'minute', h: 'hour' }

function counted(count: number, unit: string): string {
  return count === 1 ? `1 ${unit}` : `${count} ${unit}s`
}

/** A time in seconds in words, rounded to whole minutes where it has any. */
function inWords(seconds: number): string {
  return seconds < 60 ? counted(seconds, 'second') : counted(Math.round(seconds / 60), 'minute')
}

/** The time that a server asks a client to wait, as a reply's text names it (`5 minutes`, `300s`, `00:04:30`); null where it names none. */
export function waitingTime(text: string): string | null {
  const [, count, unit = '', hours, minutes, seconds] = named.exec(text) ?? []
  if (count !== undefined) return counted(Number(count), units[unit.charAt(0).toLowerCase()] ?? 'second')
  if (hours === undefined) return null
  return inWords(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds))
}

/** When to try again, going by a reply's text: `in 5 minutes`; `after some minutes` where it names no time. */
export function whenToRetry(text: string): string {
  const time = waitingTime(text)
  return time === null ? 'after some minutes' : `in ${time}`
}
