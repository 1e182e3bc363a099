import assert from 'node:assert/strict'
import * as l10n from '@vscode/l10n'
import { compareReplyCodes } from '../../server/features/compareReplyCodes.ts'
import { fillFirst } from '../../server/features/explanation.ts'
import { reply450Causes } from '../../server/protocol/causes/reply450.ts'
import { reply503Causes } from '../../server/protocol/causes/reply503.ts'
import { waitingTime, whenToRetry } from '../../server/protocol/causes/waitingTime.ts'
import { registeredEnhancedCodes } from '../../server/protocol/enhancedStatusCodes.ts'
import { referenceLabel, rfc } from '../../server/protocol/references.ts'
import { replyCodePair, replyCodePairs } from '../../server/protocol/replyCodePairs.ts'
import { knownReplyCodes, replyCodeFacts } from '../../server/protocol/replyCodes.ts'
import { type StatusFacts, statusFacts } from '../../server/protocol/statusFacts.ts'
import { textsInSources } from './sourceTexts.ts'
import { textsInTables } from './tableTexts.ts'

const mark = '¡'

describe('what the tables tell', () => {
  before('a language in which every text begins with a mark', async () => {
    const texts = [...textsInTables(), ...(await textsInSources())]
    l10n.config({ contents: Object.fromEntries(texts.map(text => [text, `${mark}${text}`])) })
  })

  after(() => l10n.config({ contents: {} }))

  it('is told of every code in the language of the reader', () => {
    const enhanced = registeredEnhancedCodes.flatMap(({ key }) => [`2.${key}`, `4.${key}`, `5.${key}`])
    const unknown = ['299', '399', '419', '429', '439', '499', '509', '571', '4.2.99', '5.9.1', '5.7.606']
    for (const code of [...knownReplyCodes.map(String), ...enhanced, ...unknown]) {
      for (const text of textsOf(facts(code))) assert.ok(text.includes(mark), `${code}: ${text}`)
    }
  })

  it('keeps the words that are compared', () => {
    const { kind, class: its, retry, known } = facts('450')
    assert.deepEqual(
      [kind, its, retry.advice, known],
      ['reply code', 'transient negative completion', 'later', true],
    )
    assert.equal(replyCodeFacts(450)?.status, 'base')
  })

  it('names the class to a reader', () => {
    assert.equal(facts('450').className, `${mark}transient negative completion`)
    assert.equal(facts('4.2.1').className, `${mark}persistent transient failure`)
  })

  it('gives a provider its words, also in the name of a code that only it has', () => {
    assert.equal(facts('5.7.606').name, `Exchange Online: ${mark}the sending IP address is banned`)
  })

  it('is told of every pair in the language of the reader', () => {
    for (const { codes } of replyCodePairs) {
      const pair = replyCodePair(...codes)
      assert.ok(pair)
      const { lead, differences, receiving, serving } = pair
      for (const text of [lead, ...differences, receiving, serving]) assert.ok(text.startsWith(mark), text)
    }
    assert.ok(compareReplyCodes('450', '503')?.lead.startsWith(mark))
  })

  it('fills the places that a sentence of a cause leaves open after it is translated', () => {
    const values = {
      command: 'DATA',
      hello: 'EHLO',
      verb: 'MAIL',
      line: 7,
      code: 550,
      recipient: '<b@c.example>',
    }
    const more = { n: 2, n4: 1, n5: 1, codes: '450, 550', greetingLine: 1, greetingCode: 554 }
    for (const { id, here, next } of [...reply450Causes, ...reply503Causes]) {
      for (const template of [here, next]) {
        const sentence = fillFirst([template], { ...values, ...more })
        assert.ok(sentence.startsWith(mark), id)
        assert.doesNotMatch(sentence, /[{}]/, id)
      }
    }
  })

  it('says when to try again', () => {
    assert.equal(waitingTime('wait 5 minutes'), `${mark}5 minutes`)
    assert.equal(waitingTime('wait 1h'), `${mark}1 hour`)
    assert.equal(whenToRetry('wait 00:00:30'), `${mark}in ${mark}30 seconds`)
    assert.equal(whenToRetry('later'), `${mark}after some minutes`)
  })

  it('leaves the sections of RFCs as they are, and names an appendix', () => {
    assert.equal(referenceLabel(rfc(5321, '4.2')), 'RFC 5321 4.2')
    assert.equal(referenceLabel(rfc(5321, 'F.1')), `${mark}RFC 5321 appendix F.1`)
  })
})

function facts(code: string): StatusFacts {
  const found = statusFacts(code)
  assert.ok(found, code)
  return found
}

function textsOf(told: StatusFacts): readonly string[] {
  return [
    told.name,
    told.className,
    told.meaning,
    ...told.whenYouSeeIt,
    told.clientFix,
    told.serverFix,
    told.chooseWhen ?? mark,
    told.retry.note,
    told.affects,
    told.whoActs,
    told.sessionState,
    told.forTheMessage,
  ]
}
