import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver'
import type { Runtime } from './runtime.ts'

/** Milliseconds that work may take at a time: what arrives meanwhile, as that nobody wants it any more, waits no longer. */
const slice = 8

/** Whether the time for a slice that begins now is over. */
export function sliceOf({ now }: Runtime): () => boolean {
  const end = now() + slice
  return () => now() >= end
}

/** What a request is answered that the client has cancelled. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
}

/** Makes something of each item, in slices. Throws what tells that the request was cancelled. */
export async function mapInSlices<T, R>(
  runtime: Runtime,
  items: readonly T[],
  make: (item: T, index: number) => R,
  token: CancellationToken,
): Promise<R[]> {
  const made: R[] = []
  const left = items.entries()
  const isDone = await inSlices(
    runtime,
    isOver => {
      for (const [index, item] of left) {
        made.push(make(item, index))
        if (isOver()) return made.length === items.length
      }
      return true
    },
    () => token.isCancellationRequested,
  )
  if (!isDone) throw cancelled()
  return made
}

/**
 * Does work in slices, between which the connection has its turn.
 *
 * @param work does some of it until `isOver`, and says whether all is done
 * @param isVain nobody wants it any more
 * @returns whether it was done
 */
export function inSlices(
  runtime: Runtime,
  work: (isOver: () => boolean) => boolean,
  isVain: () => boolean,
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    function step(): void {
      try {
        if (isVain()) resolve(false)
        else if (work(sliceOf(runtime))) resolve(true)
        else runtime.defer(step)
      } catch (error) {
        reject(error)
      }
    }
    step()
  })
}
