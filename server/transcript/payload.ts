/** Whether a line has the form of a reply: three digits, the first 2 to 5, then a space, a hyphen or nothing (RFC 5321 4.2). */
export function looksLikeReply(line: string): boolean {
  const first = line.charCodeAt(0)
  if (first < 0x32 || first > 0x35 || !isDigit(line.charCodeAt(1)) || !isDigit(line.charCodeAt(2)))
    return false
  return line.length === 3 || line[3] === ' ' || line[3] === '-'
}

/** Whether a line that is the server's has the form of a reply, also with a code that SMTP does not have, such as `199`. */
export function hasReplyForm(line: string): boolean {
  return /^\d{3}(?:[ -]|$)/.test(line)
}

/** Whether a line is what people write for something that nobody said: `<closes the connection>`, `(...)`. */
function isAside(text: string): boolean {
  const ends = text.slice(0, 1) + text.trimEnd().slice(-1)
  return /^(?:<>|\(\)|\[\])$/.test(ends) || /^(?:\.\.\.|\u2026)/.test(text)
}

/**
 * The reply code that a line of the server's seems to mean although it has not the form of a reply, as in `250OK`;
 * null where none can be made out; undefined where the line is rather the rest of another, empty, or an aside.
 */
export function intendedCode(line: string): number | null | undefined {
  const text = line.trimStart()
  if (isAside(text)) return undefined
  if (text === '' || (text !== line && !hasReplyForm(text))) return undefined
  const digits = /^[2-5]\d\d/.exec(text)
  return digits ? Number(digits[0]) : null
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

const commandForms = [
  /^(?:EHLO|HELO|LHLO)\s+[^\s:]+\s*$/i,
  /^(?:MAIL|SEND|SOML|SAML)\s+FROM\s*:/i,
  /^RCPT\s+TO\s*:/i,
  /^(?:DATA|RSET|QUIT|STARTTLS|TURN)\s*$/i,
  /^NOOP(?:\s|$)/i,
  /^HELP(?:\s+\S+)?\s*$/i,
  /^(?:VRFY|EXPN|ETRN)\s+\S+\s*$/i,
  /^AUTH\s+[A-Z0-9_-]{2,20}(?:\s+\S+)?\s*$/i,
  /^BDAT\s+\d+(?:\s+LAST)?\s*$/i,
  /^(?:XCLIENT|XFORWARD)\s+[A-Z]+=/i,
]

const formsBehindData =
  /^(?:(?:MAIL\s+FROM|RCPT\s+TO)\s*:\s*<|(?:RSET|QUIT|DATA|STARTTLS)\s*$|(?:EHLO|HELO|LHLO)\s+[^\s:]+\s*$)/i

/**
 * Whether a line behind a DATA without reply is rather a command than mail data. Words that a message can well begin
 * with, such as "Help", do not count.
 */
export function couldFollowData(line: string): boolean {
  return formsBehindData.test(line)
}

/** Whether a line is a well-formed command as it stands, so that it is hardly anything else. */
export function looksLikeCommand(line: string): boolean {
  const first = line.charCodeAt(0) | 0x20
  return first >= 0x61 && first <= 0x78 && commandForms.some(form => form.test(line))
}

/** Whether a line is a reply or a well-formed command as it stands. */
export function looksLikeDialogue(line: string): boolean {
  return looksLikeReply(line) || looksLikeCommand(line)
}
