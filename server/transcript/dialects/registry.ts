import { bare } from './bare.ts'
import type { Dialect } from './dialect.ts'
import { smtp } from './smtp.ts'
import { swaks } from './swaks.ts'

/** Every dialect that can be read, the language's own first. */
export const dialects: readonly Dialect[] = [smtp, swaks, bare]

/** The dialect of that name, or undefined. */
export function dialectNamed(name: string): Dialect | undefined {
  return dialects.find(dialect => dialect.name === name)
}
