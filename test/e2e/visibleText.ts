// The text that the editor shows, and where on the screen it stands.
import type { Locator, Page } from 'playwright-core'

/** A rectangle on the page, in pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is read of a line's element; the types of the DOM are not known here. */
interface LineElement {
  readonly offsetTop: number
  readonly textContent: string
}

interface VisibleLine {
  readonly text: string
  readonly element: Locator
}

/** The lines in the order in which they are seen; the editor keeps them in the order in which it made them. */
async function visibleLines(page: Page): Promise<readonly VisibleLine[]> {
  const lines = page.locator('.editor-group-container.active .monaco-editor .view-lines .view-line')
  const read = await lines.evaluateAll((elements: readonly LineElement[]) =>
    elements.map(({ offsetTop, textContent }) => ({ offsetTop, textContent })),
  )
  return read
    .map(({ offsetTop, textContent }, index) => {
      // The editor writes no-break spaces.
      const text = textContent.replaceAll('\u00a0', ' ')
      return { offsetTop, text, element: lines.nth(index) }
    })
    .sort((one, other) => one.offsetTop - other.offsetTop)
}

/** The visible lines of the active editor. */
export async function visibleText(page: Page): Promise<string> {
  return (await visibleLines(page)).map(line => line.text).join('\n')
}

/** Where the first occurrence of a text stands, or undefined where it is not to be seen. */
export async function areaOf(page: Page, text: string): Promise<Area | undefined> {
  const line = (await visibleLines(page)).find(candidate => candidate.text.includes(text))
  const box = await line?.element.locator('> span').boundingBox()
  if (line === undefined || box === null || box === undefined) return undefined
  // All characters of the editor's font are equally wide.
  const character = box.width / line.text.length
  return {
    x: box.x + line.text.indexOf(text) * character,
    y: box.y,
    width: text.length * character,
    height: box.height,
  }
}

/** Whether two areas share some room, more than a rounded pixel of it. */
export function overlap(one: Area, other: Area): boolean {
  return (
    one.x + 1 < other.x + other.width &&
    other.x + 1 < one.x + one.width &&
    one.y + 1 < other.y + other.height &&
    other.y + 1 < one.y + one.height
  )
}
