import fc from 'fast-check';

/** Pieces that lexers trip over, and ordinary ones. */
export const PIECES = [
  'SELECT',
  'insert into',
  'FROM t',
  'BEGIN',
  'END',
  'STATEMENT SET',
  'EXECUTE STATEMENT SET BEGIN',
  'CASE WHEN a THEN b END',
  'a.b',
  '`q``;x`',
  '"d;q"',
  "'s; -- ''t'",
  "'open",
  "E'\\';'",
  '$$ ; $$',
  '$t$ a $$ ; $t$',
  '${name}',
  '-- c; d\n',
  '// c\n',
  '# c\n',
  '/* ; */',
  '/* /* ; */ */',
  "/*+ OPTIONS('a'='*/;') */",
  '/*! DELETE */',
  '[b;r]',
  ';',
  '(',
  ')',
  ',',
  '<=',
  '->>',
  '1.5e3',
  '..',
  '数据',
  '\\',
  '\u0000',
  '😀',
];

/** Scripts put together from such pieces, with and without space between. */
export const scripts: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.oneof(
        { arbitrary: fc.constantFrom(...PIECES), weight: 8 },
        { arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }), weight: 1 },
      ),
      fc.constantFrom(' ', '', '\n', '\r\n\t'),
    ),
    { maxLength: 30 },
  )
  .map(pieces => pieces.flat().join(''));
