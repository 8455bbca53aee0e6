import { Request } from 'express';
import { assertMatches, readIfMatch, toEtag } from './etag';

const row = { id: '3f0c2d9e-0000-4000-8000-000000000000', revision: 4 };

function requestWith(ifMatch?: string): Request {
  return { header: () => ifMatch } as unknown as Request;
}

describe('If-Match', () => {
  it.each([
    ['the ETag', '"3f0c2d9e-4"'],
    ['a weakened ETag', 'W/"3f0c2d9e-4"'],
    ['one of several', '"3f0c2d9e-3", "3f0c2d9e-4"'],
    ['anything', '*'],
  ])('lets %s pass', (_case, header) => {
    assertMatches('Pipeline "x"', row, readIfMatch(requestWith(header)));
    expect(toEtag(row)).toBe('"3f0c2d9e-4"');
  });

  it.each([
    ['an older revision', '"3f0c2d9e-3"'],
    ['a resource of the same name made again', '"aaaaaaaa-4"'],
    ['an ETag without quotes', '3f0c2d9e-4'],
  ])('answers 412 to %s', (_case, header) => {
    expect(() =>
      assertMatches('Pipeline "x"', row, readIfMatch(requestWith(header))),
    ).toThrow(expect.objectContaining({ statusCode: 412 }));
  });

  it('answers 428 when it is missing', () => {
    expect(() => readIfMatch(requestWith())).toThrow(
      expect.objectContaining({ statusCode: 428 }),
    );
  });
});
