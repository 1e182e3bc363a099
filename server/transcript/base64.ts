const whole = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Whether a text is base64 from its first character to its last, with its padding (RFC 4648 section 4); empty text is. */
export function isBase64(text: string): boolean {
  return text.length % 4 === 0 && whole.test(text)
}

/** The octets that a base64 text stands for; empty where it is no base64. They may be a secret: to be judged, never to be shown or kept. */
export function octetsOfBase64(text: string): number[] {
  if (!isBase64(text)) return []
  const octets: number[] = []
  let bits = 0
  let held = 0
  for (const character of text) {
    if (character === '=') break
    bits = ((bits << 6) | alphabet.indexOf(character)) & 0xffff
    held += 6
    if (held >= 8) {
      held -= 8
      octets.push((bits >> held) & 0xff)
    }
  }
  return octets
}

/** Text in base64; every character has to be of US-ASCII. */
export function toBase64(text: string): string {
  let encoded = ''
  for (let at = 0; at < text.length; at += 3) {
    const [first = 0, second = 0, third = 0] = [0, 1, 2].map(offset => text.charCodeAt(at + offset) & 0x7f)
    const bits = (first << 16) | (second << 8) | third
    const four = [18, 12, 6, 0].map(shift => alphabet[(bits >> shift) & 0x3f] ?? '')
    const padding = Math.max(0, at + 3 - text.length)
    encoded += four.slice(0, 4 - padding).join('') + '='.repeat(padding)
  }
  return encoded
}
