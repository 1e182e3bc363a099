import * as l10n from '@vscode/l10n'
import { CompletionItemKind } from 'vscode-languageserver-types'
import { rules } from '../../rules/registry.ts'
import { dialects } from '../../transcript/dialects/registry.ts'
import type { CursorPlace } from './cursorPlace.ts'
import type { Offer } from './offer.ts'

/** The comments that mean something, with what they do. */
function directives(): readonly (readonly [word: string, detail: string])[] {
  return [
    ['smtp-disable-next-line', l10n.t`switches rules off for the next line`],
    ['smtp-disable', l10n.t`switches rules off from here on`],
    ['smtp-enable', l10n.t`switches rules on again from here on`],
    ['smtp-disable-file', l10n.t`switches rules off for the whole file`],
    ['@dialect', l10n.t`names the dialect that the text is in`],
  ]
}

const word = /^#[ \t]*([\w@-]*)$/
const ruleList =
  /^#\s*smtp-(?:disable-file|disable-next-line|disable|enable)\s(?:(?!\s--(?:\s|$)).)*?([\w/-]*)$/
const dialectName = /^#\s*@dialect\s+([\w-]*)$/

/** What may stand in a comment at the cursor: directives, the rules that they switch, the names of dialects. */
export function commentOffers({ text, character, before, dialect }: CursorPlace): Offer[] {
  if (!dialect.isTyped || before.inMessage) return []
  const typed = text.slice(0, character)
  const behind = /^[\w/@-]*/.exec(text.slice(character))?.[0].length ?? 0
  const base = (found: string) => ({
    start: character - found.length,
    end: character + behind,
    fit: 'possible' as const,
  })
  const begun = word.exec(typed)?.[1]
  if (begun !== undefined) {
    const lead = typed === '#' ? ' ' : ''
    return directives().map(([label, detail]) => ({
      ...base(begun),
      label,
      kind: CompletionItemKind.Keyword,
      insertion: [lead + label],
      detail,
    }))
  }
  const rule = ruleList.exec(typed)?.[1]
  if (rule !== undefined) return ruleOffers(text, rule, base(rule))
  const name = dialectName.exec(typed)?.[1]
  if (name === undefined) return []
  return dialects.map(one => ({
    ...base(name),
    label: one.name,
    kind: CompletionItemKind.EnumMember,
    insertion: [one.name],
    detail: l10n.t(one.title),
  }))
}

/** The ids of rules that the comment does not name yet. */
function ruleOffers(text: string, typed: string, base: Pick<Offer, 'start' | 'end' | 'fit'>): Offer[] {
  const there = new Set(text.split(/[\s,]+/))
  return rules
    .filter(({ id }) => !there.has(id) || id === typed)
    .map(({ id, title }) => ({
      ...base,
      label: id,
      kind: CompletionItemKind.EnumMember,
      insertion: [id],
      detail: l10n.t(title),
      about: { kind: 'rule', word: id },
    }))
}
