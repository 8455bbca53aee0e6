import { toJobExceptions } from './toJobExceptions';

it('shows no password of a URI, also where the stack is cut within it', () => {
  const lines = '\tat a.b.C.d(C.java:1)\n'.repeat(2_964);
  const password = 'needle'.repeat(10);
  const stack = `java.io.IOException: x\n${lines}${'x'.repeat(
    250,
  )} mongodb://etl:${password}@db:1/shop`;
  expect(stack.slice(0, 64 * 1024)).toMatch(/mongodb:\/\/etl:needle[^@]+$/);
  const { root } = toJobExceptions(
    { root: { stack, at: 0 }, history: [], truncated: false },
    0,
  );
  expect(JSON.stringify(root)).not.toContain('needle');
});
