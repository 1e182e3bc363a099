import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { cli } from './running.ts'

/** A region, as SARIF counts: from 1, with an exclusive end. */
export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
}

interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string }
    readonly region: Region
  }
}

interface Message {
  readonly text: string
}

/** What these tests look at of a result. */
export interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: Message
  readonly locations: readonly [Location]
  readonly relatedLocations?: readonly (Location & { readonly id: number; readonly message: Message })[]
  readonly fixes?: readonly {
    readonly description: Message
    readonly artifactChanges: readonly [
      {
        readonly artifactLocation: { readonly uri: string }
        readonly replacements: readonly {
          readonly deletedRegion: Region
          readonly insertedContent: Message
        }[]
      },
    ]
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly properties: { readonly fault: string }
}

/** What these tests look at of a rule or a kind of notification. */
export interface Descriptor {
  readonly id: string
  readonly name: string
  readonly shortDescription: Message
  readonly fullDescription: Message
  readonly help: Message & { readonly markdown: string }
  readonly helpUri: string
  readonly defaultConfiguration: { readonly enabled: boolean; readonly level: string }
  readonly properties: { readonly tags: readonly string[]; readonly fault: string; readonly profile: string }
}

/** What these tests look at of a run. */
export interface Run {
  readonly tool: {
    readonly driver: {
      readonly name: string
      readonly version: string
      readonly rules: readonly Descriptor[]
      readonly notifications: readonly Descriptor[]
    }
  }
  readonly invocations: readonly [
    {
      readonly executionSuccessful: boolean
      readonly ruleConfigurationOverrides: readonly {
        readonly descriptor: { readonly id: string; readonly index: number }
        readonly configuration: { readonly enabled: boolean; readonly level: string }
      }[]
      readonly toolExecutionNotifications: readonly {
        readonly descriptor: { readonly id: string; readonly index: number }
        readonly level: string
        readonly message: Message
        readonly locations?: readonly Location[]
      }[]
    },
  ]
  readonly artifacts: readonly { readonly location: { readonly uri: string } }[]
  readonly columnKind: string
  readonly results: readonly Result[]
}

/** A log as these tests look at it. */
export interface Log {
  readonly version: string
  readonly runs: readonly [Run]
}

// The schema of OASIS in the copy of SchemaStore, which the package of Microsoft for the tests of others carries.
const schemaFile = join(
  'node_modules',
  '@microsoft',
  'jest-sarif',
  'lib',
  'schemas',
  'sarif-2.1.0-rtm.5.json',
)
// Its pattern of a language has a bracket too many, which only patterns of the old kind forgive.
const ajv = new Ajv({ allErrors: true, unicodeRegExp: false })
addFormats(ajv)
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')))

/** What the schema of SARIF 2.1.0 finds wrong in a log, one line each. */
export function schemaErrors(log: unknown): readonly string[] {
  return validate(log) ? [] : (validate.errors ?? []).map(one => `${one.instancePath} ${one.message}`)
}

/** What `check --format sarif` prints, when that is valid. */
export function checkedSarif(...args: readonly string[]): Log {
  const { output } = cli('check', '--format', 'sarif', ...args)
  const log = JSON.parse(output) as Log
  assert.deepEqual(schemaErrors(log), [])
  assertReferences(log.runs[0])
  return log
}

/** What the standard demands and a schema cannot express: what is referred to is there. */
function assertReferences({ tool, invocations, results, artifacts }: Run): void {
  const { rules, notifications } = tool.driver
  const uris = artifacts.map(({ location }) => location.uri)
  for (const { ruleId, ruleIndex, locations, relatedLocations = [], fixes = [] } of results) {
    assert.equal(rules[ruleIndex]?.id, ruleId)
    for (const { physicalLocation } of [...locations, ...relatedLocations]) {
      assert.ok(uris.includes(physicalLocation.artifactLocation.uri))
    }
    for (const { artifactChanges } of fixes) {
      assert.ok(artifactChanges.every(change => uris.includes(change.artifactLocation.uri)))
    }
    const ids = relatedLocations.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
  }
  const [{ ruleConfigurationOverrides, toolExecutionNotifications }] = invocations
  for (const { descriptor } of ruleConfigurationOverrides) {
    assert.equal(rules[descriptor.index]?.id, descriptor.id)
  }
  for (const { descriptor } of toolExecutionNotifications) {
    assert.equal(notifications[descriptor.index]?.id, descriptor.id)
  }
}
