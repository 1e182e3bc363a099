import { checkTranscript } from '../rules/check.ts'
import { ruleNamed } from '../rules/registry.ts'
import { type Profile, profiles, type Severity, severities } from '../rules/rule.ts'
import { defaultSettings, type RuleSettings } from '../rules/settings.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { chosenDialect, neededFiles, parseCommandArguments, UsageError, wholeNumber } from './arguments.ts'
import type { CheckedFile } from './checkedFile.ts'
import { checkJson } from './checkJson.ts'
import { checkText } from './checkText.ts'
import { readInput } from './input.ts'
import { type ExitStatus, errorLine, type Output } from './output.ts'

const ratings: readonly string[] = [...severities, 'off']

/** Reads `--rule ID=SEVERITY` options. */
function severitiesOf(rules: readonly string[]): RuleSettings['severities'] {
  const asked = new Map<string, Severity | 'off'>()
  for (const option of rules) {
    const [, id = option, severity = ''] = /^([^=]*)=(.*)$/s.exec(option) ?? []
    if (!ruleNamed(id)) throw new UsageError(`there is no rule '${id}'`)
    if (!ratings.includes(severity)) {
      throw new UsageError(`--rule ${id} takes a severity: ${ratings.join(', ')}`)
    }
    asked.set(id, severity as Severity | 'off')
  }
  return asked
}

function profileNamed(name: string | undefined): Profile {
  const profile = profiles.find(one => one === (name ?? defaultSettings.profile))
  if (!profile) throw new UsageError(`there is no profile '${name}'; known are ${profiles.join(', ')}`)
  return profile
}

function formatNamed(name: string | undefined) {
  switch (name ?? 'text') {
    case 'text':
      return checkText
    case 'json':
      return checkJson
    default:
      throw new UsageError(`there is no format '${name}'; known are text and json`)
  }
}

/** `smtp-transcript check FILE...`: the findings and the outcome of each transaction. */
export function check(args: readonly string[], output: Output): ExitStatus {
  const { values, positionals } = parseCommandArguments(args, {
    format: { type: 'string' },
    rule: { type: 'string', multiple: true },
    profile: { type: 'string' },
    'max-problems': { type: 'string' },
    dialect: { type: 'string' },
  })
  const format = formatNamed(values.format)
  const settings: RuleSettings = {
    profile: profileNamed(values.profile),
    severities: severitiesOf(values.rule ?? []),
  }
  const limit =
    values['max-problems'] === undefined
      ? Number.POSITIVE_INFINITY
      : wholeNumber('--max-problems', values['max-problems'])
  const dialect = chosenDialect(values.dialect)
  const checked: CheckedFile[] = []
  let isUnreadable = false
  for (const file of neededFiles(positionals)) {
    const input = readInput(file)
    if (input.text === null) {
      output.writeError(errorLine(`${file}: ${input.error}`))
      isUnreadable = true
      continue
    }
    const transcript = readTranscript(input.text, dialect)
    checked.push({ file, transcript, found: checkTranscript(transcript, settings) })
  }
  output.write(format(checked, limit))
  if (isUnreadable) return 2
  const hasErrors = checked.some(({ found }) =>
    found.some(({ problems }) => problems.some(one => one.severity === 'error')),
  )
  return hasErrors ? 1 : 0
}
