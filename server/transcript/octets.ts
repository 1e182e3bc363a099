/** The number of octets of a text in UTF-8; a lone surrogate counts as the three octets of its replacement. */
export function octetsOf(text: string): number {
  let octets = text.length
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    if (unit < 0x80) continue
    if (unit < 0x800) octets += 1
    else if (unit >= 0xd800 && unit < 0xdc00 && isLowSurrogate(text.charCodeAt(index + 1))) {
      octets += 2
      index += 1
    } else octets += 2
  }
  return octets
}

/** The offset of the first character that does not fit into a number of octets; the end of a text that does. */
export function offsetBeyond(text: string, octets: number): number {
  let left = octets
  let offset = 0
  for (const character of text) {
    left -= octetsOf(character)
    if (left < 0) return offset
    offset += character.length
  }
  return offset
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
