import type { Reference } from '../references.ts'

/** Who must change something. */
export type Fault = 'client' | 'server' | 'middlebox' | 'policy' | 'transcript'

/**
 * The command that a reply answers: its verb; `.` the end of the message (final dot or BDAT LAST); `?` a verb that
 * nobody knows. In a table `*` stands for any of them.
 */
export type Answered =
  | ('EHLO' | 'HELO' | 'LHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'BDAT' | 'BURL' | 'RSET' | 'NOOP' | 'QUIT')
  | ('VRFY' | 'EXPN' | 'HELP' | 'AUTH' | 'STARTTLS' | 'ETRN' | 'ATRN' | 'XCLIENT' | 'XFORWARD')
  | ('.' | '?' | '*')

/**
 * What a sentence leaves open, in braces: `{command}` the answered command, always known; `{verb}`, `{line}` and `{code}`
 * of the exchange that is to blame, as the row's `when` names it; `{n}` refused recipients, `{n4}` for now, `{n5}` for
 * good, and `{codes}` their reply codes; `{greetingLine}` and `{greetingCode}`; `{recipient}` of an LMTP reply;
 * `{hello}` what opens this kind of session, `EHLO`, or `LHLO` in LMTP, always known.
 */
export type Placeholder =
  | ('command' | 'verb' | 'line' | 'code' | 'n' | 'n4' | 'n5' | 'codes')
  | ('greetingLine' | 'greetingCode' | 'recipient' | 'hello')

/** One reason for a reply, told for the place where the reply stands. */
export interface ReplyCause {
  /** Unique in its table; a condition that needs the state of the session bears the same name. */
  readonly id: string
  readonly on: readonly Answered[]
  /** When it applies, in words, for the reader of the table and for whom the placeholders are to be found. */
  readonly when: string
  /** Matches the text of the reply: its lines without code, joined by spaces. Linear in its length. */
  readonly textPattern?: RegExp
  /** What happened here. */
  readonly here: string
  /** The same where there is only one recipient; stands where `here` counts them. */
  readonly hereForOne?: string
  /** The same without knowledge of the session, at most with `{command}`; there wherever `here` needs or claims more. */
  readonly plain?: string
  /** What to do now. */
  readonly next: string
  /** The same without knowledge of the session, where `next` would claim too much. */
  readonly plainNext?: string
  readonly fault: Fault
  readonly references: readonly Reference[]
}

/** @returns whether the cause can explain a reply to that command; `*` where nobody knows which it was. */
export function isOn(cause: Pick<ReplyCause, 'on'>, answered: Answered): boolean {
  return answered === '*' || cause.on.includes('*') || cause.on.includes(answered)
}

/**
 * @param template a sentence with placeholders in braces
 * @param values what is known; numbers are written in decimal
 * @returns the sentence; undefined where a value is missing, so that no brace ever reaches a reader
 */
export function fillTemplate(
  template: string,
  values: Readonly<Partial<Record<Placeholder, string | number>>>,
): string | undefined {
  let complete = true
  const filled = template.replace(/\{(\w{1,20})\}/g, (_, name: string) => {
    const value = new Map(Object.entries(values)).get(name)
    if (value === undefined) complete = false
    return String(value)
  })
  return complete ? filled : undefined
}
