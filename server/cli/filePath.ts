import { normalize, sep } from 'node:path'

/** A path as a person gave it, without detours (`./a`, `b/../a`) and with slashes on every system. */
export function tidyPath(file: string): string {
  return normalize(file).split(sep).join('/')
}
