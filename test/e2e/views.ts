// The views beside the editor: the filter of the Problems panel, the outline.
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

  return { filterProblems, outline }
}
