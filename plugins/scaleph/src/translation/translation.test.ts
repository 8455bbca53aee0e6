import { en } from './en';
import { flattenMessages } from './flattenMessages';
import { zh } from './zh';

const english: Record<string, string> = flattenMessages(en);
const chinese: Record<string, string> = flattenMessages(zh);

const placeholders = (text: string) =>
  (text.match(/\{\{[^}]+\}\}|\$t\([^)]*\)/g) ?? []).sort();

describe('translations', () => {
  it('have the same keys in English and Chinese', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
  });

  it('have the same placeholders in English and Chinese', () => {
    const of = (messages: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(messages).map(([key, text]) => [
          key,
          placeholders(text),
        ]),
      );
    expect(of(chinese)).toEqual(of(english));
  });

  it('have no empty text', () => {
    const empty = Object.entries({ ...english, ...chinese })
      .filter(([, text]) => !text.trim())
      .map(([key]) => key);
    expect(empty).toEqual([]);
  });
});
