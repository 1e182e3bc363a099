import type { Dialect, Utterance } from './dialect.ts'
import { utterance } from './dialect.ts'

/** What may stand in front of every line of something pasted: marks of a quotation, a table's rule, or an indentation. */
const frames: readonly RegExp[] = [/^[ \t]*\| ?/, /^(?: {4}|\t)/]

/** The marks of a quotation that a line begins with, one for each time that it was quoted. */
const quotation = /^(?:> ?)*/

/** In how many of the lines the frame has to stand, at least. */
const share = 0.8

/** The frame that a text stands in as a whole; null without one. */
export function frameOf(lines: readonly string[]): RegExp | null {
  const filled = lines.filter(line => line.trim() !== '')
  const stands = (one: RegExp) => filled.filter(line => one.test(line)).length >= filled.length * share
  if (filled.length < 2) return null
  // What is quoted may begin with a mark like that, too, so that only as many count as all lines have.
  const depths = filled
    .map(line => quotation.exec(line)?.[0].match(/>/g)?.length ?? 0)
    .filter(depth => depth > 0)
  const depth = Math.min(...depths)
  const quoted = new RegExp(`^(?:> ?){${Number.isFinite(depth) ? depth : 1}}`)
  return [quoted, ...frames].find(stands) ?? null
}

/** What stands in the frame; undefined outside of it. */
function framedText(line: string, frame: RegExp): { text: string; width: number } | undefined {
  const width = frame.exec(line)?.[0].length
  return width === undefined ? undefined : { text: line.slice(width), width }
}

/** The lines without their frame. */
export function unframed(lines: readonly string[], frame: RegExp): readonly string[] {
  return lines.map(line => framedText(line, frame)?.text ?? '')
}

function shifted(one: Utterance, width: number): Utterance {
  return { ...one, start: one.start + width }
}

/** A dialect whose lines stand in a frame, such as the quotation of a mail. What stands outside is a note. */
export function framed(dialect: Dialect, frame: RegExp): Dialect {
  const { id, write } = dialect
  return {
    ...dialect,
    ...(id && { id: line => id(framedText(line, frame)?.text ?? '') }),
    read(line, context) {
      const inside = framedText(line, frame)
      if (!inside) return utterance(line.trim() === '' ? 'blank' : 'note', 0)
      return dialect.read(inside.text, context).map(one => shifted(one, inside.width))
    },
    recognize: lines => dialect.recognize(unframed(lines, frame)),
    write:
      write &&
      ((speaker, payload, secure, like = '') => {
        const prefix = frame.exec(like)?.[0] ?? '> '
        return prefix + write(speaker, payload, secure, like.slice(prefix.length))
      }),
  }
}
