const clock = String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'

/** A date with time, or a time alone, as logs print it; the source of a regular expression without groups that capture. */
export const timestamp = [
  String.raw`\d{4}[-/]\d\d[-/]\d\d[T ]${clock}(?:Z| ?[+-]\d\d:?\d\d)?`,
  String.raw`(?:${day},? )?${month} [ \d]\d ${clock}(?: \d{4})?`,
  String.raw`(?:${day}, )?\d{1,2} ${month} \d{4} ${clock}(?: [+-]\d{4})?`,
  clock,
].join('|')

const leading = new RegExp(String.raw`^[^\dA-Z]{0,4}(?:\S+ ){0,2}?\[?(${timestamp})`)

/** The time that stands in front of a log's line, as it is printed there; null where there is none. */
export function timeOf(line: string): string | null {
  return leading.exec(line.slice(0, 120))?.[1] ?? null
}
