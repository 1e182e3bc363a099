/** At least `least` backticks, and more than stand one behind the other anywhere in a text (CommonMark 4.5, 6.1). */
function fenceFor(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? []
  return '`'.repeat(Math.max(least, ...runs.map(run => run.length + 1)))
}

/** A text of the transcript as code in Markdown, whatever marks it contains. */
export function markdownCode(text: string): string {
  const fence = fenceFor(text, 1)
  const padding = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${text}${padding}${fence}`
}

/** Lines as a fenced block of code in Markdown, whatever marks they contain. */
export function markdownBlock(text: string, language: string): string {
  const fence = fenceFor(text, 3)
  return `${fence}${language}\n${text}\n${fence}`
}

/** A text in which nothing acts as a mark of Markdown or HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&')
}
