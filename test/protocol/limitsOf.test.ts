import assert from 'node:assert/strict'
import { commandVerbs } from '../../server/protocol/commands.ts'
import { extensionFacts, extensionKeywords, parameterKeywords } from '../../server/protocol/extensions.ts'
import { allLimits } from '../../server/protocol/limits.ts'
import { limitsOf } from '../../server/protocol/limitsOf.ts'
import { saslMechanismNames } from '../../server/protocol/saslMechanisms.ts'

describe('what a limit belongs to', () => {
  it('is an extension for each increase of a command line, with the number of its row', () => {
    for (const keyword of extensionKeywords) {
      const told = limitsOf('extension', keyword).filter(({ kind }) => kind === 'increase')
      const { MAIL, RCPT } = extensionFacts(keyword)?.commandLineIncrease ?? {}
      assert.deepEqual(
        told.map(({ value }) => value),
        [MAIL, RCPT].filter(value => value !== undefined),
        keyword,
      )
    }
  })

  it('is something for all that measures parameters and commands', () => {
    const names = { command: commandVerbs, extension: extensionKeywords, parameter: parameterKeywords }
    const told = new Set([
      ...Object.entries(names).flatMap(([thing, words]) =>
        words.flatMap(word => limitsOf(thing as keyof typeof names, word)),
      ),
      ...saslMechanismNames.flatMap(name => limitsOf('mechanism', name)),
    ])
    // What is left belongs to replies, to the session as a whole, or to no command at all.
    const left = allLimits.filter(limit => !told.has(limit)).map(({ id }) => id)
    assert.deepEqual(left.sort(), [
      'greetingTimeout',
      'greylistRecord',
      'greylistWindow',
      'lmtpPort',
      'replyCode',
      'replyLine',
      'retryGiveUp',
      'retryInterval',
      'smtpPort',
      'submissionPort',
      'submissionReply',
      'submissionsPort',
    ])
  })

  it('is nothing for an unknown word', () => {
    assert.deepEqual(limitsOf('command', 'FROB'), [])
    assert.deepEqual(limitsOf('parameter', 'constructor'), [])
  })
})
