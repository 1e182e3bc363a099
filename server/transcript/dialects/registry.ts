import { bare } from './bare.ts'
import type { Dialect, WritableDialect } from './dialect.ts'
import { smtp } from './smtp.ts'
import { swaks } from './swaks.ts'

/** Every dialect that is described, the language's own first. */
export const dialects: readonly Dialect[] = [smtp, swaks, bare]

/** Those that people write, too: their files can be repaired. */
export const writableDialects: readonly WritableDialect[] = dialects.filter(
  (dialect): dialect is WritableDialect => dialect.write !== null,
)

/** The dialect of that name, or undefined. */
export function dialectNamed(name: string): Dialect | undefined {
  return dialects.find(dialect => dialect.name === name)
}
