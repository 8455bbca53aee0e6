import { toSvg } from './toSvg';
import type { ImageGraph } from './toSvg';

const STYLE = {
  background: '#fff',
  card: '#eee',
  comment: '#ddd',
  border: '#ccc',
  line: '#bbb',
  text: '#000',
  secondary: '#444',
  error: 'red',
  fontFamily: '"Helvetica", sans-serif',
  monospace: 'monospace',
};
const card = (changes: object = {}) => ({
  x: 0,
  y: 0,
  width: 220,
  height: 92,
  icon: 'database',
  title: 'read',
  connector: 'Files',
  essential: 'path a.csv',
  hasError: false,
  ...changes,
});
const draw = (graph: Partial<ImageGraph>) => {
  const drawn = toSvg(
    { cards: [], notes: [], paths: [], ...graph },
    STYLE,
    text => text.length * 7,
  );
  const document = new DOMParser().parseFromString(drawn.svg, 'image/svg+xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return { ...drawn, document };
};
const texts = (document: Document) =>
  [...document.querySelectorAll('text')].map(it => it.textContent);

it('draws cards, notes and edges', () => {
  const { document, width, height } = draw({
    cards: [card(), card({ x: 400, hasError: true })],
    notes: [{ x: -10, y: 200, width: 100, height: 60, text: 'one\ntwo' }],
    paths: ['M0,0 L10,10'],
  });
  expect([width, height]).toEqual([620 + 10 + 64, 260 + 64]);
  expect(texts(document)).toEqual([
    'one',
    'two',
    'read',
    'Files',
    'path a.csv',
    'read',
    'Files',
    'path a.csv',
  ]);
  expect(document.querySelectorAll('ellipse')).toHaveLength(2);
  expect(document.querySelectorAll('[marker-end]')).toHaveLength(1);
});

it('is text and nothing else, whatever the names are', () => {
  const title = '<script>alert(1)</script>&"\u0000🚀';
  const { document, svg } = draw({
    cards: [card({ title, icon: '__proto__' })],
  });
  expect(document.querySelector('script')).toBeNull();
  expect(texts(document)[0]).toBe('<script>alert(1)</scri…');
  expect(svg).not.toMatch(/href|url\(http|<image|foreignObject/);
});

it('cuts what is too long and wraps notes', () => {
  const { document } = draw({
    cards: [card({ title: 'x'.repeat(1000) })],
    notes: [
      { x: 0, y: 0, width: 90, height: 40, text: 'some words in a small note' },
    ],
  });
  const [note, title] = texts(document);
  expect(note).toBe('some words');
  expect(title).toHaveLength(23);
});

it('draws 500 cards', () => {
  const cards = Array.from({ length: 500 }, (_, i) => card({ x: i * 300 }));
  expect(draw({ cards }).document.querySelectorAll('text')).toHaveLength(1500);
});

it('half a character makes no picture impossible', () => {
  const { svg } = draw({ cards: [card({ title: 'a\ud800b😀' })] });
  expect(() => encodeURIComponent(svg)).not.toThrow();
  expect(svg).toContain('ab😀');
});
