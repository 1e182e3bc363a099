import type { Session } from '../../transcript/session.ts'

/** A greeting of which a firewall has left only the code, and here and there a 0 or a 2. */
const maskedGreeting = /^[*02 .]*\*{4}[*02 .]*$/

/** The hello that a firewall has made unreadable: `XXXX client.example.net`, of a newer one `XXXA`. */
const maskedVerb = /^X{3,}A?$/

/** Whether the inspection of a firewall (Cisco PIX and ASA) has overwritten a greeting. */
export function isMaskedGreeting(text: string): boolean {
  return maskedGreeting.test(text.trimEnd())
}

/** Whether it has overwritten a verb, as it does with EHLO. */
export function isMaskedVerb(verb: string): boolean {
  return maskedVerb.test(verb)
}

/** Whether the greeting of a session shows such a firewall. */
export function hasMaskedGreeting({ greeting }: Session): boolean {
  return greeting?.texts.some(isMaskedGreeting) === true
}
