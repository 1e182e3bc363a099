import type { DocumentLink } from 'vscode-languageserver-types'
import { referenceLabel, referenceUrl, rfc } from '../protocol/references.ts'
import type { Block } from '../transcript/block.ts'
import type { LineRecord, ReplyRecord } from '../transcript/lineRecord.ts'
import { remembered } from '../transcript/remembered.ts'
import { columnOf, payloadOf } from '../transcript/stretch.ts'
import type { Transcript } from '../transcript/transcript.ts'

/** So many links are given, from the top. */
export const linksListed = 5000

/** A reply goes on within so many lines, those of other sessions counted. */
const replyReach = 60

// RFC 3986 appendix A, without what is more likely the punctuation around a URL.
const url = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi
// `RFC 5321 section 4.1.1.1`, `RFC5321, 4.2`, `RFC 3207 appendix A`.
const rfcReference =
  /\bRFC[ -]?(\d{1,5})\b(?!;)(?:,? (?:\u00a7 ?|(?:section|sec\.) )?(\d{1,2}(?:\.\d{1,2}){1,5}|(?<=(?:\u00a7 ?|section |sec\. ))\d{1,2})(?![\d.]*\d)|,? appendix ([A-Z](?:\.\d{1,2}){0,4}))?/gi

/** Whether a line may hold a link: most do not. */
function mayHold(text: string): boolean {
  return text.includes('://') || text.includes('RFC') || text.includes('rfc')
}

/** What a line says, and where its parts stand. */
interface Said {
  readonly text: string
  readonly column: (offset: number) => number
}

/** The stretches of a line in which links are looked for: in what the server and the tool say, but not in challenges. */
function saidOn(text: string, records: readonly LineRecord[]): (Said & { readonly record?: ReplyRecord })[] {
  return records.flatMap(record => {
    switch (record.kind) {
      case 'message':
      case 'chunk':
      case 'end-of-data':
      case 'auth-response':
      case 'command':
      case 'more':
      case 'blank':
        return []
      case 'reply':
      case 'malformed-reply': {
        if (record.kind === 'reply' && record.code === 334) return []
        const said = { text: payloadOf(text, record), column: (at: number) => columnOf(text, record, at) }
        return [record.kind === 'reply' ? { ...said, record } : said]
      }
      default:
        return records.length === 1 ? [{ text, column: (at: number) => at }] : []
    }
  })
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[' }

function count(text: string, character: string): number {
  return text.split(character).length - 1
}

/** A URL without the punctuation of the sentence that it stands in, and without a bracket that it does not open. */
function withoutPunctuation(found: string): string {
  let end = found.length
  for (;;) {
    const last = found[end - 1] ?? ''
    const opening = pairs[last]
    const kept = found.slice(0, end)
    const isOdd = opening !== undefined && count(kept, last) > count(kept, opening)
    if (!isOdd && !/[.,;:!?'"]/.test(last)) return kept
    end -= 1
  }
}

/** The text of a reply's line behind its codes: where it begins. */
function behindCodes(text: string): number {
  return /^\d{3}(?:[ -](?:\d\.\d{1,3}\.\d{1,3}(?:[ -]|$))?|$)/.exec(text)?.[0].length ?? 0
}

/** The line on which a reply goes on. */
function nextLine({ texts, records, streams }: Block, at: number): { line: number; said: Said } | undefined {
  for (let line = at + 1; line <= at + replyReach; line++) {
    const found = records[line]
    if (!found) return undefined
    if (streams && streams[line] !== streams[at]) continue
    const [record] = found
    if (found.length !== 1 || record?.kind !== 'reply' || record.isFirst) return undefined
    const text = texts[line] ?? ''
    return { line, said: { text: payloadOf(text, record), column: offset => columnOf(text, record, offset) } }
  }
  return undefined
}

/**
 * Whether a URL that a line of a reply ends with goes on with the word that the next begins with: it ends with what no URL
 * ends with, or the word has what only a URL has.
 */
function goesOn(found: string, word: string): boolean {
  if (word === '' || /^https?:/i.test(word)) return false
  return /[&=%#_-]$/.test(found) || /[/?=&%#]/.test(word) || (found.endsWith('/') && /\d/.test(word))
}

/** A part of a URL on one line; lines of the block, columns. */
interface Part {
  readonly line: number
  readonly start: number
  readonly end: number
}

/** A URL with the parts that a reply cuts it into. */
function wholeUrl(block: Block, line: number, said: Said, at: number, found: string) {
  const parts: Part[] = []
  let whole = found
  let here = { line, said, from: at, length: found.length }
  for (;;) {
    const isAtEnd = here.from + here.length === here.said.text.trimEnd().length
    const next = isAtEnd ? nextLine(block, here.line) : undefined
    const from = next ? behindCodes(next.said.text) : 0
    const [word = ''] = next ? (/^[\w\-.~:/?#[\]@!$&'()*+,;=%]*/.exec(next.said.text.slice(from)) ?? []) : []
    if (!next || !goesOn(whole, word)) break
    parts.push({
      line: here.line,
      start: here.said.column(here.from),
      end: here.said.column(here.from + here.length),
    })
    whole += word
    here = { line: next.line, said: next.said, from, length: word.length }
  }
  const target = withoutPunctuation(whole)
  const length = here.length - (whole.length - target.length)
  const last = {
    line: here.line,
    start: here.said.column(here.from),
    end: here.said.column(here.from + Math.max(0, length)),
  }
  return { target, parts: [...parts, last].filter(({ start, end }) => end > start) }
}

function urlLinks(block: Block, line: number, said: Said): (Part & { target: string; tooltip?: string })[] {
  const links: (Part & { target: string; tooltip?: string })[] = []
  for (const match of said.text.matchAll(url)) {
    const { target, parts } = wholeUrl(block, line, said, match.index, match[0])
    if (URL.canParse(target)) {
      for (const part of parts) links.push({ ...part, target, ...(parts.length > 1 && { tooltip: target }) })
    }
  }
  return links
}

function rfcLinks(line: number, said: Said): (Part & { target: string; tooltip: string })[] {
  return [...said.text.matchAll(rfcReference)].flatMap(match => {
    const [{ length }, digits = '', section, appendix] = match
    const number = Number(digits)
    const reference = rfc(number, appendix?.toUpperCase() ?? section ?? '')
    const target =
      reference.section === '' ? `https://www.rfc-editor.org/rfc/rfc${number}` : referenceUrl(reference)
    const tooltip = reference.section === '' ? `RFC ${number}` : referenceLabel(reference)
    const start = said.column(match.index)
    return number === 0 ? [] : [{ line, start, end: said.column(match.index + length), target, tooltip }]
  })
}

function linksOn(block: Block, line: number): (Part & { target: string; tooltip?: string })[] {
  const text = block.texts[line] ?? ''
  return saidOn(text, block.records[line] ?? []).flatMap(said => {
    const urls = urlLinks(block, line, said)
    // What stands in a URL is a part of it.
    const others = rfcLinks(line, said).filter(
      one => !urls.some(({ start, end }) => one.start < end && start < one.end),
    )
    return [...urls, ...others]
  })
}

/** A link in a block, whose lines it counts. */
type BlockLink = ReturnType<typeof linksOn>[number]

const none: readonly BlockLink[] = []

/** The links of a block, looked for when somebody first asks. */
export const linksInBlock = remembered((block: Block): readonly BlockLink[] => {
  const found: BlockLink[] = []
  for (let line = 0; line < block.texts.length && found.length < linksListed; line++) {
    if (mayHold(block.texts[line] ?? '')) found.push(...linksOn(block, line))
  }
  return found.length === 0 ? none : found
})

/**
 * The links of a transcript: URLs and references to RFCs in replies, comments and what the tool remarks, in no mail data.
 * A URL that a server cuts over the lines of its reply is put together again. At most `linksListed`, from the top.
 */
export function documentLinks({ reading }: Transcript): DocumentLink[] {
  const links: DocumentLink[] = []
  for (const [index, block] of reading.blocks.entries()) {
    const first = reading.starts[index] ?? 0
    for (const { line, start, end, target, tooltip } of linksInBlock(block)) {
      const range = {
        start: { line: first + line, character: start },
        end: { line: first + line, character: end },
      }
      links.push({ range, target, ...(tooltip !== undefined && { tooltip }) })
      if (links.length === linksListed) return links
    }
  }
  return links
}
