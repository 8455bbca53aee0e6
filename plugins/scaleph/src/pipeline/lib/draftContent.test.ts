import { airports } from '../__testUtils__/documents';
import { fromDocument, fromKeptText, fromText, keptText } from './draftContent';

const loaded = () => fromDocument(airports());

describe('keptText', () => {
  it('brings back a drawing, with its text as it is printed', () => {
    const drawn = fromDocument({
      ...airports(),
      spec: { ...airports().spec, layout: { read: [12, 34] } },
    });
    const back = fromKeptText(loaded(), keptText(drawn));
    expect(back.document).toEqual(drawn.document);
    expect(back.text).toBe(drawn.text);
    expect(back.text).toMatch(/^apiVersion:/);
  });

  it('brings back what was typed, letter by letter', () => {
    const typed = fromText(loaded(), `# mine\n${loaded().text}`);
    const back = fromKeptText(loaded(), keptText(typed));
    expect(back.text).toBe(typed.text);
    expect(back.textProblems).toEqual([]);
  });

  it('brings back what cannot be read', () => {
    const typed = fromText(loaded(), '{ spec: [');
    const back = fromKeptText(loaded(), keptText(typed));
    expect(back.text).toBe('{ spec: [');
    expect(back.textProblems).not.toEqual([]);
  });
});
