import { timestamp } from '../logHead.ts'
import type { Dialect } from './dialect.ts'
import { utterance } from './dialect.ts'

const time = new RegExp(timestamp, 'g')

/** What two prints of the same line have in common. */
function gist(line: string): string {
  return line.replace(time, '').trim()
}

/** Whether a text has its lines twice, one behind the other, as when two handlers write to the same log. */
export function isDoubled(lines: readonly string[]): boolean {
  const filled = lines.map(gist).filter(line => line !== '')
  const repeated = filled.filter((line, index) => index % 2 === 1 && line === filled[index - 1]).length
  return filled.length >= 8 && repeated * 2 >= filled.length * 0.9
}

/** A short number that tells most lines apart. */
function fingerprint(line: string): string {
  let sum = 0
  for (const character of gist(line)) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 46_656
  return sum.toString(36)
}

const remembered = /^=(\w*) /

/** A dialect in a text that has each line twice: the second of two equal lines is a note. */
export function doubled(dialect: Dialect): Dialect {
  return {
    ...dialect,
    isDoubled: true,
    read(line, context) {
      const before = remembered.exec(context.memory)
      const memory = context.memory.slice(before?.[0].length ?? 0)
      const print = fingerprint(line)
      if (before?.[1] === print) return [{ ...utterance('note', 0)[0], memory: `= ${memory}` }]
      const read = dialect.read(line, { ...context, memory })
      const after = read.reduce((kept, one) => one.memory ?? kept, memory)
      return read.map(one => ({ ...one, memory: `=${line.trim() === '' ? '' : print} ${after}` }))
    },
    write: null,
  }
}
