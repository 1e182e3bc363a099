import * as l10n from '@vscode/l10n'

/** A section of an RFC. */
export interface RfcReference {
  readonly kind: 'rfc'
  readonly rfc: number
  /** `4.1.4`, or `F.3` for an appendix; never empty. */
  readonly section: string
}

/** A source that is no RFC: a registry, a server's manual, a provider's list. */
export interface DocumentReference {
  readonly kind: 'document'
  readonly title: string
  readonly url: string
}

/** Where a fact stands, so that a reader can check it. */
export type Reference = RfcReference | DocumentReference

/** @returns the reference to a section of an RFC, e.g. `rfc(5321, '4.1.4')`. */
export function rfc(number: number, section: string): RfcReference {
  return { kind: 'rfc', rfc: number, section }
}

/** @returns the reference to a document with an address of its own. */
export function document(title: string, url: string): DocumentReference {
  return { kind: 'document', title, url }
}

/** @returns what a reader is shown: `RFC 5321 4.1.4`, `RFC 5321 appendix F.3`, or the document's title. */
export function referenceLabel(reference: Reference): string {
  if (reference.kind === 'document') return reference.title
  return isAppendix(reference)
    ? l10n.t`RFC ${reference.rfc} appendix ${reference.section}`
    : `RFC ${reference.rfc} ${reference.section}`
}

/** @returns the address that opens the section itself, e.g. `https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4`. */
export function referenceUrl(reference: Reference): string {
  if (reference.kind === 'document') return reference.url
  const anchor = isAppendix(reference) ? 'appendix' : 'section'
  return `https://www.rfc-editor.org/rfc/rfc${reference.rfc}#${anchor}-${reference.section}`
}

function isAppendix({ section }: RfcReference): boolean {
  return /^[A-Z]/.test(section)
}
