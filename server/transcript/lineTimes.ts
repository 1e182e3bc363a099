import type { LineRecords } from './lineRecord.ts'
import { timeOf } from './logHead.ts'

/** Lines with what was found on them, as a session and its body have them. */
interface ReadLines {
  readonly texts: readonly string[]
  readonly records: readonly LineRecords[]
}

/** The time that the tool printed in front of what was said on a line, or with which a remark of its own begins, as it is printed there. */
export function timeOn({ texts, records }: ReadLines, line: number): string | null {
  const [first] = records[line] ?? []
  const text = texts[line] ?? ''
  return timeOf(first && first.kind !== 'note' ? text.slice(0, first.start) : text)
}

/** A time in milliseconds, counted from an origin that all times of its form have in common. */
export interface Moment {
  readonly at: number
  /** After so many milliseconds the form begins anew, as a clock does; null where it names the year. */
  readonly cycle: number | null
  /** It tells of parts of a second. */
  readonly isFine: boolean
}

const day = 86_400_000
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const clockTime = /(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?/
const zone = /(?:(Z)| ?([+-])(\d\d):?(\d\d))$/

/** The day that a time names, in milliseconds; without a year that of a leap year. Null where it names none. */
function dayOf(time: string): { readonly at: number; readonly hasYear: boolean } | null {
  const iso = /^(\d{4})[-/](\d\d)[-/](\d\d)/.exec(time)
  if (iso) return { at: Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])), hasYear: true }
  const date = time.replace(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? /, '')
  const [, month = '', first] = /^([A-Z][a-z]{2}) +(\d{1,2}) /.exec(date) ?? []
  const [, second, other = month] = /^(\d{1,2}) ([A-Z][a-z]{2}) /.exec(date) ?? []
  const index = months.indexOf(other || '-') / 3
  if (index < 0) return null
  const year = / (\d{4})(?= |$)/.exec(date)?.[1]
  return {
    at: Date.UTC(year === undefined ? 2000 : Number(year), index, Number(first ?? second)),
    hasYear: year !== undefined,
  }
}

/** A time as logs print it, see `timeOf`; null where it is none. */
export function momentOf(time: string): Moment | null {
  const parts = clockTime.exec(time)
  if (!parts) return null
  const [, hours, minutes, seconds, fraction = ''] = parts
  const ofDay =
    (Number(hours) * 60 + Number(minutes)) * 60_000 +
    Number(seconds) * 1000 +
    Math.round(Number(`0.${fraction || 0}`) * 1000)
  const offset = zone.exec(time)
  const shift = offset?.[2]
    ? (Number(offset[3]) * 60 + Number(offset[4])) * 60_000 * (offset[2] === '-' ? 1 : -1)
    : 0
  const date = dayOf(time)
  const cycle = date === null ? day : date.hasYear ? null : 366 * day
  return { at: (date?.at ?? 0) + ofDay + shift, cycle, isFine: fraction !== '' }
}

/** The milliseconds from one time to a later one; null where that seems to be the earlier, as in a log out of order. */
export function elapsedBetween(before: Moment, behind: Moment): number | null {
  if (before.cycle !== behind.cycle) return null
  const elapsed = behind.at - before.at
  if (elapsed >= 0) return elapsed
  const { cycle } = before
  return cycle !== null && elapsed < -cycle / 2 ? elapsed + cycle : null
}
