const beyondLatin1 = /[\u0100-\uffff]/

/**
 * Whether engines keep a text at two octets a character, as they do where one is beyond Latin-1, and lines that were
 * cut from it as views of the whole.
 */
export function isWide(text: string): boolean {
  return beyondLatin1.test(text)
}

/** More characters than a call can safely take as arguments. */
const longLine = 4096

/** A line of a wide text as a text of its own, of which nearly all need but one octet a character. */
export function compact(line: string): string {
  if (line.length > longLine) return line
  const units = new Array<number>(line.length)
  for (let index = 0; index < line.length; index++) units[index] = line.charCodeAt(index)
  return String.fromCharCode(...units)
}
