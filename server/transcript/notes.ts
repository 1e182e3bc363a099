let places = 0

/**
 * What was worked out about an object, kept with it. For objects of which there are very many, and all of which are
 * asked after each keystroke: a table of them all takes ten times as long to look into.
 */
export class Notes {
  readonly #found: unknown[] = new Array(places)

  /** What was noted at a place; undefined where nothing was. */
  at(place: number): unknown {
    return this.#found[place]
  }

  /** Notes something at a place, instead of what was there. */
  put(place: number, found: unknown): void {
    this.#found[place] = found
  }
}

/** An object that bears notes. */
export interface Noted {
  readonly notes: Notes
}

/** One thing that can be noted on objects. */
export interface Note<Of extends Noted, Found> {
  readonly get: (of: Of) => Found | undefined
  readonly set: (of: Of, found: Found) => void
}

/** A thing that can be noted on objects; each call makes another. */
export function note<Of extends Noted, Found>(): Note<Of, Found> {
  const place = places
  places += 1
  return {
    get: of => of.notes.at(place) as Found | undefined,
    set: (of, found) => of.notes.put(place, found),
  }
}

/** A function of an object that works each out once, when somebody first asks, and notes it on the object. */
export function noted<Of extends Noted, Found extends object>(find: (of: Of) => Found): (of: Of) => Found {
  const { get, set } = note<Of, Found>()
  return of => {
    const before = get(of)
    if (before) return before
    const found = find(of)
    set(of, found)
    return found
  }
}
