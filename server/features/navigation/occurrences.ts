import type { LineRecord } from '../../transcript/lineRecord.ts'
import { hostPlaces, linesBefore, type ReadLines } from './hostPlaces.ts'
import { lineForm } from './lineForm.ts'
import { addressBegins, domainBegins, domainEnds, type LineForm, type Name } from './names.ts'
import { type Columns, secretColumns } from './secrets.ts'
import { recordAt } from './sessionPlace.ts'

/** A place where a name stands as a word of its own. */
export interface Occurrence extends Columns {
  /** From 0, as the lines that were searched count. */
  readonly line: number
  /** In the value of ORCPT and of AUTH a character may be spelled out (RFC 3461 section 4). */
  readonly isXtext: boolean
  /** What stands there; undefined where nothing was said. */
  readonly record: LineRecord | undefined
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}

/** A pattern for a domain in whatever case (RFC 1035 section 2.3.3). */
function anyCase(text: string): string {
  return [...text]
    .map(one => {
      const [lower, upper] = [one.toLowerCase(), one.toUpperCase()]
      return lower === upper || lower.length !== 1 || upper.length !== 1 ? escaped(one) : `[${lower}${upper}]`
    })
    .join('')
}

/** Spells out what may not stand in xtext (RFC 3461 section 4). */
export function toXtext(text: string): string {
  return text.replace(/[^!-*,-<>-~]/g, one => {
    const code = one.charCodeAt(0)
    return code < 0x80 ? `+${code.toString(16).toUpperCase().padStart(2, '0')}` : one
  })
}

function isXtextValue(text: string, start: number): boolean {
  return /\s(?:ORCPT=[\w-]{1,20};|AUTH=)$/i.test(text.slice(Math.max(0, start - 40), start))
}

/** Finds where a name stands on a line, as a word of its own. */
interface Pattern {
  readonly plain: RegExp
  /** The name as it is spelled in xtext; null where that makes no difference. */
  readonly xtext: RegExp | null
}

function patternOf(name: Name): Pattern {
  if (name.kind === 'domain') return { plain: new RegExp(anyCase(name.text), 'g'), xtext: null }
  const domain = `@${anyCase(name.domain)}`
  const spelled = toXtext(name.localPart)
  return {
    plain: new RegExp(escaped(name.localPart) + domain, 'g'),
    xtext: spelled === name.localPart ? null : new RegExp(escaped(spelled) + domain, 'g'),
  }
}

function matches(text: string, pattern: RegExp): Columns[] {
  const found: Columns[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push({ start: match.index, end: match.index + match[0].length })
  }
  return found
}

function isWholeWord(name: Name, text: string, { start, end }: Columns, form: LineForm): boolean {
  const begins = name.kind === 'address' ? addressBegins : domainBegins
  if (!begins(text, start, form)) return false
  return name.text.endsWith(']') || domainEnds(text, end)
}

/** Whether a name of one label can only be the name of a host: `bob@mx`, `mx[192.0.2.1]`, or by the grammar. */
function isHost(lines: ReadLines, line: number, { start, end }: Columns): boolean {
  const text = lines.texts[line] ?? ''
  if (/[^\s@<>]@$/.test(text.slice(Math.max(0, start - 2), start))) return true
  if (/^\[[\d:a-fA-F]/.test(text.slice(end, end + 2))) return true
  return hostPlaces(lines, line).some(one => one.start === start && one.end === end)
}

function touches(one: Columns, other: Columns): boolean {
  return one.start < other.end && other.start < one.end
}

/** A search for one name. */
export interface NameSearch {
  /** Where it stands on a line; nowhere within credentials. */
  readonly on: (lines: ReadLines, line: number) => Occurrence[]
  /** Where it stands on lines from one up to another, which is none of them; at most so many places and a few more. */
  readonly in: (lines: ReadLines, from?: number, to?: number, most?: number) => Occurrence[]
}

/** A search for a name: local parts exactly as they are, domains in whatever case. */
export function searchFor(name: Name): NameSearch {
  const { plain, xtext } = patternOf(name)
  const isSingleLabel = name.kind === 'domain' && !name.text.includes('.')

  function on(lines: ReadLines, line: number): Occurrence[] {
    const text = lines.texts[line] ?? ''
    const found = matches(text, plain)
    const spelled = xtext ? matches(text, xtext).filter(({ start }) => isXtextValue(text, start)) : []
    if (found.length === 0 && spelled.length === 0) return []
    const records = lines.records[line] ?? []
    const secrets = secretColumns(text, records, () => linesBefore(lines, line))
    const kept = [...found, ...spelled].filter(one => {
      const form = lineForm(text, records, one.start)
      return (
        isWholeWord(name, text, one, form) &&
        !secrets.some(secret => touches(secret, one)) &&
        !(isSingleLabel && !isHost(lines, line, one))
      )
    })
    return kept.map(({ start, end }) => ({
      line,
      start,
      end,
      isXtext: isXtextValue(text, start) && (xtext === null || spelled.some(one => one.start === start)),
      record: recordAt(records, start),
    }))
  }

  return {
    on,
    in(lines, from = 0, to = lines.texts.length, most = Number.POSITIVE_INFINITY) {
      const found: Occurrence[] = []
      for (let line = from; line < to && found.length < most; line++) {
        const text = lines.texts[line] ?? ''
        plain.lastIndex = 0
        if (!plain.test(text)) {
          if (!xtext) continue
          xtext.lastIndex = 0
          if (!xtext.test(text)) continue
        }
        found.push(...on(lines, line))
      }
      return found
    },
  }
}
