import { statementKind } from '@scaleph/backstage-plugin-scaleph-common';
import { plannerMarks } from './plannerMarks';
import { previewStatements } from './previewStatements';

const preview = (text: string) =>
  previewStatements([{ text, kind: statementKind(text) }]).map(it => it.text);

describe('previewStatements', () => {
  it.each([
    ['INSERT INTO t SELECT 1', ['SELECT 1']],
    ['INSERT INTO t (a, b) SELECT 1, 2', ['SELECT 1, 2']],
    [
      "INSERT OVERWRITE t PARTITION (d='x') WITH q AS (SELECT 1) SELECT * FROM q",
      ['WITH q AS (SELECT 1) SELECT * FROM q'],
    ],
    ['INSERT INTO t VALUES (1)', ['SELECT * FROM (VALUES (1))']],
    [
      'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT 1; INSERT INTO b SELECT 2; END',
      ['SELECT 1', 'SELECT 2'],
    ],
    ['BEGIN STATEMENT SET; INSERT INTO a SELECT 1; END', ['SELECT 1']],
    ['CREATE TABLE t (a INT)', ['CREATE TABLE t (a INT)']],
  ])('of %s', (text, expected) => {
    expect(preview(text)).toEqual(expected);
  });
});

describe('plannerMarks', () => {
  const marks = (text: string, statement: string, place: object) => {
    const errors = new Map([[statement, { message: 'x', ...place }]]);
    return plannerMarks(text, 'flink', errors).map(it =>
      text.slice(it.from, it.to),
    );
  };

  it('underlines the place, wherever the statement has moved to', () => {
    const statement = 'SELECT a,\n  missing\nFROM t';
    const text = `SET 'x' = 'y';\n\n${statement};`;
    expect(marks(text, statement, { line: 2, column: 3 })).toEqual(['missing']);
    expect(
      marks(text, statement, { line: 1, column: 8, endLine: 1, endColumn: 8 }),
    ).toEqual(['a']);
    expect(marks(text, statement, {})).toEqual([statement]);
    expect(
      marks(text.replace('missing', 'found'), statement, { line: 1 }),
    ).toEqual([]);
  });
});
