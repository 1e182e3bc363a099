// The views beside the editor: the filter of the Problems panel, the outline, completion in the settings.
import type { Page } from 'playwright-core'
import { RETRY, until } from './waiting.ts'

/** Gives the hands to use the views of the workbench that a page shows. */
export function viewsOn(page: Page) {
  /** Types into the filter of the Problems panel, which is open. */
  async function filterProblems(text: string): Promise<void> {
    const filter = page.getByPlaceholder(/^Filter \(e\.g\./)
    await until(page, `the filter "${text}"`, async () => {
      await filter.fill(text, { timeout: RETRY })
      return (await filter.inputValue()) === text
    })
  }

  /** Shows the outline; gives what stands in it when one entry begins with a text. */
  async function outline(begins: string, show: () => Promise<void>): Promise<readonly string[]> {
    const items = page.locator('.outline-tree [role=treeitem]')
    return until(page, `an outline with "${begins}"`, async () => {
      if (!(await items.first().isVisible())) await show()
      const texts = (await items.allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim())
      return texts.some(text => text.startsWith(begins)) && texts
    })
  }

  /** Adds a setting with an object to the open settings file, begins a key in it; settled when a key is suggested. */
  async function completeInSettings(setting: string, typed: string, suggested: string): Promise<void> {
    const widget = page.locator('.suggest-widget.visible')
    const rows = widget.locator('.monaco-list-row')
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Control+ArrowRight')
    await page.keyboard.type(`\n"${setting}": {},`, { delay: 20 })
    for (const _ of '},') await page.keyboard.press('ArrowLeft')
    await page.keyboard.type(`"${typed}`, { delay: 20 })
    await until(page, `the suggestion ${suggested}`, async () => {
      // What was asked for before the editor knew the settings says that there is nothing, and stays.
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Space')
      await rows.first().waitFor({ timeout: RETRY })
      return (await rows.allInnerTexts()).some(label => label.includes(suggested))
    })
  }

  return { filterProblems, outline, completeInSettings }
}
