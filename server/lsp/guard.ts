import { type CancellationToken, type Connection, ResponseError } from 'vscode-languageserver'

/**
 * Runs what answers a request, at once or later. What goes wrong is logged, and `fallback` then gives the answer: no
 * error reaches the person, but for the answer that a request was cancelled.
 */
export function guarded<P, R>(
  connection: Connection,
  name: string,
  fallback: () => R,
  handler: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => R | Promise<R> {
  function fail(error: unknown): R {
    if (error instanceof ResponseError) throw error
    connection.console.error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
    return fallback()
  }
  return (params, token) => {
    try {
      const answer = handler(params, token)
      return answer instanceof Promise ? answer.catch(fail) : answer
    } catch (error) {
      return fail(error)
    }
  }
}
