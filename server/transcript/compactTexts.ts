const beyondLatin1 = /[\u0100-\uffff]/

/** More characters than a call can safely take as arguments. */
const longLine = 4096

/**
 * The lines of a text, so kept that they take little memory. Engines keep a text of which one character is beyond
 * Latin-1 at two octets a character, and lines that were cut from it as views of the whole. Where that is so, lines
 * become texts of their own, of which nearly all need but one octet a character.
 */
export function compactTexts(texts: readonly string[], text: string): readonly string[] {
  if (!beyondLatin1.test(text)) return texts
  return texts.map(line => {
    if (line.length > longLine) return line
    const units = new Array<number>(line.length)
    for (let index = 0; index < line.length; index++) units[index] = line.charCodeAt(index)
    return String.fromCharCode(...units)
  })
}
