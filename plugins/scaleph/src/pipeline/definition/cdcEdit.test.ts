import { editEntries, editSide, readEntries, readSide } from './cdcEdit';

const DEFINITION = `# all of the shop
source:
  type: mysql
  port: 3306 # the usual one
  tables: shop.\\.*

sink:
  type: values

route:
  - source-table: shop.a
    sink-table: dw.a
`;

describe('a CDC definition as a form', () => {
  it('is read as texts', () => {
    expect(readSide(DEFINITION, 'source')).toEqual({
      type: 'mysql',
      port: '3306',
      tables: 'shop.\\.*',
    });
    expect(readEntries(DEFINITION, 'route')).toEqual([
      { 'source-table': 'shop.a', 'sink-table': 'dw.a' },
    ]);
    expect(readEntries(DEFINITION, 'transform')).toEqual([]);
  });

  it('keeps comments and everything that is not edited', () => {
    const edited = editSide(DEFINITION, 'source', {
      hostname: '${data-source.shop.host}',
      port: '3307',
    });
    expect(edited).toContain('# all of the shop');
    expect(edited).toContain('# the usual one');
    expect(edited).toContain('port: 3307');
    expect(edited).toContain('hostname: ${data-source.shop.host}');
    expect(readEntries(edited, 'route')).toHaveLength(1);
  });

  it('gives the first text again when an edit is taken back', () => {
    const there = editSide(DEFINITION, 'sink', { name: 'Values: "all"' });
    expect(readSide(there, 'sink')).toEqual({
      type: 'values',
      name: 'Values: "all"',
    });
    expect(editSide(there, 'sink', { name: undefined })).toBe(
      editSide(DEFINITION, 'sink', {}),
    );
  });

  it('writes no structure that a text only pretends to be', () => {
    const edited = editSide(DEFINITION, 'sink', {
      name: 'x\npipeline: { parallelism: 9 }',
    });
    expect(readSide(edited, 'sink')?.name).toBe(
      'x\npipeline: { parallelism: 9 }',
    );
    expect(edited).not.toMatch(/^pipeline:/m);
  });

  it('edits lists and drops empty fields', () => {
    const edited = editEntries(DEFINITION, 'transform', [
      {
        'source-table': 'shop.a',
        projection: 'id, upper(name) as name',
        filter: '',
      },
    ]);
    expect(readEntries(edited, 'transform')).toEqual([
      { 'source-table': 'shop.a', projection: 'id, upper(name) as name' },
    ]);
    expect(
      readEntries(editEntries(edited, 'transform', []), 'transform'),
    ).toEqual([]);
  });

  it('leaves a text that cannot be read as it is', () => {
    const broken = 'source: [';
    expect(readSide(broken, 'source')).toBeUndefined();
    expect(editSide(broken, 'source', { type: 'mysql' })).toBe(broken);
  });
});
