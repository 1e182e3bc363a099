import * as l10n from '@vscode/l10n'
import type { SaidLine } from '../../transcript/saidText.ts'
import type { JudgedParameter } from '../evidence/pathParameters.ts'
import type { Fix } from '../rule.ts'
import { fixOf, insertAt, replaceAt } from './edits.ts'

/** Takes a parameter out, with the space before it. */
export function removeParameter({ line, parameter, behind }: JudgedParameter): Fix {
  return fixOf(l10n.t`Remove ${parameter.keyword}`, replaceAt(line.said.spanOf(behind, parameter.end), ''))
}

/** Adds a parameter at the end of MAIL or RCPT. */
export function addParameter(title: string, { payload, spanOf }: SaidLine, parameter: string): Fix {
  const end = payload.trimEnd().length
  return fixOf(title, insertAt(spanOf(end, end), ` ${parameter}`))
}
