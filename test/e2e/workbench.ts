// What a person does in VS Code, as functions. Each waits for what it is about, and for nothing else.
import type { Locator, Page } from 'playwright-core'
import { editingOn } from './editing.ts'
import { languageStatusOn } from './languageStatus.ts'
import { viewsOn } from './views.ts'
import { areaOf, overlap, visibleText } from './visibleText.ts'
import { RETRY, saveScreenshot, until } from './waiting.ts'

/** What the Problems panel shows. */
export interface Problems {
  /** The number on the panel's tab. */
  readonly count: number
  /** A text for each problem: message, source, code and place, as the row has them. */
  readonly rows: readonly string[]
}

/** The workbench under test. A text of the editor is its first occurrence among the visible lines of the open file. */
export type Workbench = ReturnType<typeof workbenchOn>

/** The text that an element shows, its paragraphs on lines of their own; empty where there is no such element. */
async function textOf(element: Locator): Promise<string> {
  return (await element.allInnerTexts()).join('\n')
}

/** Gives the hands to use the workbench that a page shows. */
export function workbenchOn(page: Page) {
  const waitFor = <T>(what: string, attempt: () => Promise<T | undefined | false>) =>
    until(page, what, attempt)
  const quickInput = page.locator('.quick-input-widget')
  const input = quickInput.locator('input[type=text]')
  const hovers = page.locator('.monaco-hover:visible')
  const actionWidget = page.locator('.action-widget')

  /** Settled when the workbench can be used. */
  async function ready(): Promise<void> {
    await waitFor('the explorer', () =>
      page.locator('.explorer-folders-view [role=treeitem]').first().isVisible(),
    )
  }

  /** Opens a file of the folder. */
  async function openFile(name: string): Promise<void> {
    const tab = page.locator(`.editor-group-container.active .tab.active[data-resource-name="${name}"]`)
    // The label goes on where the file has problems.
    const entry = page.locator(`.explorer-folders-view [role=treeitem][aria-label^="${name}"]`)
    await waitFor(`${name} in the editor`, async () => {
      await page.keyboard.press('Escape')
      if (!(await tab.isVisible())) await entry.dblclick({ timeout: RETRY })
      return (await tab.isVisible()) && (await visibleText(page)) !== ''
    })
  }

  /** Settled when the text is underlined as an error. */
  async function squiggleUnder(text: string): Promise<void> {
    await waitFor(`a squiggle under ${text}`, async () => {
      const area = await areaOf(page, text)
      const squiggles = await page.locator('.squiggly-error').all()
      const boxes = await Promise.all(squiggles.map(squiggle => squiggle.boundingBox()))
      return area !== undefined && boxes.some(box => box !== null && overlap(box, area))
    })
  }

  /** Opens the Problems panel; settled when it fits the expectation. */
  async function problems(what: string, fits: (problems: Problems) => boolean): Promise<Problems> {
    const panel = page.locator('.markers-panel')
    const badge = page.locator('.panel .action-item:has([aria-label^="Problems"]) .badge-content')
    return waitFor(`${what} in the Problems panel`, async () => {
      if (!(await panel.isVisible())) await page.keyboard.press('Control+Shift+M')
      await panel.waitFor({ timeout: RETRY })
      const count = Number(await badge.textContent())
      const rows = await panel.locator('[role=treeitem][aria-level="2"]').allInnerTexts()
      const seen = { count, rows: rows.map(row => row.replace(/\s+/g, ' ').trim()) }
      return fits(seen) && seen
    })
  }

  /** Rests the pointer on the first character of a text until the hover says something; gives all that it says. */
  async function hoverOver(text: string, says: string): Promise<string> {
    const hover = hovers.filter({ hasText: says })
    return waitFor(`a hover over ${text} that says "${says}"`, async () => {
      await page.keyboard.press('Escape')
      await page.mouse.move(0, 0)
      const area = await areaOf(page, text)
      if (area === undefined) return undefined
      await page.mouse.move(area.x + 3, area.y + area.height / 2)
      await hover.waitFor({ timeout: RETRY })
      return textOf(hover)
    })
  }

  /** Follows a link in the hover over a text. */
  async function followLinkInHover(text: string, link: string): Promise<void> {
    await hoverOver(text, link)
    const anchor = hovers.getByText(link, { exact: true })
    await waitFor(`the link "${link}" to be followed`, async () => {
      await anchor.click({ timeout: RETRY })
      return true
    })
  }

  /** Puts the cursor on a text and presses the light bulb; gives the titles in the menu, which stays open. */
  async function openLightBulb(text: string): Promise<readonly string[]> {
    const bulbs = page.locator(
      '.lightBulbWidget, .codicon-gutter-lightbulb, .codicon-gutter-lightbulb-auto-fix',
    )
    const bulb = bulbs.filter({ visible: true }).first()
    return waitFor(`the light bulb at ${text}`, async () => {
      await page.keyboard.press('Escape')
      const area = await areaOf(page, text)
      if (area === undefined) return undefined
      await page.mouse.click(area.x + 3, area.y + area.height / 2)
      await bulb.waitFor({ timeout: RETRY })
      const box = await bulb.boundingBox()
      // A bulb further away is still the one of the cursor's last place.
      if (box === null || Math.abs(box.y - area.y) > 1.5 * area.height) return undefined
      await bulb.click({ timeout: RETRY })
      await actionWidget.waitFor({ timeout: RETRY })
      return actionWidget.locator('.action .title').allInnerTexts()
    })
  }

  /** Puts the cursor on a text and asks by the keyboard; gives the titles of the fixes in the menu. */
  async function fixesByKeyboard(text: string): Promise<readonly string[]> {
    const titles = await waitFor(`the fixes at ${text}`, async () => {
      await page.keyboard.press('Escape')
      const area = await areaOf(page, text)
      if (area === undefined) return undefined
      await page.mouse.click(area.x + 3, area.y + area.height / 2)
      await page.keyboard.press('Control+.')
      await actionWidget.waitFor({ timeout: RETRY })
      return actionWidget.locator('.action .title').allInnerTexts()
    })
    await page.keyboard.press('Escape')
    return titles
  }

  /** Presses the light bulb at a text; gives the titles in its menu, of which it saves a picture. */
  async function quickFixes(text: string, picture: string): Promise<readonly string[]> {
    const titles = await openLightBulb(text)
    await saveScreenshot(page, picture)
    await page.keyboard.press('Escape')
    return titles
  }

  /** Presses the light bulb at a text and chooses. */
  async function applyQuickFix(text: string, title: string): Promise<void> {
    await openLightBulb(text)
    const row = actionWidget.locator('.action', { has: page.getByText(title, { exact: true }) })
    await waitFor(`the fix "${title}" to be chosen`, async () => {
      // The menu takes no click before the pointer has moved.
      const box = await row.boundingBox()
      if (box === null) return undefined
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 2 })
      await row.click({ timeout: RETRY })
      return true
    })
  }

  /** Runs a command from the command palette. */
  async function runCommand(title: string): Promise<void> {
    await waitFor('the command palette', async () => {
      await page.keyboard.press('F1')
      await input.fill(`>${title}`, { timeout: RETRY })
      return (await input.inputValue()) === `>${title}`
    })
    // A palette that was still opening takes the mark away, and is another list then.
    await pick(title, `>${title}`)
  }

  /** Types a label into the pick list that is open and chooses it; settled when the list has gone or has given place to the next. */
  async function pick(label: string, typed = label): Promise<void> {
    const row = quickInput.locator(`.monaco-list-row[aria-label^="${label}"]`).first()
    const before = await waitFor(`${label} in a pick list`, async () => {
      // Of a long list only a part exists on the page.
      if (!(await row.isVisible())) await input.fill(typed, { timeout: RETRY })
      await row.waitFor({ timeout: RETRY })
      const shown = await textOf(quickInput)
      await row.click({ timeout: RETRY })
      return shown
    })
    await waitFor(`the pick list to take ${label}`, async () => {
      return !(await quickInput.isVisible()) || (await textOf(quickInput)) !== before
    })
  }

  /** Types into the command palette and closes it again; gives the titles of the commands that it offers for that. */
  async function offeredCommands(text: string): Promise<readonly string[]> {
    const titles = await waitFor(`commands for ${text}`, async () => {
      await page.keyboard.press('F1')
      await input.fill(`>${text}`, { timeout: RETRY })
      const rows = quickInput.locator('.monaco-list-row .label-name').filter({ hasText: text })
      await rows.first().waitFor({ timeout: RETRY })
      return rows.allInnerTexts()
    })
    await page.keyboard.press('Escape')
    return titles
  }

  /** Settled when a message says something; closes all messages. */
  async function notification(says: string): Promise<void> {
    const toast = page.locator('.notification-toast').filter({ hasText: says })
    await waitFor(`a message that says "${says}"`, () => toast.isVisible())
    await runCommand('Notifications: Clear All Notifications')
  }

  /** Gives the text of a rendered document, a Markdown preview for instance, when it says something. */
  async function renderedText(says: string): Promise<string> {
    return waitFor(`a rendered document that says "${says}"`, async () => {
      // The first frame is the workbench itself.
      const bodies = page
        .frames()
        .slice(1)
        .map(frame => textOf(frame.locator('body')))
      return (await Promise.all(bodies)).find(text => text.includes(says))
    })
  }

  /** Says in which language the open file is written. */
  async function setLanguage(name: string): Promise<void> {
    await runCommand('Change Language Mode')
    await pick(name)
  }

  /** Changes to a light or a dark theme. */
  async function setTheme(kind: 'light' | 'dark'): Promise<void> {
    const wanted = page.locator(kind === 'dark' ? '.monaco-workbench.vs-dark' : '.monaco-workbench.vs')
    if (!(await wanted.isVisible())) await runCommand('Preferences: Toggle between Light/Dark Themes')
    await waitFor(`the ${kind} theme`, () => wanted.isVisible())
  }

  /** Settled when the visible text shows at least so many colours. */
  async function colours(atLeast: number): Promise<void> {
    const tokens = page.locator('.editor-group-container.active .view-line [class*="mtk"]')
    await waitFor(`${atLeast} colours in the text`, async () => {
      const classes = await tokens.evaluateAll((found: readonly { className: string }[]) =>
        found.map(token => token.className),
      )
      return new Set(classes).size >= atLeast
    })
  }

  /** The look of the first visible token that is just this text, up to spaces: equal for what has the same colour and font. */
  async function lookOf(text: string): Promise<string> {
    const tokens = page.locator('.editor-group-container.active .view-line [class*="mtk"]')
    return waitFor(`a token ${text}`, async () => {
      const shown = await tokens.evaluateAll(
        (found: readonly { readonly className: string; readonly textContent: string }[]) =>
          found.map(({ className, textContent }) => ({ className, text: textContent.trim() })),
      )
      return shown.find(token => token.text === text)?.className
    })
  }

  /** Settled when the visible text of the editor fits; gives it. */
  async function editorText(what: string, fits: (text: string) => boolean): Promise<string> {
    return waitFor(`${what} in the editor`, async () => {
      const text = await visibleText(page)
      return fits(text) && text
    })
  }

  /** Saves a picture of the whole window below .vscode-test/screenshots. */
  const screenshot = (name: string) => saveScreenshot(page, name)

  const { outline, addSetting, ...views } = viewsOn(page)

  /** Changes a setting of the user. */
  async function changeSetting(setting: string, value: unknown): Promise<void> {
    await runCommand('Preferences: Open User Settings (JSON)')
    await addSetting(setting, value)
    await runCommand('View: Close Editor')
  }

  return {
    ready,
    openFile,
    squiggleUnder,
    problems,
    hoverOver,
    quickFixes,
    fixesByKeyboard,
    applyQuickFix,
    followLinkInHover,
    runCommand,
    offeredCommands,
    pick,
    notification,
    renderedText,
    setLanguage,
    setTheme,
    colours,
    lookOf,
    editorText,
    screenshot,
    outline: (begins: string) => outline(begins, () => runCommand('Explorer: Focus on Outline View')),
    ...views,
    changeSetting,
    ...languageStatusOn(page),
    ...editingOn(page),
  }
}
