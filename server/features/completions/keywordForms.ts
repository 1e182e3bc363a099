import { extensionFacts, extensionKeywords } from '../../protocol/extensions.ts'
import type { CursorPlace } from './cursorPlace.ts'
import { hole, type Insertion } from './insertion.ts'

/** A keyword of the reply to EHLO, with what usually stands behind it. */
export interface KeywordForm {
  readonly keyword: string
  readonly insertion: Insertion
}

const parameters: Readonly<Record<string, string>> = {
  SIZE: '10485760',
  AUTH: 'PLAIN LOGIN',
  DELIVERBY: '3600',
  FUTURERELEASE: '86400 2030-01-01T00:00:00Z',
  LIMITS: 'RCPTMAX=100',
  BURL: 'imap',
  XCLIENT: 'NAME ADDR PROTO HELO',
  XFORWARD: 'NAME ADDR PROTO HELO SOURCE',
}

/** The keywords that the reply to EHLO has not announced yet: those of standards, and two of Postfix. */
export function keywordForms({ before: { reply, view } }: CursorPlace): readonly KeywordForm[] {
  const announced = new Set(reply?.keywords ?? [])
  const isFit = (keyword: string) => {
    const status = extensionFacts(keyword)?.status
    if (announced.has(keyword) || (keyword === 'STARTTLS' && view.confirmed.tls)) return false
    return status === 'standard' || keyword === 'XCLIENT' || keyword === 'XFORWARD'
  }
  return extensionKeywords.filter(isFit).map(keyword => {
    const value = parameters[keyword]
    return { keyword, insertion: value === undefined ? [keyword] : [`${keyword} `, hole(value)] }
  })
}
