import * as l10n from '@vscode/l10n'
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type SnippetTextEdit,
  type TextEdit,
} from 'vscode-languageserver-types'
import { checkTranscript } from '../rules/check.ts'
import type { Fix, Problem, Rule } from '../rules/rule.ts'
import type { SessionProblems } from '../rules/sessionFindings.ts'
import { defaultSettings, type RuleSettings } from '../rules/settings.ts'
import type { PlacedSession } from '../transcript/placedSession.ts'
import { lineEndOf } from '../transcript/reading.ts'
import type { DiagnosticData } from './diagnostics.ts'
import { type FixData, type FixEditData, fixData } from './fixData.ts'
import { switchOff } from './switchOff.ts'
import { type EditedDocument, type EditSupport, workspaceEdit } from './workspaceEdits.ts'

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, character => `\\${character}`)
}

function toEdit({ range, newText, cursor }: FixEditData, support: EditSupport): TextEdit | SnippetTextEdit {
  if (cursor === null || !support.snippets) return { range, newText }
  const before = escapeSnippet(newText.slice(0, cursor))
  const after = escapeSnippet(newText.slice(cursor))
  return { range, snippet: { kind: 'snippet', value: `${before}\${1}${after}` } }
}

function toAction(
  fix: FixData,
  isPreferred: boolean,
  diagnostic: Diagnostic,
  document: EditedDocument,
  support: EditSupport,
): CodeAction {
  const edits = fix.edits.map(edit => toEdit(edit, support))
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred,
    edit: workspaceEdit(document, edits, support),
  }
}

/** What an action carries whose edit is made when somebody chooses it. */
export interface FixAllData {
  /** The id of the rule whose findings are repaired. */
  readonly rule: string
}

/** The action that repairs all findings of a rule, without its edit; null where there is no other of them. */
function fixAllOf(
  { rule }: Problem,
  diagnostic: Diagnostic,
  found: readonly SessionProblems[],
): CodeAction | null {
  let count = 0
  for (const { problems } of found) for (const problem of problems) if (problem.rule === rule) count += 1
  if (count < 2) return null
  const data: FixAllData = { rule: rule.id }
  const title = l10n.t`Fix all ${rule.id} problems in the file`
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: false, data }
}

function isPlace(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}

function dataOf(diagnostic: Diagnostic): DiagnosticData | undefined {
  const data: unknown = diagnostic.data
  if (typeof data !== 'object' || data === null) return undefined
  const { version, session, problem } = data as Partial<Record<keyof DiagnosticData, unknown>>
  if (typeof version !== 'number' || !isPlace(session) || !isPlace(problem)) return undefined
  return { version, session, problem }
}

/** The problem that a diagnostic was made of, found again by what it carries, and its session. */
function problemOf(
  diagnostic: Diagnostic,
  document: EditedDocument,
  settings: RuleSettings,
): { problem: Problem; placed: PlacedSession } | undefined {
  const data = dataOf(diagnostic)
  if (data?.version !== document.version) return undefined
  const found = checkTranscript(document.transcript, settings).find(
    ({ placed }) => placed.startLine === data.session,
  )
  const problem = found?.problems[data.problem]
  return found && problem && { problem, placed: found.placed }
}

/** A cursor has few diagnostics; a selection can have hundreds, and each fix costs a look at its session. */
const diagnosticsLimit = 10

/**
 * The quick fixes for diagnostics: best first, then one for all findings of the kind, of which the edit is made later,
 * and last what switches the rule off. Each is made from what its diagnostic carries; a diagnostic of another version of
 * the document gets none, since its edits would miss their place.
 */
export function codeActionsFor(
  diagnostics: readonly Diagnostic[],
  document: EditedDocument,
  support: EditSupport,
  settings: RuleSettings = defaultSettings,
): CodeAction[] {
  const lineEnd = lineEndOf(document.transcript.reading)
  const offered = new Set<Rule>()
  return diagnostics.slice(0, diagnosticsLimit).flatMap(diagnostic => {
    const found = problemOf(diagnostic, document, settings)
    if (!found || found.problem.rule.id !== diagnostic.code) return []
    const { problem, placed } = found
    const action = (fix: Fix, isPreferred: boolean) =>
      toAction(fixData(fix, placed, lineEnd), isPreferred, diagnostic, document, support)
    const fixes = problem.fixes()
    const isFirst = !offered.has(problem.rule)
    const all =
      fixes.length > 0 && isFirst
        ? fixAllOf(problem, diagnostic, checkTranscript(document.transcript, settings))
        : null
    if (all) offered.add(problem.rule)
    const off = switchOff(problem, placed, document.transcript)
    return [
      ...fixes.map((fix, index) => action(fix, index === 0)),
      ...(all ? [all] : []),
      ...(off ? [action(off, false)] : []),
    ]
  })
}
