import { parseLosslessJson } from './parseLosslessJson';

describe('parseLosslessJson', () => {
  test.each<[string, unknown]>([
    ['123', 123],
    ['9007199254740991', 9007199254740991],
    ['9007199254740993', '9007199254740993'],
    ['-9223372036854775808', '-9223372036854775808'],
    ['1234567890.1234567890', '1234567890.1234567890'],
    ['0.30000000000000004', 0.30000000000000004],
    [
      '[1, 12345678901234567, "12345678901234567"]',
      [1, '12345678901234567', '12345678901234567'],
    ],
    ['{"a": 12345678901234567, "a": 2}', { a: 2 }],
    [
      '{"t": "2024-01-02T03:04:05.123456789", "n": 1.5e3}',
      { t: '2024-01-02T03:04:05.123456789', n: 1500 },
    ],
  ])('reads %s', (text, value) => {
    expect(parseLosslessJson(text)).toEqual(value);
  });

  it('keeps a field that is named as the prototype', () => {
    const value = parseLosslessJson('{"__proto__": {"x": 12345678901234567}}');
    expect(Object.keys(value as object)).toEqual(['__proto__']);
  });

  test.each(['{', '{"a": 12345678901234567', '', '12345678901234567 x'])(
    'refuses %j',
    text => {
      expect(() => parseLosslessJson(text)).toThrow(SyntaxError);
    },
  );
});
