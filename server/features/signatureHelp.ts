import * as l10n from '@vscode/l10n'
import type {
  MarkupContent,
  ParameterInformation,
  Position,
  SignatureHelp,
  SignatureInformation,
} from 'vscode-languageserver-types'
import { type ArgumentFacts, argumentForms, type CommandForm } from '../protocol/commandArguments.ts'
import { type CommandFacts, commandFacts } from '../protocol/commands.ts'
import { extensionFacts, type NamedParameter, parameterFor } from '../protocol/extensions.ts'
import { type Reference, referenceLabel, referenceUrl } from '../protocol/references.ts'
import { type PathCommand, parsePathCommand } from '../transcript/pathCommand.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { cursorPlace, isInContent, isInLogin, spokenAt } from './completions/cursorPlace.ts'
import { escapeMarkdown, markdownCode } from './markdown.ts'

/** What the editor can do with signatures. */
export interface SignatureSupport {
  readonly markdown: boolean
  /** It takes the place of an argument in the signature instead of its text. */
  readonly labelOffsets: boolean
}

/** A verb with something behind it, so that its arguments begin. */
const begun = /^[ \t]*([A-Za-z]+)[ \t:]/

/**
 * The form of the command at a position (line and UTF-16 column from 0) with the argument that stands or is being typed
 * there; in a parameter of MAIL or RCPT its form as well. Null where no command with a verb is being typed.
 */
export function signatureHelpAt(
  transcript: Transcript,
  position: Position,
  support: SignatureSupport,
): SignatureHelp | null {
  const place = cursorPlace(transcript, position)
  const spoken = place && spokenAt(place)
  if (!place || spoken?.speaker !== 'client' || isInContent(place) || isInLogin(place)) return null
  const verb = begun.exec(spoken.typed)?.[1]?.toUpperCase() ?? ''
  const facts = commandFacts(verb)
  if (!facts) return null
  const command = commandSignature(facts, activeArgument(verb, spoken.typed), support)
  const parameter = verb === 'MAIL' || verb === 'RCPT' ? parameterAt(verb, spoken.typed, support) : null
  return {
    signatures: parameter ? [command, parameter] : [command],
    activeSignature: parameter ? 1 : 0,
    activeParameter: (parameter ?? command).activeParameter ?? 0,
  }
}

/** Which argument the cursor stands in, from 0. */
function activeArgument(verb: string, typed: string): number {
  if (verb === 'MAIL' || verb === 'RCPT') return isBehindPath(typed, parsePathCommand(typed)) ? 1 : 0
  const words = typed.trimStart().split(/[ \t]+/)
  return Math.max(0, words.length - 2)
}

function isBehindPath(typed: string, { path, closes }: PathCommand): boolean {
  return path !== null && closes && typed.length > path.end
}

function markup(text: string, { markdown }: SignatureSupport): string | MarkupContent {
  return markdown ? { kind: 'markdown', value: text } : text
}

function links(references: readonly Reference[], { markdown }: SignatureSupport): string {
  return references
    .slice(0, 2)
    .map(one => (markdown ? `[${referenceLabel(one)}](${referenceUrl(one)})` : referenceLabel(one)))
    .join(' · ')
}

function prose(text: string, { markdown }: SignatureSupport): string {
  return markdown ? escapeMarkdown(text) : text
}

/** The label of a form, and where each of its arguments stands in it. */
function layOut({ start, arguments: its }: CommandForm): { label: string; places: [number, number][] } {
  let label = start
  const places = its.map((one, index): [number, number] => {
    if (index > 0) label += ' '
    const from = label.length
    label += one.label
    return [from, label.length]
  })
  return { label, places }
}

function argumentInformation(
  { label, about }: ArgumentFacts,
  place: [number, number],
  support: SignatureSupport,
): ParameterInformation {
  return {
    label: support.labelOffsets ? place : label,
    documentation: markup(prose(l10n.t(about), support), support),
  }
}

function commandSignature(
  { verb, summary, references }: CommandFacts,
  active: number,
  support: SignatureSupport,
): SignatureInformation {
  const form = argumentForms[verb]
  const alone = form ? [] : [l10n.t`${verb} stands alone: it has no argument.`]
  const told = [l10n.t(summary), ...alone].map(text => prose(text, support)).join(' ')
  const { label, places } = layOut(form ?? { start: verb, arguments: [] })
  const last = places.length - 1
  return {
    label,
    documentation: markup(`${told}\n\n${links(references, support)}`, support),
    parameters: (form?.arguments ?? []).map((one, index) =>
      argumentInformation(one, places[index] ?? [0, 0], support),
    ),
    ...(last >= 0 && { activeParameter: Math.min(active, last) }),
  }
}

/** The parameter of MAIL or RCPT that the cursor stands in, once its value has begun. */
function parameterAt(
  verb: 'MAIL' | 'RCPT',
  typed: string,
  support: SignatureSupport,
): SignatureInformation | null {
  const parameter = parsePathCommand(typed).parameters.at(-1)
  if (!parameter?.value || parameter.end < typed.length) return null
  const facts = parameterFor(verb, parameter.keyword, parameter.value.text || null)
  return facts ? parameterSignature(facts, support) : null
}

/** `"SIZE=" 1*20DIGIT ; comment` as `SIZE=1*20DIGIT`, with the place of the value. */
function parameterLabel({ keyword, syntax }: NamedParameter): { label: string; place: [number, number] } {
  const value = syntax.replace(/\s*;\s.*$/, '').replace(/^"[^"=]*=([^"]*)"\s*/, '$1')
  const start = `${keyword}=`
  return { label: `${start}${value}`, place: [start.length, start.length + value.length] }
}

function parameterSignature(facts: NamedParameter, support: SignatureSupport): SignatureInformation {
  const { label, place } = parameterLabel(facts)
  const references = facts.extensions.flatMap(one => extensionFacts(one)?.references ?? [])
  const meanings = Object.entries(facts.values ?? {}).map(([word, meaning]) =>
    support.markdown
      ? `- ${markdownCode(word)}: ${prose(l10n.t(meaning), support)}`
      : `${word}: ${l10n.t(meaning)}`,
  )
  const value: ParameterInformation = {
    label: support.labelOffsets ? place : label.slice(...place),
    ...(meanings.length > 0 && { documentation: markup(meanings.join('\n'), support) }),
  }
  return {
    label,
    documentation: markup(
      `${prose(l10n.t(facts.summary), support)}\n\n${links(references, support)}`,
      support,
    ),
    parameters: [value],
    activeParameter: 0,
  }
}
