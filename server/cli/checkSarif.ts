import type { CheckReport, CheckRun } from './checkReport.ts'
import { jsonItem, printArray } from './jsonPieces.ts'
import { fingerprinter } from './sarif/fingerprints.ts'
import {
  notificationDescriptors,
  notificationsOf,
  type SarifEnd,
  type UnreadFile,
} from './sarif/notifications.ts'
import { artifactsOf, originalUriBaseIds } from './sarif/places.ts'
import { resultOf } from './sarif/results.ts'
import { ruleConfigurationOverrides, ruleDescriptors } from './sarif/rules.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** Around the results of a log, which stand last in its one run: what comes before them, and what behind. */
function logAround(run: CheckRun, end: SarifEnd): readonly [before: string, behind: string] {
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
            executionSuccessful: end.unread.length === 0,
            ruleConfigurationOverrides: ruleConfigurationOverrides(run.settings),
            toolExecutionNotifications: notificationsOf(end),
          },
        ],
        originalUriBaseIds: originalUriBaseIds(),
        artifacts: artifactsOf(end.checked),
        columnKind: 'utf16CodeUnits',
        results: [],
      },
    ],
  }
  const text = JSON.stringify(log, null, 2)
  const place = text.lastIndexOf('[]')
  return [text.slice(0, place), text.slice(place + 2)]
}

/**
 * The findings as a log of SARIF 2.1.0 with one run, in which every rule is described. What there is to say about the run
 * stands in front of the results, so that these are held as the texts that they become.
 */
export function checkSarif(run: CheckRun): CheckReport {
  const { print, limit } = run
  const results: string[] = []
  const fingerprintOf = fingerprinter()
  const unread: UnreadFile[] = []
  const checked: string[] = []
  const withoutSession: string[] = []
  return {
    session: ({ listed }) => {
      for (const one of listed) results.push(jsonItem(resultOf(one, fingerprintOf(one)), 4))
    },
    fileEnd: (file, sessions) => {
      checked.push(file)
      if (sessions === 0) withoutSession.push(file)
    },
    unread: (file, error) => {
      unread.push({ file, error })
    },
    end: ({ leftOut, withoutFixes }) => {
      const [before, behind] = logAround(run, {
        unread,
        checked,
        withoutSession,
        leftOut,
        withoutFixes,
        limit,
      })
      print(before)
      printArray(print, results, 3)
      print(`${behind}\n`)
    },
  }
}
