// The views beside the editor: the filter of the Problems panel, the outline, completion in the settings.
import type { Page } from 'playwright-core'
import { visibleText } from './visibleText.ts'
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

  /** Settled when the walkthrough that is open has a step of that name, and shows its picture. */
  async function walkthrough(step: string): Promise<void> {
    const content = page.locator('.gettingStartedContainer')
    await until(page, `the step "${step}" of a walkthrough`, async () => {
      await content.getByText(step, { exact: true }).first().waitFor({ timeout: RETRY })
      return content.locator('.getting-started-media img').first().isVisible()
    })
  }

  /** Makes room for the text. */
  async function hidePanel(): Promise<void> {
    const panel = page.locator('.part.panel')
    await until(page, 'the panel to go', async () => {
      if (await panel.isVisible()) await page.keyboard.press('Control+J')
      return !(await panel.isVisible())
    })
  }

  /** Writes a setting with an object into the settings file that is being opened, and a key; settled when one is suggested. */
  async function completeInSettings(setting: string, typed: string, suggested: string): Promise<void> {
    const rows = page.locator('.suggest-widget.visible .monaco-list-row')
    await until(page, 'the settings', async () => (await visibleText(page)).includes('workbench.'))
    // Written once more as long as the editor takes no keys, or does not know the settings yet.
    await until(page, `the suggestion ${suggested}`, async () => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+A')
      await page.keyboard.press('Delete')
      await page.keyboard.type(`{"${setting}": {"${typed}`, { delay: 20 })
      await page.keyboard.press('Control+Space')
      await rows.filter({ hasText: suggested }).first().waitFor({ timeout: RETRY })
      return true
    })
  }

  /** Adds a setting behind all others of the settings file that is being opened, where it overrules them, and saves it. */
  async function addSetting(setting: string, value: unknown): Promise<void> {
    const line = `,"${setting}": ${JSON.stringify(value)}`
    await until(page, 'the settings', async () => (await visibleText(page)).includes('workbench.'))
    await until(page, `the setting ${setting}`, async () => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+End')
      await page.keyboard.press('ArrowLeft')
      // Not typed, for the editor would close each quotation mark itself.
      if (!(await visibleText(page)).includes(line)) await page.keyboard.insertText(`${line}\n`)
      return (await visibleText(page)).includes(line)
    })
    await page.keyboard.press('Control+S')
  }

  return { filterProblems, outline, walkthrough, hidePanel, completeInSettings, addSetting }
}
