import type { CheckRun } from './checkRun.ts'
import { listProblems } from './listing.ts'
import { notificationDescriptors, notificationsOf } from './sarif/notifications.ts'
import { artifactsOf, originalUriBaseIds } from './sarif/places.ts'
import { resultsOf } from './sarif/results.ts'
import { ruleConfigurationOverrides, ruleDescriptors } from './sarif/rules.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** The findings as a log of SARIF 2.1.0 with one run, in which every rule is described. */
export function checkSarif(run: CheckRun): string {
  const listing = listProblems(run)
  const { language } = run.settings
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        // Without a word it is en-US (SARIF 2.1.0, 3.14.7).
        ...(language !== 'en' && { language }),
        tool: {
          driver: {
            name: 'smtp-transcript',
            version: run.version,
            rules: ruleDescriptors(),
            notifications: notificationDescriptors(),
          },
        },
        invocations: [
          {
            executionSuccessful: run.unread.length === 0,
            ruleConfigurationOverrides: ruleConfigurationOverrides(run.settings),
            toolExecutionNotifications: notificationsOf(run, listing),
          },
        ],
        originalUriBaseIds: originalUriBaseIds(),
        artifacts: artifactsOf(run.checked),
        columnKind: 'utf16CodeUnits',
        results: resultsOf(listing.listed),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}
