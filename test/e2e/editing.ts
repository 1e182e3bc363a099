// What a person does with the text itself: types, renames, presses what stands between the lines.
import type { Page } from 'playwright-core'
import { areaOf, visibleText } from './visibleText.ts'
import { RETRY, until } from './waiting.ts'

/** Gives the hands to edit the file that is open in the workbench that a page shows. */
export function editingOn(page: Page) {
  const suggestions = page.locator('.suggest-widget.visible .monaco-list-row')

  /** Puts the cursor on the first occurrence of a text. */
  async function cursorOn(text: string): Promise<void> {
    await until(page, `${text} to be clicked`, async () => {
      await page.keyboard.press('Escape')
      const area = await areaOf(page, text)
      if (area === undefined) return undefined
      await page.mouse.click(area.x + 3, area.y + area.height / 2)
      return true
    })
  }

  /** Types at the end of the line with a text, where what is typed has not got there yet. */
  async function typeBehind(text: string, typed: string, begins: string): Promise<void> {
    await cursorOn(text)
    await page.keyboard.press('End')
    await page.keyboard.type(typed, { delay: 20 })
    await until(page, `"${begins}" behind ${text}`, async () => (await visibleText(page)).includes(begins))
  }

  /** Asks for suggestions; gives the labels when they fit. */
  async function suggested(
    what: string,
    fits: (labels: readonly string[]) => boolean,
  ): Promise<readonly string[]> {
    return until(page, `${what} among the suggestions`, async () => {
      if (!(await suggestions.first().isVisible())) await page.keyboard.press('Control+Space')
      await suggestions.first().waitFor({ timeout: RETRY })
      const labels = (await suggestions.allInnerTexts()).map(label => label.replace(/\s+/g, ' ').trim())
      return fits(labels) && labels
    })
  }

  /** Renames what the cursor is put on. */
  async function rename(text: string, name: string): Promise<void> {
    const input = page.locator('.rename-box input')
    await until(page, `a box to rename ${text}`, async () => {
      await cursorOn(text)
      await page.keyboard.press('F2')
      await input.waitFor({ timeout: RETRY })
      return true
    })
    await input.fill(name)
    await input.press('Enter')
  }

  /** What stands above the lines, when it fits. */
  async function lenses(
    what: string,
    fits: (texts: readonly string[]) => boolean,
  ): Promise<readonly string[]> {
    const shown = page.locator('.editor-group-container.active .codelens-decoration')
    return until(page, `${what} above the lines`, async () => {
      const texts = (await shown.allInnerTexts()).map(text => text.replace(/\s+/g, ' ').trim())
      return fits(texts) && texts
    })
  }

  /** Presses the first of those above the lines that says something. */
  async function pressLens(says: string): Promise<void> {
    const lens = page
      .locator('.editor-group-container.active .codelens-decoration a')
      .filter({ hasText: says })
    await until(page, `"${says}" to be pressed`, async () => {
      await lens.first().click({ timeout: RETRY })
      return true
    })
  }

  /** The texts of both sides of the view of differences, when they fit. */
  async function difference(
    what: string,
    fits: (before: string, after: string) => boolean,
  ): Promise<readonly [string, string]> {
    const side = (name: string) => page.locator(`.monaco-diff-editor .editor.${name} .view-lines`)
    return until(page, `${what} in the view of differences`, async () => {
      const [before = '', after = ''] = await Promise.all(
        ['original', 'modified'].map(async name =>
          (await side(name).first().innerText({ timeout: RETRY })).replaceAll('\u00a0', ' '),
        ),
      )
      return fits(before, after) && [before, after]
    })
  }

  return { cursorOn, typeBehind, suggested, rename, lenses, pressLens, difference }
}
