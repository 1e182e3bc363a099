import * as l10n from '@vscode/l10n'
import { type NamedParameter, parameterFor, parametersNamed } from '../../protocol/extensions.ts'
import { checkParameterValue, type ParameterValueFault } from '../../protocol/parameterValue.ts'
import type { PathParameter } from '../../transcript/pathCommand.ts'
import { rememberedLast } from '../../transcript/remembered.ts'
import type { Session } from '../../transcript/session.ts'
import type { RuleContext } from '../rule.ts'
import { isHiddenName } from './hiddenNames.ts'
import { type PathLine, pathLines } from './pathFindings.ts'

/** What is wrong with the form of a parameter; offsets in the payload. `value` has an own fault that says more. */
export type ParameterFaultName = 'attached' | 'spaced' | 'keyword' | 'value' | 'duplicate' | 'wrong-command'

/** One parameter of MAIL or RCPT, judged: at most one thing is said to be wrong with it. */
export interface JudgedParameter {
  readonly line: PathLine
  readonly parameter: PathParameter
  /** Where what stands before it ends. */
  readonly behind: number
  /** The parameter of an extension that it is; null for an unknown one, or one of the other command. */
  readonly facts: NamedParameter | null
  readonly fault: ParameterFaultName | null
  readonly valueFault: ParameterValueFault | null
}

/** What stands behind the path, as far as it can be parameters; what is left of a wrong path cannot. */
function candidates({ parts, findings }: PathLine): readonly PathParameter[] {
  const { parameters, opens, closes } = parts
  const names = findings.map(({ name }) => name)
  if (names.includes('name-before-path')) {
    return parameters.slice(parameters.findIndex(({ text }) => text.includes('<')) + 1)
  }
  if (opens && closes) return parameters.filter(({ text }) => !text.startsWith('>'))
  if (names.includes('no-keyword') || names.includes('wrong-keyword')) return []
  return parameters.filter(({ text, value }) => value !== null || !text.includes('@'))
}

/** How many words a parameter takes where spaces stand around its `=`; 1 where none do. */
function wordsOf(words: readonly PathParameter[], index: number): number {
  const [word, next, last] = words.slice(index, index + 3)
  if (!word || !next) return 1
  if (word.value === null) {
    if (next.text === '=' && last) return 3
    return next.text.startsWith('=') && next.text.length > 1 ? 2 : 1
  }
  const isOpen = word.value.text === '' && next.value === null && parametersNamed(next.keyword).length === 0
  return isOpen ? 2 : 1
}

function formFault(line: PathLine, parameter: PathParameter): ParameterFaultName | null {
  if (parameter.start === line.parts.path?.end) return 'attached'
  return /^[A-Z\d][A-Z\d-]*$/.test(parameter.keyword) ? null : 'keyword'
}

/** Keywords that exclude one another are the same for this. */
function sameAs(keyword: string): string {
  return keyword === 'HOLDUNTIL' ? 'HOLDFOR' : keyword
}

function unknownValueFault({ value }: PathParameter): ParameterValueFault | null {
  if (value === null) return null
  const place = { start: 0, end: value.text.length, corrected: null }
  if (value.text === '') return { kind: 'empty', reason: l10n.t`nothing stands behind the =`, ...place }
  const at = value.text.indexOf('=')
  if (at < 0) return null
  return { kind: 'form', reason: l10n.t`only one = may stand there`, start: at, end: at + 1, corrected: null }
}

function judge(line: PathLine, parameter: PathParameter, seen: Set<string>): Omit<JudgedParameter, 'behind'> {
  const { keyword, value } = parameter
  const base = { line, parameter, facts: null, valueFault: null }
  const fault = formFault(line, parameter)
  if (fault) return { ...base, fault }
  const isAgain = seen.has(sameAs(keyword))
  seen.add(sameAs(keyword))
  if (isAgain) return { ...base, fault: 'duplicate' }
  const facts = parameterFor(line.verb, keyword, value?.text ?? null) ?? null
  if (!facts && parametersNamed(keyword).length > 0) return { ...base, fault: 'wrong-command' }
  const isJudged = value === null || !isHiddenName(value.text)
  const found = facts ? checkParameterValue(facts, value?.text ?? null) : unknownValueFault(parameter)
  const valueFault = isJudged ? found : null
  return { line, parameter, facts, fault: valueFault && 'value', valueFault }
}

function parametersOn(line: PathLine): readonly JudgedParameter[] {
  const words = candidates(line)
  const seen = new Set<string>()
  const judged: JudgedParameter[] = []
  for (let index = 0; index < words.length; ) {
    const [word] = words.slice(index, index + 1)
    if (!word) break
    const behind = words[index - 1]?.end ?? line.parts.path?.end ?? word.start
    const count = wordsOf(words, index)
    const end = words[index + count - 1]?.end ?? word.end
    index += count
    if (count === 1) {
      judged.push({ ...judge(line, word, seen), behind })
      continue
    }
    seen.add(sameAs(word.keyword))
    const parameter = { ...word, end, text: line.said.payload.slice(word.start, end) }
    judged.push({ line, parameter, behind, facts: null, fault: 'spaced', valueFault: null })
  }
  return judged
}

const parametersOf = rememberedLast((lines: readonly PathLine[]): readonly JudgedParameter[] => {
  return lines.flatMap(line => (line.parts.parameters.length > 0 ? parametersOn(line) : []))
})

/** The parameters of every MAIL and RCPT of a session. */
export function pathParameters(session: Session, context: RuleContext): readonly JudgedParameter[] {
  return parametersOf(pathLines(session, context))
}
