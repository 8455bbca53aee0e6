import type { Locator } from '@playwright/test';
import axe from 'axe-core';

/**
 * What axe finds in a part of the page that is serious or critical, as `rule: element`. It runs in the page, once brought there:
 * its binding for Playwright takes five times as long, for it opens a page for each check.
 */
export async function seriousViolations(part: Locator): Promise<string[]> {
  if (!(await part.page().evaluate(() => 'axe' in window)))
    await part.page().evaluate(axe.source);
  return part.evaluate(async element => {
    // Half faded in, nothing has the contrast that it is going to have. What goes with scrolling or for ever has no end.
    const changes = document
      .getAnimations()
      .filter(
        ({ effect, timeline, playState }) =>
          timeline === document.timeline &&
          playState === 'running' &&
          effect?.getComputedTiming().endTime !== Infinity,
      )
      .map(it => it.finished);
    await Promise.allSettled(changes);
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
