import * as l10n from '@vscode/l10n'
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types'
import type { Fault } from '../protocol/causes/replyCause.ts'
import { referenceUrl } from '../protocol/references.ts'
import { checkLines, checkTranscript, countProblems } from '../rules/check.ts'
import {
  type LineRange,
  type Problem,
  type ProblemTag,
  type Rule,
  type Severity,
  severities as severityNames,
} from '../rules/rule.ts'
import type { SessionProblems } from '../rules/sessionFindings.ts'
import { defaultSettings, type RuleSettings } from '../rules/settings.ts'
import { lineInText, type PlacedSession, reaches } from '../transcript/placedSession.ts'
import type { Transcript } from '../transcript/transcript.ts'
import { commandLink } from './commandLink.ts'
import { rangeOf } from './ranges.ts'

/** What a diagnostic carries for the fixes that are made from it: where in which version its problem is found again. */
export interface DiagnosticData {
  readonly version: number
  /** The line, from 0, that the problem's session begins on. */
  readonly session: number
  /** The place of the problem among those of its session. */
  readonly problem: number
}

/** VS Code shows a thousand diagnostics a file. */
export const diagnosticsLimit = 1000

/**
 * How many are shown of a file that has more, what says so included: nobody reads them all, and the whole list travels
 * with each keystroke.
 */
const shownOfTooMany = 500

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

const tagOf: Readonly<Record<ProblemTag, DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
}

/** The document that diagnostics are for. */
export interface DiagnosedDocument {
  readonly uri: string
  readonly version: number
  readonly transcript: Transcript
}

interface PlacedProblem {
  readonly placed: PlacedSession
  readonly index: number
  readonly problem: Problem
}

/** Where the documentation of a rule is to be found, as an address that the editor opens. */
export type RuleLink = (rule: Rule) => string

/** The section that a rule goes by; good for every editor. */
export const ruleReference: RuleLink = rule => referenceUrl(rule.references[0])

/** The editor's own command that shows the page of a rule. */
export const rulePageCommand: RuleLink = rule => commandLink('smtp.explainRule', [rule.id])

/** The source of a diagnostic names who has to change something, so that the Problems panel can be filtered by it. */
function sourceOf(fault: Fault): string {
  return `smtp:${fault}`
}

/** What of a diagnostic depends on the editor. */
interface Style {
  readonly ruleLink: RuleLink
  readonly tags: readonly DiagnosticTag[]
}

function toDiagnostic(
  document: DiagnosedDocument,
  { ruleLink, tags }: Style,
  { problem, placed, index }: PlacedProblem,
): Diagnostic {
  const { rule, related } = problem
  const tag = problem.tag && tagOf[problem.tag]
  const data: DiagnosticData = { version: document.version, session: placed.startLine, problem: index }
  return {
    range: rangeOf(problem.span, placed),
    severity: severities[problem.severity],
    code: rule.id,
    codeDescription: { href: ruleLink(rule) },
    source: sourceOf(problem.fault),
    message: problem.message,
    ...(tag && tags.includes(tag) && { tags: [tag] }),
    ...(related.length > 0 && {
      relatedInformation: related.map(({ span, message }) => ({
        location: { uri: document.uri, range: rangeOf(span, placed) },
        message,
      })),
    }),
    data,
  }
}

function leftOut(shown: number, all: number, isViewKnown: boolean): Diagnostic {
  const start = { line: 0, character: 0 }
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source: sourceOf('transcript'),
    message: isViewKnown
      ? l10n.t`${all} problems were found; those in view and the most severe are shown, ${shown} in all.`
      : l10n.t`${all} problems were found; the ${shown} most severe are shown.`,
  }
}

/** How diagnostics are to be made. */
export interface DiagnosticOptions extends Partial<Style> {
  readonly settings?: RuleSettings
  /** The lines that the person sees, from 0. */
  readonly view?: LineRange | undefined
}

/** Whether a document has more problems than are shown, so that it depends on the view which they are. */
export function hasTooMany(document: DiagnosedDocument, settings: RuleSettings): boolean {
  return countProblems(document.transcript, settings) > diagnosticsLimit
}

/**
 * The findings in a document as diagnostics, in the order of the text; where there are too many, those in view and the
 * most severe.
 */
export function diagnosticsOf(
  document: DiagnosedDocument,
  { settings = defaultSettings, ruleLink = ruleReference, tags = [], view }: DiagnosticOptions = {},
): Diagnostic[] {
  const found = checkTranscript(document.transcript, settings)
  const count = countProblems(document.transcript, settings)
  if (count <= diagnosticsLimit) {
    return [...placedProblems(found)].map(one => toDiagnostic(document, { ruleLink, tags }, one))
  }
  const shown = shownOfTooMany - 1
  const near = view ? inView(found, view, Math.floor(shown / 2)) : []
  const seen = new Set(near.map(({ problem }) => problem))
  const others = severestOf(found, shown).filter(({ problem }) => !seen.has(problem))
  return [
    leftOut(shown, count, view !== undefined),
    ...[...near, ...others].slice(0, shown).map(one => toDiagnostic(document, { ruleLink, tags }, one)),
  ]
}

/** The findings in the sessions that have lines in view, while the others of a long text have not been checked. */
export function diagnosticsInView(
  document: DiagnosedDocument,
  view: LineRange,
  { settings = defaultSettings, ruleLink = ruleReference, tags = [] }: DiagnosticOptions = {},
): Diagnostic[] {
  const found = checkLines(document.transcript, settings, view)
  return [...placedProblems(found)]
    .slice(0, diagnosticsLimit)
    .map(one => toDiagnostic(document, { ruleLink, tags }, one))
}

/** The problems in view, but no more than `shown`. */
function inView(
  found: readonly SessionProblems[],
  { first, last }: LineRange,
  shown: number,
): readonly PlacedProblem[] {
  const near: PlacedProblem[] = []
  for (const { placed, problems } of found) {
    if (!reaches(placed, first, last)) continue
    for (const [index, problem] of problems.entries()) {
      const line = lineInText(placed, problem.span.line)
      if (line >= first && line <= last && near.length < shown) near.push({ placed, index, problem })
    }
  }
  return near
}

function* placedProblems(found: readonly SessionProblems[]): Generator<PlacedProblem> {
  for (const { placed, problems } of found) {
    for (const [index, problem] of problems.entries()) yield { placed, index, problem }
  }
}

/** The most severe problems, those of one severity in the order of the text. */
function severestOf(found: readonly SessionProblems[], shown: number): readonly PlacedProblem[] {
  const severest: PlacedProblem[] = []
  for (const [bit, severity] of severityNames.entries()) {
    for (const { placed, problems, kinds } of found) {
      if (severest.length >= shown) return severest
      if ((kinds & (1 << bit)) === 0) continue
      for (const [index, problem] of problems.entries()) {
        if (problem.severity === severity && severest.length < shown)
          severest.push({ placed, index, problem })
      }
    }
  }
  return severest
}
