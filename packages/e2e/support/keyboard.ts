import { expect, Locator } from '@playwright/test';

/**
 * Goes with Tab (or Shift+Tab) until a thing has the focus, as one without a mouse does: unlike `focus()` it fails for what no key
 * leads to. With `within`, a thing inside of it will do.
 */
export async function tabTo(
  target: Locator,
  { back = false, within = false }: { back?: boolean; within?: boolean } = {},
) {
  await expect(target).toBeVisible();
  const { keyboard } = target.page();
  const key = back ? 'Shift+Tab' : 'Tab';
  for (let steps = 0; steps < 150; steps++) {
    const there = await target.evaluate(
      (it, inside) =>
        it === document.activeElement ||
        (inside && it.contains(document.activeElement)),
      within,
      { timeout: 15_000 },
    );
    if (there) return;
    await keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${target}`);
}

/** Goes to a thing and presses a key on it. */
export async function pressAt(
  target: Locator,
  key = 'Enter',
  options?: { back?: boolean },
) {
  await tabTo(target, options);
  await target.page().keyboard.press(key);
}

/** Goes to a field and types over what it holds. */
export async function typeInto(
  target: Locator,
  text: string,
  options?: { back?: boolean },
) {
  await tabTo(target, options);
  const { keyboard } = target.page();
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type(text);
}

/** Goes through an open menu by arrows to an entry and takes it. */
export async function chooseByArrows(entry: Locator, key = 'ArrowDown') {
  await expect(entry).toBeVisible();
  for (let steps = 0; steps < 40; steps++) {
    const there = await entry.evaluate(
      it =>
        it === document.activeElement ||
        it.id === document.activeElement?.getAttribute('aria-activedescendant'),
    );
    if (there) {
      await entry.page().keyboard.press('Enter');
      return;
    }
    await entry.page().keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${entry}`);
}

/** Goes by arrows within a group, of which Tab reaches but one, and chooses. */
export async function chooseInGroup(group: Locator, choice: Locator) {
  await tabTo(group, { within: true });
  const isBefore = await choice.evaluate(it =>
    Boolean(
      it.compareDocumentPosition(document.activeElement!) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ),
  );
  await chooseByArrows(choice, isBefore ? 'ArrowLeft' : 'ArrowRight');
}

/** What was open is closed, and the focus is where it was before rather than nowhere. */
export async function expectClosed(what: Locator) {
  await expect(what).toHaveCount(0);
  await expect
    .poll(() => what.page().evaluate(() => document.activeElement?.tagName))
    .not.toBe('BODY');
}
