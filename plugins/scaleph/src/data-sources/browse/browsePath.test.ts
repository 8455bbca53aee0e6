import { readPath, writePath } from './browsePath';

test.each([[[]], [['public', 'orders']], [['a/b', 'c"d', '订单']]])(
  '%j survives the URL',
  path => {
    expect(readPath(writePath(path))).toEqual(path);
  },
);

test.each(['', 'x', '{}', '[1]', '[["a"]]'])('%s is the root', text => {
  expect(readPath(text)).toEqual([]);
});
