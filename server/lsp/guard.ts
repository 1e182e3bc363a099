import type { Connection } from 'vscode-languageserver'

/** Runs what answers a request. What goes wrong is logged, and `fallback` then gives the answer: no error reaches the person. */
export function guarded<P, R>(
  connection: Connection,
  name: string,
  fallback: () => R,
  handler: (params: P) => R,
): (params: P) => R {
  return params => {
    try {
      return handler(params)
    } catch (error) {
      connection.console.error(
        `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      )
      return fallback()
    }
  }
}
