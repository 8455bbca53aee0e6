import { Page } from '@playwright/test';
import { en } from '../../../plugins/scaleph/src/translation/en';
import { flattenMessages } from '../../../plugins/scaleph/src/translation/flattenMessages';
import { zh } from '../../../plugins/scaleph/src/translation/zh';

/** How a person has set the portal. */
export interface Look {
  theme: 'light' | 'dark';
  language: 'en' | 'zh';
}

/** A text of ours in the language of a look, by its key; with `count` its plural form. */
export type Translate = (
  key: string,
  params?: Record<string, string | number>,
) => string;

export const LOOKS: Look[] = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'en' },
  { theme: 'dark', language: 'zh' },
  { theme: 'light', language: 'zh' },
];

/** The look of the tests with the keyboard alone; those with the mouse are light and in English. */
export const DARK_CHINESE: Look = { theme: 'dark', language: 'zh' };

export const MESSAGES: Record<Look['language'], Record<string, string>> = {
  en: flattenMessages(en),
  zh: flattenMessages(zh),
};

/** The texts that the page has, from the files that it has them from. Throws for a key that there is not. */
export function translate({ language }: Look): Translate {
  return (key, params = {}) => {
    const plural = params.count === 1 ? `${key}_one` : `${key}_other`;
    const text = MESSAGES[language][key] ?? MESSAGES[language][plural];
    if (text === undefined) throw new Error(`there is no text "${key}"`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(params[name]));
  };
}

/** Before a page is opened: as if it had been set in an earlier visit. */
export async function startWithLook(page: Page, look: Look) {
  await page.addInitScript(({ theme, language }) => {
    // What a test sets by itself later stays.
    localStorage.theme ??= theme;
    localStorage.language ??= language;
  }, look);
}

/**
 * In an open page, as if it had been set in another tab of the browser: nothing is loaded again. With another theme Backstage mounts
 * everything anew, so that dialogs close.
 */
export async function changeLook(page: Page, look: Look) {
  await page.evaluate(settings => {
    for (const [key, value] of Object.entries(settings)) {
      if (localStorage.getItem(key) === value) continue;
      localStorage.setItem(key, value);
      dispatchEvent(new StorageEvent('storage', { key }));
    }
  }, look);
}
