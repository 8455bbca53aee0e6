// One visit of one page: opened, then everything a user does there, frame by frame.
import { framesOf } from './driveCanvas.mjs';
import { canvasSize } from './openPages.mjs';

/** In this order: undo takes back what drag and connect have done. */
export const ACTIONS = [
  { type: 'pan', steps: 60 },
  { type: 'drag', node: 'n22', steps: 60 },
  { type: 'connect', node: 'n1', to: 'n43', steps: 60 },
  // More to undo; a step each.
  ...['n3', 'n24', 'n45'].map(node => ({
    type: 'prepare',
    of: 'drag',
    node,
    steps: 5,
  })),
  { type: 'undo', count: 5 },
];

/**
 * Opens with `open(page)`, which resolves to milliseconds. Resolves to `{ opened, size, frames: { [action]: milliseconds[] } }`.
 */
export async function measurePage(browser, open, watch) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  try {
    const opened = await open(page);
    const size = await canvasSize(page);
    // What was begun with the first paint is done.
    await page.evaluate(
      () => new Promise(resolve => requestIdleCallback(() => resolve())),
    );
    const frames = {};
    for (const action of ACTIONS) {
      for (const id of [action.node, action.to].filter(Boolean)) {
        // In view again, where only nodes in view are in the page.
        await page.waitForSelector(
          `.react-flow__node[data-id="${id}"] .react-flow__handle`,
          { state: 'attached' },
        );
      }
      const { type, of = type } = action;
      const run = () => page.evaluate(framesOf, { ...action, type: of });
      const times = await (watch ? watch(page, action, run) : run());
      if (of === type) frames[type] = times;
    }
    return { opened, size, frames };
  } finally {
    await context.close();
  }
}
