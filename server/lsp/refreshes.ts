import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver'

/** What a client asks for once more when it is told to. */
export interface Refreshes {
  readonly tokens: boolean
  readonly hints: boolean
  readonly lenses: boolean
}

/** What a client says that it can be asked to ask for again. */
export function refreshesOf({ workspace }: ClientCapabilities): Refreshes {
  return {
    tokens: workspace?.semanticTokens?.refreshSupport === true,
    hints: workspace?.inlayHint?.refreshSupport === true,
    lenses: workspace?.codeLens?.refreshSupport === true,
  }
}

/** Has the client ask again for what it shows in the text, where it can. One that goes away meanwhile does not answer. */
export function refreshShown(connection: Connection, { tokens, hints, lenses }: Refreshes): void {
  const ignore = () => undefined
  if (tokens) connection.languages.semanticTokens.refresh().catch(ignore)
  if (hints) connection.languages.inlayHint.refresh().catch(ignore)
  if (lenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(ignore)
}
