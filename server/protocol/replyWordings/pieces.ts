/** Finds every piece of a fixed list in a text, in one pass over the text. */
export interface PieceFinder {
  /**
   * Tells each place where a piece stands: the index of the piece, and the offset behind its last UTF-16 unit. Places come
   * in the order of their ends, and of those with one end the longest piece first.
   *
   * @returns the steps it took from state to state: at most twice the units of the text, however many pieces there are
   */
  scan(text: string, found: (piece: number, end: number) => void): number
}

/**
 * A state stands for the longest end of the text so far that begins a piece. They are numbered so that a state for a
 * shorter beginning comes first; 0 stands for no beginning at all.
 */
interface States {
  /** From a state and the next unit, `state * 0x10000 + unit`, to the state for one unit more. */
  readonly longer: Map<number, number>
  /** For each state, the one for the next shorter end of the text that begins a piece. */
  readonly shorter: number[]
  /** The piece that is complete in a state; -1 for none. */
  readonly complete: number[]
  /** For each state, the nearest one along `shorter` in which a piece is complete; 0 for none. */
  readonly nextComplete: number[]
}

/**
 * @param pieces different from each other, none empty
 * @returns a finder for them, after Aho and Corasick, "Efficient string matching", 1975
 */
export function pieceFinder(pieces: readonly string[]): PieceFinder {
  const states = statesOf(pieces)
  const { longer, shorter, complete, nextComplete } = states

  return {
    scan(text, found) {
      let steps = 0
      let state = 0
      for (let end = 1; end <= text.length; end += 1) {
        const unit = text.charCodeAt(end - 1)
        let next = longer.get(edge(state, unit))
        steps += 1
        while (next === undefined && state !== 0) {
          state = shorter[state] ?? 0
          next = longer.get(edge(state, unit))
          steps += 1
        }
        state = next ?? 0
        let at = complete[state] === -1 ? (nextComplete[state] ?? 0) : state
        while (at !== 0) {
          found(complete[at] ?? 0, end)
          at = nextComplete[at] ?? 0
        }
      }
      return steps
    },
  }
}

function edge(state: number, unit: number): number {
  return state * 0x10000 + unit
}

/** All pieces grow by one unit at a time, so that every shorter state is known when a longer one refers to it. */
function statesOf(pieces: readonly string[]): States {
  const states: States = { longer: new Map(), shorter: [0], complete: [-1], nextComplete: [0] }
  let growing = pieces.map((piece, index) => ({ piece, index, state: 0 }))
  for (let length = 1; growing.length > 0; length += 1) {
    growing = growing.filter(one => {
      one.state = grown(states, one.state, one.piece.charCodeAt(length - 1))
      if (one.piece.length > length) return true
      states.complete[one.state] = one.index
      return false
    })
  }
  return states
}

function grown({ longer, shorter, complete, nextComplete }: States, from: number, unit: number): number {
  const known = longer.get(edge(from, unit))
  if (known !== undefined) return known
  let end = from
  let rest: number | undefined
  while (rest === undefined && end !== 0) {
    end = shorter[end] ?? 0
    rest = longer.get(edge(end, unit))
  }
  const state = shorter.length
  longer.set(edge(from, unit), state)
  shorter.push(rest ?? 0)
  complete.push(-1)
  nextComplete.push(complete[rest ?? 0] === -1 ? (nextComplete[rest ?? 0] ?? 0) : (rest ?? 0))
  return state
}
