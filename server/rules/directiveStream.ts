import { isTrailing } from '../transcript/sessionBody.ts'
import type { LineWatcher } from '../transcript/sessionFold.ts'
import { payloadOf } from '../transcript/stretch.ts'
import { type Directive, directiveIn, type IsSwitchedOff, isSwitchedOff } from './directives.ts'

/** What the comments of a text switch off that is read from its beginning on. */
export interface DirectiveStream {
  /** Looks at the next line. */
  readonly watch: LineWatcher
  /** The head of the text is over: a `smtp-disable-file` that comes now holds from where it stands on. */
  readonly endHead: () => void
  /** What is switched off by what was read so far; null where nothing is. */
  readonly isOff: () => IsSwitchedOff | null
  /** Nobody asks about lines in front of this one any more. */
  readonly forget: (line: number) => void
}

/** So many directives are kept before those that later ones make void are thrown away. */
const manyDirectives = 1000

function keyOf({ rules }: Directive): string {
  return [...rules].sort().join(' ')
}

/** Of those in front of a line, for the lines behind it, the last that name the same rules. */
function withoutVoid(switches: readonly Directive[], line: number): Directive[] {
  const last = new Map<string, Directive>()
  for (const one of switches) if (one.line < line) last.set(keyOf(one), one)
  return switches.filter(one => one.line >= line || last.get(keyOf(one)) === one)
}

/** Of those for the whole file, the first that name the same rules. */
function withoutRepeated(forFile: readonly Directive[]): Directive[] {
  const first = new Map<string, Directive>()
  for (const one of forFile) if (!first.has(keyOf(one))) first.set(keyOf(one), one)
  return [...first.values()]
}

/**
 * The comments that switch rules off, as of `switchedOff`, in a text that is read line by line. What stands in its head
 * is known before anything is asked and holds as it does in a text that is read as a whole; what comes later holds from
 * where it stands on, also a `smtp-disable-file`.
 */
export function directiveStream(): DirectiveStream {
  let forFile: Directive[] = []
  let forRest: Directive[] = []
  let switches: Directive[] = []
  const forLine = new Map<number, readonly Directive[]>()
  let forNext: Directive[] = []
  let isHead = true

  function add(directive: Directive): void {
    if (directive.kind === 'disable-next-line') forNext.push(directive)
    else if (directive.kind !== 'disable-file') switches.push(directive)
    else if (isHead) forFile.push(directive)
    else forRest.push(directive)
  }

  return {
    watch: (line, text, records) => {
      if (forNext.length > 0 && !isTrailing(records)) {
        forLine.set(line, forNext)
        forNext = []
      }
      const [record] = records
      const directive = record?.kind === 'comment' ? directiveIn(payloadOf(text, record), line) : null
      if (directive) add(directive)
    },
    endHead: () => {
      isHead = false
    },
    isOff: () => {
      if (forFile.length + forRest.length + switches.length + forLine.size === 0) return null
      return (rule, line) =>
        isSwitchedOff({ forFile, forLine, switches }, rule, line) ||
        forRest.some(one => one.line <= line && (one.rules.size === 0 || one.rules.has(rule)))
    },
    forget: line => {
      for (const one of forLine.keys()) {
        if (one >= line) break
        forLine.delete(one)
      }
      if (switches.length > manyDirectives) switches = withoutVoid(switches, line)
      if (forRest.length > manyDirectives) forRest = withoutRepeated(forRest)
      if (forFile.length > manyDirectives) forFile = withoutRepeated(forFile)
    },
  }
}
