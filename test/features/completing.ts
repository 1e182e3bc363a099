import assert from 'node:assert/strict'
import type { CompletionItem, Range } from 'vscode-languageserver-types'
import { type CompletionRequest, completionsAt } from '../../server/features/completion.ts'
import type { Dialect } from '../../server/transcript/dialects/dialect.ts'
import { readTranscript } from '../../server/transcript/transcript.ts'
import { cursorIn } from './hovering.ts'

/** An editor that can do nothing special, of which a person asks for completions. */
export const plainEditor: CompletionRequest = {
  snippets: false,
  insertReplace: false,
  markdown: false,
  insertTextModes: false,
  trigger: null,
}

/** An editor that can do everything. */
export const fullEditor: CompletionRequest = {
  snippets: true,
  insertReplace: true,
  markdown: true,
  insertTextModes: true,
  trigger: null,
}

/** What is offered at the cursor mark, in the order in which an editor shows it. */
export function offeredIn(
  marked: string,
  request: Partial<CompletionRequest> = {},
  dialect: Dialect | null = null,
): readonly CompletionItem[] {
  const { text, position } = cursorIn(marked)
  const { items } = completionsAt(readTranscript(text, dialect), position, { ...plainEditor, ...request })
  const order = ({ sortText, label }: CompletionItem) => sortText ?? label
  return items.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
}

/** The labels of what is offered at the cursor mark. */
export function labelsIn(marked: string, dialect: Dialect | null = null): readonly string[] {
  return offeredIn(marked, {}, dialect).map(({ label }) => label)
}

/** The offer of that label; fails where there is none. */
export function offerIn(
  marked: string,
  label: string,
  request: Partial<CompletionRequest> = {},
  dialect: Dialect | null = null,
): CompletionItem {
  const offers = offeredIn(marked, request, dialect)
  const found = offers.find(item => item.label === label)
  assert.ok(found, `no "${label}" among ${offers.map(item => item.label).join(', ')}\n${marked}`)
  return found
}

/** The columns that an offer replaces, and what it puts there. */
export function editOf({ textEdit }: CompletionItem): { range: Range; newText: string } {
  assert.ok(textEdit)
  return 'range' in textEdit ? textEdit : { range: textEdit.replace, newText: textEdit.newText }
}

/** The text after an offer was accepted in an editor without snippets. */
export function accepted(text: string, item: CompletionItem): string {
  const { range, newText } = editOf(item)
  const lines = text.split(/\r\n|\n|\r/)
  const line = lines[range.start.line] ?? ''
  lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.end.character)
  return lines.join('\n')
}

/** The text after the offer of that label was accepted at the cursor mark. */
export function acceptedIn(marked: string, label: string, dialect: Dialect | null = null): string {
  return accepted(cursorIn(marked).text, offerIn(marked, label, {}, dialect))
}
