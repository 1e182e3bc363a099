import { columns, padColumns, wrapColumns } from '../features/columns.ts'

/** How wide a terminal is at least, in columns. */
const width = 80

/** A text in lines that fit into a terminal, each so many columns from the left; a word that is too long goes beyond. */
export function block(text: string, indentation = 0): string {
  return wrapColumns(text, width - indentation)
    .map(line => `${' '.repeat(indentation)}${line}\n`)
    .join('')
}

/** Terms, each with a text that stands in a column beside all of them. */
export function table(rows: readonly (readonly [term: string, text: string])[]): string {
  const left = 2
  const beside = left + Math.max(...rows.map(([term]) => columns(term))) + 2
  return rows
    .flatMap(([term, text]) =>
      wrapColumns(text, width - beside).map((line, index) =>
        `${padColumns(`${' '.repeat(left)}${index === 0 ? term : ''}`, beside)}${line}`.trimEnd(),
      ),
    )
    .map(line => `${line}\n`)
    .join('')
}
