import assert from 'node:assert/strict'
import { EventEmitter, once } from 'node:events'
import {
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DiagnosticSeverity,
  DidChangeConfigurationNotification,
  RegistrationRequest,
} from 'vscode-languageserver-protocol/node'
import {
  type ClientOptions,
  codeActions,
  diagnosticsOf,
  type LanguageServer,
  open,
  pulling,
  pushedFor,
  report,
  startServer,
  stopServer,
} from './languageServer.ts'
import { nestedMail } from './transcripts.ts'

const uri = 'file:///folder/session.smtp'
const off = { rules: { 'sequence/nested-mail': 'off' } }
const hint = { rules: { 'sequence/nested-mail': 'hint' } }

describe('the settings of the rules', () => {
  let server: LanguageServer

  async function start(options: ClientOptions): Promise<void> {
    server = await startServer(options)
  }

  afterEach(async () => {
    assert.equal(await stopServer(server), 0)
    assert.deepEqual(server.errors, [])
  })

  function configure(smtp: unknown): Promise<void> {
    return server.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { smtp } })
  }

  async function severities(): Promise<readonly unknown[]> {
    return (await diagnosticsOf(server, uri)).map(({ severity }) => severity)
  }

  it('hold from the start, and change when the client says so', async () => {
    await start({ capabilities: pulling, initializationOptions: { settings: off } })
    await open(server, uri, nestedMail)
    assert.deepEqual(await severities(), [])
    await configure(hint)
    assert.deepEqual(await severities(), [DiagnosticSeverity.Hint])
    await configure({ profile: 'lenient' })
    assert.deepEqual(await severities(), [DiagnosticSeverity.Error])
  })

  it('are another result, for the client that has one of before', async () => {
    await start({ capabilities: pulling })
    await open(server, uri, nestedMail)
    const { resultId } = await report(server, uri)
    await configure(hint)
    const next = await report(server, uri, resultId)
    assert.equal(next.kind, 'full')
    assert.equal((await report(server, uri, next.resultId)).kind, 'unchanged')
  })

  it('keep the fixes: a rule that is only a hint has them, too', async () => {
    await start({ capabilities: pulling, initializationOptions: { settings: hint } })
    await open(server, uri, nestedMail)
    const actions = await codeActions(server, uri, await diagnosticsOf(server, uri))
    assert.ok(actions?.some(({ title }) => title === 'Insert RSET before MAIL'))
  })

  it('are pushed again to a client that does not ask', async () => {
    await start({})
    await open(server, uri, nestedMail)
    const { diagnostics } = await pushedFor(server, uri, 1)
    assert.equal(diagnostics[0]?.severity, DiagnosticSeverity.Error)
    await configure(hint)
    const again = await pushedFor(server, uri, 1, server.pushed.length)
    assert.equal(again.diagnostics[0]?.severity, DiagnosticSeverity.Hint)
  })

  it('are asked for where the client can be asked, which is then told to ask for diagnostics again', async () => {
    const events = new EventEmitter()
    const refreshed = once(events, 'refreshed')
    await start({
      capabilities: {
        ...pulling,
        workspace: {
          configuration: true,
          didChangeConfiguration: { dynamicRegistration: true },
          diagnostics: { refreshSupport: true },
        },
      },
      listen(connection) {
        connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
          events.emit('registered', registrations)
        })
        connection.onRequest(ConfigurationRequest.type, ({ items }) =>
          items.map(({ section }) => section === 'smtp' && hint),
        )
        connection.onRequest(DiagnosticRefreshRequest.type, () => {
          events.emit('refreshed')
        })
      },
    })
    await refreshed
    await open(server, uri, nestedMail)
    assert.deepEqual(await severities(), [DiagnosticSeverity.Hint])
  })

  for (const [what, settings] of [
    ['no object', 'strict'],
    ['an unknown profile', { profile: 'kind' }],
    ['an unknown rule', { rules: { 'sequence/no-such-rule': 'error' } }],
    ['an unknown severity', { rules: { 'sequence/nested-mail': 'fatal' } }],
    ['a list of rules', { rules: ['sequence/nested-mail'] }],
    ['nothing', null],
  ] as const) {
    it(`are the default where they are ${what}`, async () => {
      await start({ capabilities: pulling })
      await configure(settings)
      await open(server, uri, nestedMail)
      assert.deepEqual(await severities(), [DiagnosticSeverity.Error])
    })
  }
})
