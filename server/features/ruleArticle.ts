import * as l10n from '@vscode/l10n'
import { checkTranscript } from '../rules/check.ts'
import type { Profile, Rule } from '../rules/rule.ts'
import { defaultSettings, profileOf } from '../rules/settings.ts'
import { readTranscript } from '../transcript/transcript.ts'
import { type Article, linksTo, list, paragraph, transcriptLines } from './article.ts'
import { whoChanges } from './faultText.ts'
import { headings } from './headings.ts'

function whereAsked(profile: Profile): string {
  switch (profile) {
    case 'lenient':
      return l10n.t`lenient, standard and strict`
    case 'standard':
      return l10n.t`standard and strict`
    case 'strict':
      return l10n.t`strict only`
  }
}

/** The quick fixes that are offered for the example of a rule. */
export interface ExampleFixes {
  /** Each once. */
  readonly titles: readonly string[]
  /** The first is made with all others that are safe, when somebody asks for those. */
  readonly isSafe: boolean
}

/** The fixes that are offered for the example of a rule. Each is tried, which takes its time. */
export function exampleFixes(rule: Rule): ExampleFixes {
  const asked = { ...defaultSettings, profile: 'strict' } as const
  const found = checkTranscript(readTranscript(rule.example.trim()), asked)
  const own = found.flatMap(({ problems }) => problems).filter(problem => problem.rule === rule)
  const fixes = own.map(problem => problem.fixes())
  return {
    titles: [...new Set(fixes.flat().map(({ title }) => title))],
    isSafe: fixes.some(([first]) => first?.isSafe === true),
  }
}

const noFixes: ExampleFixes = { titles: [], isSafe: false }

/**
 * The documentation of a rule: what it finds, why that matters, what to do, and both of its examples.
 *
 * @param fixes its quick fixes, see `exampleFixes`; without them nothing is said of any
 */
export function ruleArticle(rule: Rule, fixes: ExampleFixes = noFixes): Article {
  const { id, title, what, why, remedy, fault, severity, example, instead, references } = rule
  return {
    title: l10n.t(title),
    lead: l10n.t(what),
    sections: [
      { heading: l10n.t`Why it matters`, blocks: [paragraph(l10n.t(why))] },
      {
        heading: headings.todo,
        blocks: [
          paragraph(l10n.t(remedy)),
          ...(fixes.titles.length > 0 ? [paragraph(l10n.t`Quick fixes:`), list(fixes.titles)] : []),
          ...(fixes.isSafe
            ? [
                paragraph(
                  l10n.t(
                    'The first is safe: it changes only how something is written, or what is certain. “Make all safe fixes” makes it, too.',
                  ),
                ),
              ]
            : []),
        ],
      },
      { heading: l10n.t`Example`, blocks: [transcriptLines(example.trim())] },
      { heading: l10n.t`Instead`, blocks: [transcriptLines(instead.trim())] },
      {
        heading: l10n.t`In the settings`,
        blocks: [
          list([
            [l10n.t`Rule`, id],
            [l10n.t`Severity`, severity],
            [l10n.t`Who has to change something`, whoChanges(fault)],
            [l10n.t`Profiles`, whereAsked(profileOf(rule))],
          ]),
        ],
      },
    ],
    links: linksTo(references),
  }
}
