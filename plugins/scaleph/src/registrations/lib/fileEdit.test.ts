import { initialFileEdit, readFileEdit, toFileInput } from './fileEdit';

const stored = { filename: 'ca.pem', bytes: 4, sha256: 'ab' };

test('what is stored is kept, removed or replaced', async () => {
  expect(initialFileEdit(stored)).toEqual({ mode: 'keep' });
  expect(initialFileEdit(undefined)).toEqual({ mode: 'none' });
  expect(toFileInput({ mode: 'keep' }, stored)).toBeUndefined();
  expect(toFileInput({ mode: 'none' }, stored)).toBeNull();
  expect(toFileInput({ mode: 'none' }, undefined)).toBeUndefined();
  const bytes = new Uint8Array([0, 255, 10]);
  const file = Object.assign(new File([bytes], 'etl.keytab'), {
    arrayBuffer: async () => bytes.buffer,
  });
  const read = await readFileEdit(file, 10);
  expect(read).toEqual({
    edit: {
      mode: 'new',
      filename: 'etl.keytab',
      content: Buffer.from(bytes).toString('base64'),
      bytes: 3,
    },
  });
  if (!('edit' in read)) throw new Error('It was read');
  expect(toFileInput(read.edit, stored)).toEqual({
    filename: 'etl.keytab',
    content: 'AP8K',
  });
});

test('a file that is empty or too large is not taken', async () => {
  expect(await readFileEdit(new File([], 'x'), 10)).toEqual({
    reason: 'empty',
  });
  expect(await readFileEdit(new File(['12345'], 'x'), 4)).toEqual({
    reason: 'large',
  });
});
