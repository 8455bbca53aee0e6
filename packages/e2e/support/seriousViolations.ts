import type { Locator } from '@playwright/test';
import axe from 'axe-core';
import { settled } from './settled';

/**
 * What axe finds in a part of the page that is serious or critical, as `rule: element`. It runs in the page, once brought there:
 * its binding for Playwright takes five times as long, for it opens a page for each check.
 */
export async function seriousViolations(part: Locator): Promise<string[]> {
  await settled(part);
  if (!(await part.page().evaluate(() => 'axe' in window)))
    await part.page().evaluate(axe.source);
  return part.evaluate(async element => {
    const { violations } = await window.axe.run(element, {
      resultTypes: ['violations'],
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0].html}`);
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
