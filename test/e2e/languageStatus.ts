// What stands behind the `{}` of the status bar.
import type { Page } from 'playwright-core'
import { RETRY, until } from './waiting.ts'

/** Gives the hands to use the status of the language, which a hover over its place in the status bar shows. */
export function languageStatusOn(page: Page) {
  const hovers = page.locator('.monaco-hover:visible')
  const quickInput = page.locator('.quick-input-widget')

  /** Rests the pointer on the status of the language until it says something; gives all that is said there. */
  async function languageStatus(says: string): Promise<string> {
    const status = hovers.locator('.hover-language-status').filter({ hasText: says })
    return until(page, `a language status that says "${says}"`, async () => {
      await page.keyboard.press('Escape')
      await page.mouse.move(0, 0)
      await page.locator('[id="status.languageStatus"]').hover({ timeout: RETRY })
      await status.waitFor({ timeout: RETRY })
      return (await status.allInnerTexts()).join(' ').replace(/\s+/g, ' ')
    })
  }

  /** Follows a link in the status of the language that opens a pick list. */
  async function followLinkInLanguageStatus(says: string, link: string): Promise<void> {
    await until(page, `the link "${link}" to be followed`, async () => {
      await languageStatus(says)
      await hovers.getByText(link, { exact: true }).click({ timeout: RETRY })
      await quickInput.waitFor({ timeout: RETRY })
      return true
    })
  }

  return { languageStatus, followLinkInLanguageStatus }
}
