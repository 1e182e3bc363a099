import type { WritableDialect } from '../../server/transcript/dialects/dialect.ts'

/** The example of a rule, written in another dialect. */
export function inDialect(example: string, dialect: WritableDialect): string {
  return example
    .trim()
    .split('\n')
    .map(line => {
      const isSaid = /^[CS]:/.test(line)
      return isSaid ? dialect.write(line.startsWith('C') ? 'client' : 'server', line.slice(3), false) : line
    })
    .join('\n')
}
