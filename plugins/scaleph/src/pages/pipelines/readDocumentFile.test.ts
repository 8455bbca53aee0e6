import { LARGEST_DOCUMENT, readDocumentFile } from './readDocumentFile';

// jsdom's files have no text().
const file = (content: string | Uint8Array, size?: number) =>
  ({
    size: size ?? content.length,
    text: async () =>
      typeof content === 'string' ? content : new TextDecoder().decode(content),
  } as File);

it('reads a document', async () => {
  await expect(
    readDocumentFile(file('kind: Pipeline\n\ta: 你好\r\n')),
  ).resolves.toEqual({ text: 'kind: Pipeline\n\ta: 你好\r\n' });
});

it('does not read what is larger than a document can be', async () => {
  const large = {
    size: LARGEST_DOCUMENT + 1,
    text: () => Promise.reject(new Error('It was read')),
  } as unknown as File;
  await expect(readDocumentFile(large)).resolves.toEqual({ reason: 'large' });
});

it.each([
  ['binary', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1])],
  ['binary', 'a\u0000b'],
  ['empty', ' \n'],
])('says that a file is %s', async (reason, content) => {
  await expect(readDocumentFile(file(content))).resolves.toEqual({ reason });
});
