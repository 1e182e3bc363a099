import * as l10n from '@vscode/l10n'

/** How much of a file shows whether it is a text, in octets. */
export const sampleSize = 8192

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The encoding that a byte order mark names; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

/** Whether a file is no text by its beginning: more control characters than text ever has; tab, line ends and escape do not count. */
export function isBinary(bytes: Uint8Array): boolean {
  const sample = new TextDecoder(encodingOf(bytes)).decode(bytes.subarray(0, sampleSize))
  let controls = 0
  for (let index = 0; index < sample.length; index++) {
    const unit = sample.charCodeAt(index)
    if (unit < 0x09 || (unit > 0x0d && unit < 0x20 && unit !== 0x1b)) controls += 1
  }
  return controls > sample.length / 20
}

/** That a file is no text, for people. */
export function notAText(): string {
  return l10n.t`this is not a text file`
}

/** The name of the system's error, as `ENOENT`; undefined for what is none. */
export function systemCodeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

/** Why a file cannot be read, for people. */
export function causeOf(error: unknown): string {
  switch (systemCodeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return l10n.t`there is no such file`
    case 'EISDIR':
      return l10n.t`this is a folder`
    case 'EACCES':
    case 'EPERM':
      return l10n.t`the file must not be read`
    case 'ERR_FS_FILE_TOO_LARGE':
      return l10n.t`the file is larger than 2 GiB`
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
