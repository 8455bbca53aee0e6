import { expect, Locator } from '@playwright/test';

/**
 * Waits until a part of the page moves and fades no more, and is still there: a menu that is closing goes by the role of the dialog
 * that it has opened, and half faded in, nothing has the contrast that it is going to have.
 */
export async function settled(part: Locator): Promise<void> {
  await expect(part).toHaveCount(1);
  const isSettled = () =>
    part.evaluate(async element => {
      // What goes with scrolling or for ever has no end.
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
      // What is taken away at the end of its animation is gone with the next frame.
      await new Promise(resolve => requestAnimationFrame(resolve));
      return element.isConnected && element.checkVisibility();
    });
  await expect.poll(isSettled).toBe(true);
}
