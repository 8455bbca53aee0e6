// The two pages as a user opens them, each with the time until it can be used.

/** Name of the pipeline with so many nodes. */
export const nameOf = nodes => `bench-editor-${nodes}`;

/** The plain page, with a canvas of that size: loaded anew; resolves to milliseconds. */
export async function openPlain(page, url, nodes, { width, height }) {
  const start = performance.now();
  await page.goto(`${url}/?nodes=${nodes}&width=${width}px&height=${height}px`);
  return whenDrawn(page, start);
}

/** How much room the canvas of a page has, in CSS pixels. */
export function canvasSize(page) {
  return page.evaluate(() => {
    const { width, height } = document
      .querySelector('.react-flow')
      .getBoundingClientRect();
    return { width, height };
  });
}

/** From the overview of the entity to the first node of its tab, as a user goes there, then into the edit; resolves to milliseconds. */
export async function openOurs(page, url, nodes) {
  await page.goto(`${url}/catalog/default/component/${nameOf(nodes)}`);
  const tab = page.getByRole('link', { name: 'Pipeline', exact: true });
  await tab.waitFor();
  await page.waitForLoadState('networkidle');
  const start = performance.now();
  await tab.click();
  const time = await whenDrawn(page, start);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('complementary', { name: 'Connectors' }).waitFor();
  await page.waitForFunction(() =>
    document.querySelector('.react-flow__handle.connectable'),
  );
  await page.waitForLoadState('networkidle');
  return time;
}

/** The first node is there, and the page has time for an answer. */
async function whenDrawn(page, start) {
  await page.waitForFunction(
    () => {
      const node = document.querySelector('.react-flow__node');
      return node && getComputedStyle(node).visibility === 'visible';
    },
    undefined,
    { polling: 'raf', timeout: 60_000 },
  );
  await page.evaluate(
    () =>
      new Promise(resolve => {
        requestAnimationFrame(() => setTimeout(resolve));
      }),
  );
  return performance.now() - start;
}
