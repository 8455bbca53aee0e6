import {
  locateProblems,
  parsePipeline,
  PipelineDocument,
  printPipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import { pipelineDocument } from '../__testUtils__/pipelineDocument';
import { DocumentReader } from './DocumentReader';

// The thread compiles its sources when it starts.
jest.setTimeout(60_000);

const MIB = 1024 * 1024;

/** Calls of others that came while a promise was waited for. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  work.catch(() => {}).finally(() => (isDone = true));
  while (!isDone) {
    await new Promise(setImmediate);
    turns++;
  }
  return turns;
}

describe('A document', () => {
  const documents = new DocumentReader();
  afterAll(() => documents.stop());

  const small = pipelineDocument('small') as PipelineDocument;
  const large = pipelineDocument('large', {
    query: '-- a comment\n'.repeat(5000),
  }) as PipelineDocument;

  it.each([
    ['small', small],
    ['large', large],
  ])(
    'that is %s is read, printed and searched as on one thread',
    async (_, document) => {
      const yaml = printPipeline(document);
      expect(await documents.print(document)).toBe(yaml);
      expect(await documents.parse(yaml)).toEqual(parsePipeline(yaml));
      const wrong = yaml.replace('kind: Pipeline', 'kind: Nothing');
      const { problems } = parsePipeline(wrong);
      expect(problems).not.toEqual([]);
      expect(await documents.parse(wrong)).toEqual({ problems });
      const bare = problems.map(({ line: _l, column: _c, ...it }) => it);
      expect(await documents.locate(wrong, bare)).toEqual(
        locateProblems(wrong, bare),
      );
    },
  );

  it.each([
    ['many lists', '- []\n'],
    ['many open quotes', '- "\n'],
    ['many tabs', '\t- a\n'],
    ['many anchors', '- &a b\n'],
    ['deep lists', '- '],
  ])('of %s holds nobody else up', async (_, part) => {
    const parsed = documents.parse(part.repeat(MIB / part.length));
    expect(await turnsDuring(parsed)).toBeGreaterThan(1000);
    expect((await parsed).problems.length).toBeGreaterThan(0);
  });

  it('that is one of many small ones holds nobody else up', async () => {
    const yaml = printPipeline(small);
    const all = (async () => {
      for (let count = 0; count < 100; count++) await documents.parse(yaml);
    })();
    expect(await turnsDuring(all)).toBeGreaterThanOrEqual(100);
  });

  it('is refused when very many wait already', async () => {
    const yaml = printPipeline(large);
    const read = await Promise.allSettled(
      Array.from({ length: 80 }, () => documents.parse(yaml)),
    );
    const refused = read.filter(it => it.status === 'rejected');
    expect(refused).toHaveLength(15);
    expect(refused[0].reason.message).toMatch(/too many others .* Try again/);
  });

  it('is refused when the thread dies, and read by the next one', async () => {
    const yaml = printPipeline(large);
    const unlucky = documents.parse(yaml);
    await documents.stop();
    await expect(unlucky).rejects.toThrow(/could not be read/);
    expect(await documents.parse(yaml)).toEqual(parsePipeline(yaml));
  });
});
