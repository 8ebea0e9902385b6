import type { Page } from '@playwright/test';

/** A page is drawn before it is alive: what is dropped on it until then is the browser's, which opens it. */
async function untilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => history.state?.['sveltekit:history'] !== undefined);
}

/** Drops files or folders of this computer onto the page, as a hand would from its desktop. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await untilAlive(page);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await session.detach();
}

/** Drags a file over the page, and stays there. */
export async function dragOver(page: Page, path: string): Promise<void> {
  await untilAlive(page);
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  await session.detach();
}
