import assert from 'node:assert/strict'
import { join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkedJson, deferred } from './checking.ts'
import { cli, lines, temporaryFolder, version } from './running.ts'
import { checkedSarif, schemaErrors } from './sarif.ts'

const mistakes = join('examples', 'classic-mistakes.smtp')

describe('smtp-transcript check --format sarif', () => {
  const folder = temporaryFolder()
  const file = folder.file('a.smtp', deferred)
  const clean = folder.file('clean.smtp', lines('S: 220 mx ESMTP', 'C: QUIT', 'S: 221 bye'))

  it('is a valid log of one run for the classic mistakes, with the places that json has', () => {
    const { version: format, runs, ...others } = checkedSarif(mistakes)
    assert.equal(format, '2.1.0')
    assert.equal(runs.length, 1)
    assert.match(JSON.stringify(others), /^\{"\$schema":"https:[^"]*sarif-schema-2\.1\.0\.json"\}$/)
    const [{ tool, columnKind, results }] = runs
    assert.deepEqual([tool.driver.name, tool.driver.version], ['smtp-transcript', version])
    assert.equal(columnKind, 'utf16CodeUnits')
    assert.ok(results.length >= 6)
    assert.deepEqual(
      results.map(({ ruleId, message, locations: [{ physicalLocation }], properties }) => {
        const { startLine, startColumn, endLine, endColumn } = physicalLocation.region
        return [ruleId, message.text, startLine, startColumn, endLine, endColumn, properties.fault]
      }),
      checkedJson(mistakes).problems.map(one => [
        ...[one.rule, one['message'], one['line'], one['column'], one['endLine'], one['endColumn']],
        one['fault'],
      ]),
    )
  })

  it('prints each field of a result', () => {
    const [{ results }] = checkedSarif(file).runs
    const [result] = results
    assert.ok(result)
    const { message, ruleIndex: _index, relatedLocations = [], fixes = [], ...others } = result
    const { partialFingerprints, ...fields } = others
    const artifactLocation = { uri: pathToFileURL(file).href }
    const at = (startLine: number, startColumn: number, endLine: number, endColumn: number) => ({
      startLine,
      startColumn,
      endLine,
      endColumn,
    })
    assert.match(message.text, /^[A-Z].*\.$/)
    assert.deepEqual(fields, {
      ruleId: 'sequence/data-after-all-rcpt-refused',
      level: 'warning',
      locations: [{ physicalLocation: { artifactLocation, region: at(8, 4, 8, 8) } }],
      properties: { fault: 'client' },
    })
    assert.deepEqual(Object.keys(partialFingerprints), ['ruleAndLine/v1'])
    const [related] = relatedLocations
    assert.ok(related)
    assert.match(related.message.text, /^[A-Z].*\.$/)
    assert.deepEqual(related.physicalLocation.artifactLocation, artifactLocation)
    assert.deepEqual(
      fixes.find(({ description }) => description.text === 'Insert another RCPT TO before DATA'),
      {
        description: { text: 'Insert another RCPT TO before DATA' },
        artifactChanges: [
          {
            artifactLocation,
            replacements: [
              {
                deletedRegion: at(8, 1, 8, 1),
                insertedContent: { text: 'C: RCPT TO:<>\nS: 250 2.1.5 Ok\n' },
              },
            ],
          },
        ],
      },
    )
  })

  it('has an empty list of results for a file without problems', () => {
    const { status, error } = cli('check', '--format', 'sarif', clean)
    assert.deepEqual([status, error], [0, ''])
    const [{ results, artifacts, invocations }] = checkedSarif(clean).runs
    assert.deepEqual(results, [])
    assert.deepEqual(
      artifacts.map(({ location }) => location.uri),
      [pathToFileURL(clean).href],
    )
    assert.deepEqual(invocations, [
      { executionSuccessful: true, ruleConfigurationOverrides: [], toolExecutionNotifications: [] },
    ])
  })

  it('tells several files apart, and names each once', () => {
    const [{ results, artifacts }] = checkedSarif(file, mistakes, clean, join('.', mistakes)).runs
    const uris = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation.uri)
    assert.deepEqual([...new Set(uris)], [pathToFileURL(file).href, 'examples/classic-mistakes.smtp'])
    assert.equal(artifacts.length, 3)
  })

  it('tells of a file that cannot be read, and goes on', () => {
    const missing = folder.file('no {such} file.smtp')
    const { status, error } = cli('check', '--format', 'sarif', missing, file)
    assert.equal(status, 2)
    assert.match(error, /^smtp-transcript: [^\n]*file\.smtp: [^\n]+\n$/)
    const [{ results, artifacts, invocations }] = checkedSarif(missing, file).runs
    assert.equal(results.length, 2)
    assert.equal(artifacts.length, 1)
    const [{ executionSuccessful, toolExecutionNotifications }] = invocations
    assert.equal(executionSuccessful, false)
    assert.deepEqual(toolExecutionNotifications, [
      {
        descriptor: { id: 'file-not-read', index: 0 },
        level: 'error',
        message: { text: `${missing.replace('{such}', '{{such}}')}: there is no such file` },
        locations: [{ physicalLocation: { artifactLocation: { uri: pathToFileURL(missing).href } } }],
      },
    ])
    assert.equal(checkedSarif(missing).runs[0].results.length, 0)
  })

  it('tells of a file without any session', () => {
    const [{ invocations }] = checkedSarif(folder.file('note.txt', 'Just a note.\n')).runs
    const [{ executionSuccessful, toolExecutionNotifications }] = invocations
    assert.equal(executionSuccessful, true)
    assert.deepEqual(
      toolExecutionNotifications.map(({ descriptor, level }) => [descriptor.id, level]),
      [['no-session', 'warning']],
    )
  })

  it('lists no more results than it may, and says how many it leaves out', () => {
    const [{ results, invocations }] = checkedSarif('--max-problems', '1', file).runs
    assert.equal(results.length, 1)
    assert.deepEqual(
      invocations[0].toolExecutionNotifications.map(({ descriptor, level, message }) => [
        descriptor.id,
        level,
        message.text,
      ]),
      [['problems-left-out', 'note', '1 more problem is not shown (--max-problems 1)']],
    )
  })

  it('says that it leaves fixes out, where there are so many that working them out would take minutes', () => {
    const said = ['S: 220 mx ESMTP', 'C: EHLO c', 'S: 250 mx']
    const wrong = ['C: MAIL FROM:<a@x>', 'S: 250 ok', 'C: DATA', 'S: 503 no', 'C: RSET', 'S: 250 ok']
    for (let count = 0; count < 700; count++) said.push(...wrong)
    const [{ results, invocations }] = checkedSarif(folder.file('many.smtp', lines(...said))).runs
    assert.equal(results.length, 700)
    assert.ok(results.every(({ fixes }) => fixes === undefined))
    assert.deepEqual(
      invocations[0].toolExecutionNotifications.map(({ descriptor }) => descriptor.id),
      ['fixes-left-out'],
    )
    const prints = results.map(({ partialFingerprints }) => partialFingerprints['ruleAndLine/v1'])
    assert.equal(new Set(prints).size, prints.length)
  })

  it('says how the rules were asked where that differs from their defaults', () => {
    const asked = [
      '--rule',
      'sequence/data-after-all-rcpt-refused=hint',
      '--rule',
      'sequence/nested-mail=off',
    ]
    const [{ results, invocations }] = checkedSarif(...asked, file).runs
    assert.equal(results[0]?.level, 'note')
    const [{ ruleConfigurationOverrides }] = invocations
    assert.deepEqual(
      ruleConfigurationOverrides.map(({ descriptor, configuration }) => [descriptor.id, configuration]),
      [
        ['sequence/data-after-all-rcpt-refused', { enabled: true, level: 'note' }],
        ['sequence/nested-mail', { enabled: false, level: 'error' }],
      ],
    )
    const [strict] = checkedSarif('--profile', 'strict', file).runs
    assert.ok(strict.invocations[0].ruleConfigurationOverrides.every(one => one.configuration.enabled))
    assert.ok(strict.invocations[0].ruleConfigurationOverrides.length > 0)
    const [lenient] = checkedSarif('--profile', 'lenient', file).runs
    assert.deepEqual(lenient.results, [])
    assert.ok(lenient.invocations[0].ruleConfigurationOverrides.every(one => !one.configuration.enabled))
  })

  describe('names a file', () => {
    const deferredAt = (name: string) => {
      const [{ results }] = checkedSarif(name).runs
      return results[0]?.locations[0].physicalLocation.artifactLocation
    }

    it('that was named by a path from here, relative to %SRCROOT%', () => {
      const location = { uri: 'examples/classic-mistakes.smtp', uriBaseId: '%SRCROOT%' }
      for (const path of [mistakes, `./${mistakes}`, join('examples', '..', mistakes)]) {
        assert.deepEqual(deferredAt(path), location)
      }
    })

    it('that was named by an absolute path, or lies outside, by a file: URI', () => {
      assert.deepEqual(deferredAt(resolve(mistakes)), { uri: pathToFileURL(mistakes).href })
      assert.deepEqual(deferredAt(relative('.', file)), { uri: pathToFileURL(file).href })
    })

    it('with every octet encoded that a URI cannot hold', () => {
      const odd = folder.file('50% of #1? ü\u{1f600}.smtp', deferred)
      assert.match(deferredAt(odd)?.uri ?? '', /\/50%25%20of%20%231%3F%20%C3%BC%F0%9F%98%80\.smtp$/)
      const [{ invocations }] = checkedSarif('no such: 50%/ü \ud800#.smtp').runs
      const [missing] = invocations[0].toolExecutionNotifications
      assert.deepEqual(missing?.locations?.[0]?.physicalLocation.artifactLocation, {
        uri: 'no%20such%3A%2050%25/%C3%BC%20%EF%BF%BD%23.smtp',
        uriBaseId: '%SRCROOT%',
      })
    })
  })

  it('is proved to be valid by a schema that finds what is wrong', () => {
    const log = () => JSON.parse(cli('check', '--format', 'sarif', file).output)
    assert.deepEqual(schemaErrors(log()), [])
    const breaks: readonly [RegExp, (run: ReturnType<typeof log>) => void][] = [
      [/level must be equal to one of the allowed values/, run => (run.results[0].level = 'hint')],
      [/required property 'message'/, run => delete run.results[0].message],
      [/startLine must be >= 1/, run => (run.results[0].locations[0].physicalLocation.region.startLine = 0)],
      [/additional properties/, run => (run.results[0].file = 'a.smtp')],
      [/uri must match format/, run => (run.artifacts[0].location.uri = 'a file.smtp')],
      [/helpUri must match format/, run => (run.tool.driver.rules[0].helpUri = 'RFC 5321')],
      [/columnKind must be equal/, run => (run.columnKind = 'bytes')],
      [/required property 'executionSuccessful'/, run => delete run.invocations[0].executionSuccessful],
      [/must NOT have duplicate items/, run => run.artifacts.push(run.artifacts[0])],
    ]
    for (const [error, breakIt] of breaks) {
      const broken = log()
      breakIt(broken.runs[0])
      assert.match(schemaErrors(broken).join('\n'), error)
    }
  })
})
