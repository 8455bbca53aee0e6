import type { Pipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { printPipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { aPipeline } from '../../__testUtils__/fixtures';
import { airports, connectors } from '../__testUtils__/documents';
import { fromDocument, fromText } from './draftContent';
import type { DraftContent } from './draftContent';
import { createDraft, draftReducer, isDirty } from './draftReducer';
import type { DraftAction, DraftState } from './draftReducer';
import {
  addNode,
  connect,
  deleteNodes,
  disconnect,
  moveNodes,
} from './editGraph';
import { renameNode, setNodeTitle, setOption } from './editNode';

const pipeline = (changes: Partial<Pipeline> = {}): Pipeline => ({
  ...aPipeline(),
  document: airports(),
  yaml: printPipeline(airports()),
  problems: [],
  ...changes,
});

const run = (state: DraftState, ...actions: DraftAction[]) =>
  actions.reduce(draftReducer, state);

// A repeatable sequence of numbers below 1 (mulberry32).
function random(seed: number) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) % 0x100000000;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 0x100000000;
  };
}

function anyEdit(content: DraftContent, next: () => number): DraftContent {
  const { document } = content;
  const pick = <T>(items: readonly T[]) =>
    items[Math.floor(next() * items.length)];
  const ids = document.spec.nodes.map(node => node.id);
  const id = pick(ids) ?? 'nobody';
  const other = pick(ids) ?? 'nobody';
  const edits = [
    () => addNode(document, connectors, pick(connectors)).document,
    () =>
      addNode(document, connectors, pick(connectors), { after: id }).document,
    () =>
      addNode(document, connectors, pick(connectors), {
        edge: pick(document.spec.edges),
      }).document,
    () => deleteNodes(document, connectors, [id]),
    () => connect(document, connectors, { from: id, to: other }),
    () => disconnect(document, [pick(document.spec.edges)].filter(Boolean)),
    () => setOption(document, id, 'path', String(next())),
    () => setNodeTitle(document, id, next() < 0.5 ? '' : 'Title'),
    () => renameNode(document, id, `n${Math.floor(next() * 1e6)}`),
    () => moveNodes(document, { [id]: [next() * 900, next() * 900] }),
  ];
  if (next() < 0.2) {
    return fromText(
      content,
      next() < 0.5 ? `${content.text}\n# x` : 'broken: [',
    );
  }
  return fromDocument(pick(edits)());
}

describe('undo', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])(
    'gives back the first document after any edits (seed %d)',
    seed => {
      const next = random(seed);
      let state = createDraft(pipeline());
      const first = state.history.present;
      for (let step = 1; step <= 60; step++) {
        const content = anyEdit(state.history.present, next);
        state = run(state, { type: 'edit', content, at: step * 5000 });
      }
      const last = state.history.present;
      const { length } = state.history.past;
      state = run(state, ...Array(length).fill({ type: 'undo' }));
      expect(state.history.present).toBe(first);
      expect(state.history.present.document).toEqual(airports());
      expect(state.status.type).toBe('saved');
      state = run(state, ...Array(length).fill({ type: 'redo' }));
      expect(state.history.present).toBe(last);
    },
  );

  it('takes letters that follow each other as one step', () => {
    const start = createDraft(pipeline());
    const typed = ['a', 'ab', 'abc'].map(
      (text, index): DraftAction => ({
        type: 'edit',
        content: fromDocument(setOption(airports(), 'write', 'table', text)),
        group: 'options write',
        at: 1000 + index * 200,
      }),
    );
    const state = run(start, ...typed);
    expect(state.history.past).toHaveLength(1);
    expect(run(state, { type: 'undo' }).history.present).toBe(
      start.history.present,
    );
  });

  it('starts a new step after a pause', () => {
    const edit = (table: string, at: number): DraftAction => ({
      type: 'edit',
      content: fromDocument(setOption(airports(), 'write', 'table', table)),
      group: 'options write',
      at,
    });
    const state = run(
      createDraft(pipeline()),
      edit('a', 1000),
      edit('b', 9000),
    );
    expect(state.history.past).toHaveLength(2);
  });
});

describe('saving', () => {
  const edited = fromDocument(setOption(airports(), 'write', 'table', 'mine'));
  const editing = run(createDraft(pipeline()), {
    type: 'edit',
    content: edited,
    at: 1,
  });

  it('says what is not saved', () => {
    expect(editing.status.type).toBe('unsaved');
    expect(isDirty(editing)).toBe(true);
  });

  it('is done when the server has what the page has', () => {
    const state = run(
      editing,
      { type: 'saving' },
      {
        type: 'saved',
        pipeline: pipeline({ etag: '"2"' }),
        content: edited,
        at: 7,
      },
    );
    expect(state.status).toEqual({ type: 'saved', at: 7 });
    expect(state.pipeline.etag).toBe('"2"');
  });

  it('is still told when an edit after it was undone', () => {
    const document = setOption(airports(), 'read', 'path', 'x.csv');
    const content = fromDocument(document);
    const later = fromDocument(setOption(document, 'read', 'path', 'y.csv'));
    const state = run(
      createDraft(pipeline()),
      { type: 'edit', content, at: 0 },
      { type: 'saving' },
      { type: 'saved', pipeline: pipeline({ document }), content, at: 5000 },
      { type: 'edit', content: later, at: 9000 },
      { type: 'undo' },
    );
    expect(state.status).toEqual({ type: 'saved', at: 5000 });
  });

  it('is not done when something was typed meanwhile', () => {
    const later = fromDocument(
      setOption(airports(), 'write', 'table', 'later'),
    );
    const state = run(
      editing,
      { type: 'saving' },
      { type: 'edit', content: later, at: 2 },
      {
        type: 'saved',
        pipeline: pipeline({ etag: '"2"' }),
        content: edited,
        at: 7,
      },
    );
    expect(state.status.type).toBe('unsaved');
  });

  it('never replaces an edit by a newer copy from the server', () => {
    const theirs = pipeline({ etag: '"9"' });
    expect(run(editing, { type: 'loaded', pipeline: theirs })).toBe(editing);
  });

  it('can still be undone after a newer copy that says the same', () => {
    const document = setOption(airports(), 'write', 'table', 'mine');
    const published = pipeline({ etag: '"3"', publishedVersion: 1, document });
    const state = run(
      editing,
      { type: 'saved', pipeline: pipeline(), content: edited, at: 1 },
      { type: 'loaded', pipeline: published },
    );
    expect(state.pipeline).toBe(published);
    expect(state.history.past).toHaveLength(1);
  });

  it('shows what somebody else saved when there is nothing to lose', () => {
    const document = setOption(airports(), 'write', 'table', 'theirs');
    const state = run(createDraft(pipeline()), {
      type: 'loaded',
      pipeline: pipeline({ etag: '"9"', document }),
    });
    expect(state.history.present.document).toBe(document);
  });

  it('loads theirs in a conflict, and undo brings mine back', () => {
    const document = setOption(airports(), 'write', 'table', 'theirs');
    const theirs = pipeline({ etag: '"9"', document });
    const conflict = run(editing, { type: 'conflict', theirs });
    const taken = run(conflict, { type: 'take-theirs', at: 3 });
    expect(taken.history.present.document).toEqual(document);
    expect(taken.status.type).toBe('saved');
    const back = run(taken, { type: 'undo' });
    expect(back.history.present).toBe(edited);
    expect(back.status.type).toBe('unsaved');
  });

  it('keeps mine in a conflict as an edit of theirs', () => {
    const theirs = pipeline({ etag: '"9"' });
    const state = run(
      editing,
      { type: 'conflict', theirs },
      { type: 'keep-mine' },
    );
    expect(state.history.present).toBe(edited);
    expect(state.pipeline.etag).toBe('"9"');
    expect(state.status.type).toBe('unsaved');
  });

  it('keeps both as they are now, also what was typed a moment ago', () => {
    const { document } = pipeline();
    const theirs = pipeline({
      etag: '"9"',
      document: setNodeTitle(document, 'write', 'Theirs'),
    });
    const typed = fromDocument(setNodeTitle(edited.document, 'usa', 'Mine'));
    const state = run(
      editing,
      { type: 'conflict', theirs },
      { type: 'edit', content: typed, at: 5 },
      { type: 'keep-both', at: 6 },
    );
    const titles = state.history.present.document.spec.nodes.map(
      ({ title }) => title,
    );
    expect(titles).toEqual(expect.arrayContaining(['Theirs', 'Mine']));
    expect(state.pipeline.etag).toBe('"9"');
    expect(state.status.type).toBe('unsaved');
  });

  it('stays in conflict where both can no longer be kept', () => {
    const { document } = pipeline();
    const theirs = pipeline({
      document: setNodeTitle(document, 'usa', 'Theirs'),
    });
    const typed = fromDocument(setNodeTitle(edited.document, 'usa', 'Mine'));
    const state = run(
      editing,
      { type: 'conflict', theirs },
      { type: 'edit', content: typed, at: 5 },
      { type: 'keep-both', at: 6 },
    );
    expect(state.status.type).toBe('conflict');
    expect(state.history.present).toBe(typed);
  });

  it('stays in conflict until somebody decides', () => {
    const state = run(
      editing,
      { type: 'conflict', theirs: pipeline() },
      { type: 'edit', content: fromDocument(airports()), at: 5 },
    );
    expect(state.status.type).toBe('conflict');
  });
});

describe('text', () => {
  const content = fromDocument(airports());

  it('becomes the document when it can be read', () => {
    const next = fromText(
      content,
      content.text.replace('airports.csv', 'x.csv'),
    );
    expect(next.textProblems).toEqual([]);
    expect(next.document.spec.nodes[0].options?.path).toBe('x.csv');
  });

  it('keeps the last document and says the line when it cannot', () => {
    const next = fromText(content, `${content.text}  : [`);
    expect(next.document).toBe(content.document);
    expect(next.textProblems[0].line).toBeGreaterThan(1);
  });

  it('cannot change the name', () => {
    const next = fromText(
      content,
      content.text.replace('name: airports', 'name: other'),
    );
    expect(next.textProblems.map(it => it.code)).toEqual(['name-changed']);
  });
});
