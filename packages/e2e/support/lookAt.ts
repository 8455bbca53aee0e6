import { Locator } from '@playwright/test';
import { changeLook, Look, Translate, translate } from './looks';
import { faultsOf } from './screens';
import { seriousViolations } from './seriousViolations';
import { settled } from './settled';
import { expect, test as base } from './test';

/** A thing of ours, found by its words in a language. */
export type Part = (t: Translate) => Locator;

/**
 * Looks at an open screen or dialog in both languages of the theme that the test is in: what axe says (not on a phone, where things
 * are the same), English left in Chinese, texts without room. All that is found is said at the end of the test.
 */
export const test = base.extend<{
  lookAt: (
    name: string,
    part: Part,
    /** Opens it, where it closes with a change of the language, or waits for it. */
    openIt?: (t: Translate, look: Look) => Promise<void>,
  ) => Promise<void>;
}>({
  lookAt: async ({ page, look: { theme } }, use) => {
    await use(async (name, part, openIt) => {
      const width = page.viewportSize()!.width;
      // English is the last, for that is what the test goes on with.
      for (const language of ['zh', 'en'] as const) {
        const look: Look = { theme, language };
        await changeLook(page, look);
        await openIt?.(translate(look), look);
        const it = part(translate(look)).first();
        await expect(it).toBeVisible();
        await settled(it);
        const found = await faultsOf(it, look);
        if (width > 400) found.push(...(await seriousViolations(it)));
        expect
          .soft(found, `${name}, ${width} px, ${theme}, ${language}`)
          .toEqual([]);
      }
    });
  },
});

export { expect };
