import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { inWorkshop } from '../../scripts/lib/root.mjs'

/** An upper bound for what a busy machine may need; nothing ever waits that long without a reason to fail. */
const PATIENCE = 30_000

/** How long something that shows up by itself is given before it is asked for once more, in milliseconds. */
export const RETRY = 3000

/** Saves what the page shows now; gives the file. */
export async function saveScreenshot(page: Page, name: string): Promise<string> {
  mkdirSync(inWorkshop('screenshots'), { recursive: true })
  const file = inWorkshop('screenshots', `${name.replace(/[^A-Za-z0-9]+/g, '-')}.png`)
  await page.screenshot({ path: file, animations: 'disabled' })
  return file
}

/**
 * Tries again until something holds.
 * @param what completes the sentence "waited in vain for ..."
 * @param attempt gives `undefined` or `false`, or throws, as long as it does not hold
 * @returns what the attempt gave at last
 */
export async function until<T>(
  page: Page,
  what: string,
  attempt: () => Promise<T | undefined | false>,
): Promise<T> {
  const deadline = Date.now() + PATIENCE
  let obstacle = ''
  do {
    try {
      const found = await attempt()
      if (found !== undefined && found !== false) return found
      obstacle = ''
    } catch (error) {
      // Playwright adds a long log to its first line.
      obstacle = error instanceof Error ? ` (${error.message.split('\n', 1)[0]})` : ''
    }
    await nextFrame(page)
  } while (Date.now() < deadline)
  const screenshot = await saveScreenshot(page, `failed ${what}`.slice(0, 80))
  throw new Error(`Waited in vain for ${what}${obstacle}; see ${screenshot}.`)
}

/** Nothing on the page can have changed before it is painted again. */
async function nextFrame(page: Page): Promise<void> {
  await page.evaluate('new Promise(done => requestAnimationFrame(done))')
}
