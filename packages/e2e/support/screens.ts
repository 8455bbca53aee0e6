import { Locator } from '@playwright/test';
import { Look, MESSAGES } from './looks';

/** English texts of ours whose Chinese is another one, as patterns: `{{x}}` is anything. */
const ENGLISH = Object.entries(MESSAGES.en)
  .filter(([key, text]) => {
    const words = text.replace(/\{\{\w+\}\}/g, '');
    return MESSAGES.zh[key] !== text && /[a-z]{3}/.test(words);
  })
  .map(([, text]) => text);

/**
 * What is wrong with `part` as it is seen now: texts that run out of their box or of the window, and, in Chinese, words in English
 * that are not the user's. An empty list is good.
 */
export async function faultsOf(part: Locator, look: Look): Promise<string[]> {
  return part.evaluate(findFaults, {
    english: look.language === 'zh' ? ENGLISH : undefined,
  });
}

/** Runs in the page. */
function findFaults(root: Element, options: { english?: string[] }): string[] {
  const faults = new Set<string>();
  const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 80);
  const say = (what: string, element: Element, text: string) => {
    const name = element.getAttribute('class')?.split(' ').at(-1) ?? '';
    faults.add(
      `${what}: ${element.tagName.toLowerCase()}.${name} "${short(text)}"`,
    );
  };
  const isSeen = (element: Element) =>
    element.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
    });
  // Drawings are moved and cut at will; the text of an editor is the user's.
  const free = '.react-flow__viewport, .cm-editor, [lang], code, pre, svg';

  const patterns = options.english?.map(
    text =>
      new RegExp(
        `^${text
          .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
          .replace(/\{\{\w+\}\}/g, '.+')}$`,
      ),
  );
  const checkWords = (element: Element, text: string, what: string) => {
    if (!patterns || !text) return;
    const isPhrase =
      /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text) &&
      !/\p{Script=Han}/u.test(text);
    const isOurs = patterns.some(it => it.test(text));
    if (isPhrase || isOurs) say(what, element, text);
  };

  const scrolls = (element: Element) => {
    for (let it: Element | null = element; it; it = it.parentElement)
      if (/auto|scroll/.test(getComputedStyle(it).overflowX)) return true;
    return false;
  };
  const checkBox = (element: Element, text: string) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (box.width <= 1 || box.height <= 1) return; // For screen readers only.
    if (
      style.display !== 'inline' &&
      element.scrollWidth > element.clientWidth + 1 &&
      !/auto|scroll/.test(style.overflowX) &&
      style.textOverflow !== 'ellipsis'
    )
      say('runs out of its box', element, text);
    if (
      /hidden|clip/.test(style.overflowY) &&
      element.scrollHeight > element.clientHeight + 3 &&
      style.webkitLineClamp === 'none'
    )
      say('is cut below', element, text);
    if (
      style.textOverflow === 'ellipsis' &&
      element.scrollWidth > element.clientWidth + 1 &&
      !element.closest('[title], [data-tooltip]') &&
      element.closest('button, [role=tab], [role=radio], th, label')
    )
      say('is cut short, and nothing tells the rest', element, text);
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(element))
      say('lies outside of the window', element, text);
  };

  for (const element of [root, ...root.querySelectorAll('*')]) {
    if (element.closest(free) || !isSeen(element)) continue;
    const own = [...element.childNodes]
      .filter(node => node.nodeType === Node.TEXT_NODE)
      .map(node => node.textContent)
      .join('')
      .trim();
    checkWords(element, own, 'not in Chinese');
    for (const name of ['aria-label', 'placeholder', 'title'])
      checkWords(
        element,
        element.getAttribute(name)?.trim() ?? '',
        `not in Chinese (${name})`,
      );
    if (own) checkBox(element, own);
  }
  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) faults.add(`the page is ${wide} px wide`);
  return [...faults];
}
