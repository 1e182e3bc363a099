import { isAbsolute, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import * as l10n from '@vscode/l10n'
import type { Span } from '../../transcript/session.ts'
import { tidyPath } from '../filePath.ts'
import { type ListedProblem, placeOf, type TextPlace } from '../listing.ts'

/** What relative paths start from: the folder that the program runs in, in CI the root of the checkout. */
const root = '%SRCROOT%'

/** Says what `%SRCROOT%` is, without telling where that folder lies on this machine. */
export function originalUriBaseIds() {
  return { [root]: { description: { text: l10n.t`The folder that smtp-transcript was run in.` } } }
}

/** A file in SARIF: 3.4. */
export interface ArtifactLocation {
  readonly uri: string
  readonly uriBaseId?: string
  readonly description?: { readonly text: string }
}

/** A part of a path in a URI; half a character, which no URI can hold, becomes U+FFFD. */
function encode(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, '\ufffd'))
}

/**
 * Where a file is: relative to `%SRCROOT%`, or a `file:` URI where it was named by an absolute path or lies outside of
 * that folder (a relative URI must not climb). Standard input is `stdin`, relative to nothing.
 */
export function artifactLocation(file: string): ArtifactLocation {
  if (file === '-') return { uri: 'stdin', description: { text: l10n.t`Standard input.` } }
  const path = tidyPath(file)
  if (isAbsolute(file) || path === '..' || path.startsWith('../')) {
    return { uri: pathToFileURL(resolve(file)).href }
  }
  return { uri: path.split('/').map(encode).join('/'), uriBaseId: root }
}

/** Each file that was checked, once, however often and by whatever path it was named. */
export function artifactsOf(checked: readonly string[]) {
  const locations = new Map(
    checked.map(file => {
      const location = artifactLocation(file)
      return [location.uri, { location, roles: [file === '-' ? 'standardStream' : 'analysisTarget'] }]
    }),
  )
  return [...locations.values()]
}

/** A place in a text as a `region` (3.30); it counts as we do, from 1 and with an exclusive end. */
export function regionOf({ line, column, endLine, endColumn }: TextPlace) {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

/** A span in the session of a problem as a `physicalLocation` (3.29). */
export function physicalLocation({ file, placed }: ListedProblem, span: Span) {
  return { artifactLocation: artifactLocation(file), region: regionOf(placeOf(span, placed)) }
}
