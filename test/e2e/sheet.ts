import type { Page } from './browser/page.ts'

const MISSING = { role: 'button', name: '到下一处' }

/** Goes through what the sheet still lacks, from row to row with Enter: a share where there is none. */
export async function fillTheRest(page: Page): Promise<void> {
  while ((await page.count(MISSING)) > 0) {
    const taskId = String(await page.eval(`document.activeElement.closest('tr').dataset.row`))
    if ((await page.eval('document.activeElement.value')) === '') await page.type('50')
    await page.press('Enter')
    await page.waitFor(`tr[data-row="${taskId}"] .checked`)
  }
}
