import { commandExtensions } from './extensions/commandsOffered.ts'
import { deliveryExtensions } from './extensions/delivery.ts'
import type { ExtensionRow, MailParameter } from './extensions/extensionRow.ts'
import { rareExtensions } from './extensions/rare.ts'
import { transportExtensions } from './extensions/transport.ts'
import { vendorExtensions } from './extensions/vendors.ts'
import { limits } from './limits.ts'

/** All that is known of one extension. */
export interface ExtensionFacts extends ExtensionRow {
  /** The EHLO keyword, in upper case. */
  readonly keyword: string
}

/** A parameter of MAIL or RCPT with the extensions that define it. */
export interface NamedParameter extends MailParameter {
  /** The EHLO keywords of which one has to be announced before the parameter may be used. */
  readonly extensions: readonly string[]
}

const facts: ReadonlyMap<string, ExtensionFacts> = new Map(
  Object.entries<ExtensionRow>({
    ...transportExtensions,
    ...deliveryExtensions,
    ...rareExtensions,
    ...commandExtensions,
    ...vendorExtensions,
  }).map(([keyword, row]) => [keyword, { keyword, ...row }]),
)

const parameters: readonly NamedParameter[] = [...facts.values()].flatMap(({ keyword, parameters: its }) =>
  its.map(parameter => ({ ...parameter, extensions: [keyword] })),
)

/** Every EHLO keyword that the tables know, in upper case; the manufacturers' own come last. */
export const extensionKeywords: readonly string[] = [...facts.keys()]

/** The keywords of all parameters of MAIL and RCPT, in upper case. */
export const parameterKeywords: readonly string[] = [...new Set(parameters.map(({ keyword }) => keyword))]

/**
 * @param keyword in any case (RFC 5321 4.1.1.1), e.g. `8bitmime`; without its parameters
 * @returns what is known of the extension, undefined for an unknown one
 */
export function extensionFacts(keyword: string): ExtensionFacts | undefined {
  return facts.get(keyword.toUpperCase())
}

/**
 * @param keyword of a parameter of MAIL or RCPT, in any case, e.g. `body`; without its value
 * @returns one entry for each extension that defines it: BODY has one for 7BIT and 8BITMIME, and one for BINARYMIME
 */
export function parametersNamed(keyword: string): readonly NamedParameter[] {
  const name = keyword.toUpperCase()
  return parameters.filter(parameter => parameter.keyword === name)
}

/**
 * @param keyword in any case
 * @param value what stands behind the `=`; null where none stands there
 * @returns the parameter that the value belongs to. Where it belongs to none, the first of that name for the command,
 *   with every extension that has one. Undefined where no extension adds such a parameter to the command.
 */
export function parameterFor(
  command: 'MAIL' | 'RCPT',
  keyword: string,
  value: string | null,
): NamedParameter | undefined {
  const its = parametersNamed(keyword).filter(({ commands }) => commands.includes(command))
  const fitting = its.find(parameter => valueFits(parameter, value))
  if (fitting) return fitting
  const [first] = its
  return first && { ...first, extensions: its.flatMap(({ extensions }) => extensions) }
}

/** @returns whether a parameter may have the value; null: no `=` stands behind it. Its length is not judged. */
export function valueFits({ value: wanted, pattern }: MailParameter, value: string | null): boolean {
  if (value === null) return wanted !== 'required'
  return wanted !== 'none' && value !== '' && (pattern?.test(value) ?? true)
}

/**
 * @param verb in upper case
 * @param announced the EHLO keywords of the latest reply, in any case
 * @returns how many octets a command line may have, with its CRLF (RFC 5321 4.5.3.1.4)
 */
export function commandLineLimit(verb: string, announced: Iterable<string>): number {
  let octets: number = limits.commandLine.value
  if (verb !== 'MAIL' && verb !== 'RCPT') return octets
  for (const keyword of new Set([...announced].map(word => word.toUpperCase()))) {
    octets += facts.get(keyword)?.commandLineIncrease[verb] ?? 0
  }
  return octets
}
