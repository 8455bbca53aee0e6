import {
  checkPipeline,
  parseFragment,
  printFragment,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import fc from 'fast-check';
import { airports, connectors } from '../__testUtils__/documents';
import { ALIGNMENTS, alignNodes } from './alignNodes';
import { connectionProblem, connectionProblems } from './connectionProblem';
import { copyFragment } from './copyFragment';
import { describeStep } from './describeStep';
import { fromDocument } from './draftContent';
import { addComment, setComment } from './editComments';
import {
  addNode,
  connect,
  deleteNodes,
  disconnect,
  moveNodes,
  reconnect,
} from './editGraph';
import { renameNode, setOption } from './editNode';
import { createHistory, historyReducer } from './history';
import { insertFragment } from './insertFragment';
import {
  arrangePipeline,
  layoutPipeline,
  NODE_HEIGHT,
  NODE_WIDTH,
} from './layoutPipeline';
import type { Places } from './layoutPipeline';

type Edit = (document: PipelineDocument) => PipelineDocument;

const number = fc.nat(1_000_000);
const at = <T>(items: readonly T[], index: number): T | undefined =>
  items[index % Math.max(1, items.length)];
const idAt = ({ spec }: PipelineDocument, index: number) =>
  at([...spec.nodes, ...(spec.comments ?? [])], index)?.id ?? 'nobody';
const picked = (document: PipelineDocument, seed: number) =>
  new Set([seed, seed >> 3, seed >> 7].map(it => idAt(document, it)));

/** Every kind of edit that the canvas can make, at any place. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(number, number, fc.nat(4)).map(
    ([which, where, how]): Edit =>
      document => {
        const id = idAt(document, where);
        const edge = at(document.spec.edges, where);
        return addNode(
          document,
          connectors,
          at(connectors, which)!,
          [{}, { after: id }, { before: id }, { edge }, { position: [9, 9] }][
            how
          ] as {},
        ).document;
      },
  ),
  fc.tuple(number, number).map(
    ([from, to]): Edit =>
      document =>
        connect(document, connectors, {
          from: idAt(document, from),
          to: idAt(document, to),
        }),
  ),
  fc.tuple(number, number, number).map(
    ([edge, from, to]): Edit =>
      document => {
        const old = at(document.spec.edges, edge);
        return old
          ? reconnect(document, connectors, old, {
              from: idAt(document, from),
              to: idAt(document, to),
            })
          : document;
      },
  ),
  number.map(
    (seed): Edit =>
      document =>
        deleteNodes(document, connectors, [...picked(document, seed)]),
  ),
  number.map(
    (edge): Edit =>
      document =>
        disconnect(document, document.spec.edges.slice(edge % 7, 2)),
  ),
  fc
    .tuple(
      number,
      fc.integer(),
      fc.double({ noNaN: true, max: 1e6, min: -1e6 }),
    )
    .map(
      ([node, x, y]): Edit =>
        document =>
          moveNodes(document, { [idAt(document, node)]: [x, y] }),
    ),
  fc.constant<Edit>(document => moveNodes(document, arrangePipeline(document))),
  fc.tuple(number, fc.constantFrom(...ALIGNMENTS)).map(
    ([seed, how]): Edit =>
      document => {
        const places = layoutPipeline(document);
        const boxes = [...picked(document, seed)]
          .filter(id => places[id])
          .map(id => ({
            id,
            x: places[id][0],
            y: places[id][1],
            width: NODE_WIDTH,
            height: NODE_HEIGHT,
          }));
        return moveNodes(document, alignNodes(boxes, how));
      },
  ),
  fc.tuple(number, number).map(
    ([node, name]): Edit =>
      document =>
        renameNode(document, idAt(document, node), `n${name % 20}`),
  ),
  fc.tuple(number, fc.string()).map(
    ([node, value]): Edit =>
      document =>
        setOption(document, idAt(document, node), 'path', value),
  ),
  fc.tuple(number, fc.string({ maxLength: 5000 })).map(
    ([x, text]): Edit =>
      document => {
        const { document: next, id } = addComment(document, [x, x]);
        return id ? setComment(next, id, { text, size: [x, 0] }) : next;
      },
  ),
  number.map(
    (seed): Edit =>
      document => {
        const places = layoutPipeline(document);
        const fragment = copyFragment(document, picked(document, seed), places);
        return insertFragment(document, fragment, places)?.document ?? document;
      },
  ),
);

const edits = fc.array(edit, { maxLength: 25 });
const after = (list: Edit[]) =>
  list.reduce((document, next) => next(document), airports());

function overlapping(places: Places): string[] {
  const entries = Object.entries(places);
  return entries.flatMap(([a, [ax, ay]], index) =>
    entries
      .slice(index + 1)
      .filter(
        ([, [bx, by]]) =>
          Math.abs(ax - bx) < NODE_WIDTH && Math.abs(ay - by) < NODE_HEIGHT,
      )
      .map(([b]) => `${a} ${b}`),
  );
}

const STRUCTURE = [
  'duplicate-node',
  'duplicate-comment',
  'dangling-edge',
  'duplicate-edge',
  'self-edge',
  'cycle',
  'too-many-inputs',
  'too-many-outputs',
];

it('undo after any sequence of edits gives the first document, redo the last', () => {
  fc.assert(
    fc.property(edits, list => {
      const first = airports();
      let history = createHistory(first);
      for (const next of list) {
        history = historyReducer(history, {
          type: 'apply',
          next: next(history.present),
          at: 0,
        });
      }
      const last = history.present;
      while (history.past.length) {
        history = historyReducer(history, { type: 'undo' });
      }
      expect(history.present).toBe(first);
      expect(history.present).toEqual(airports());
      while (history.future.length) {
        history = historyReducer(history, { type: 'redo' });
      }
      expect(history.present).toBe(last);
    }),
  );
});

it('edits never leave ids twice, edges that dangle or circles', () => {
  fc.assert(
    fc.property(edits, list => {
      const document = after(list);
      const { nodes, edges, layout = {}, comments = [] } = document.spec;
      const ids = [...nodes, ...comments].map(it => it.id.toLowerCase());
      expect(new Set(ids).size).toBe(ids.length);
      const known = new Set(nodes.map(({ id }) => id));
      expect(
        edges.filter(it => !known.has(it.from) || !known.has(it.to)),
      ).toEqual([]);
      expect(Object.keys(layout).filter(id => !known.has(id))).toEqual([]);
      const problems = checkPipeline(document, {
        connectors,
        requireDataSources: false,
      });
      expect(problems.filter(it => STRUCTURE.includes(it.code))).toEqual([]);
    }),
  );
});

it('every edit can be told from the documents around it', () => {
  fc.assert(
    fc.property(edits, edit, (list, last) => {
      const before = after(list);
      const next = last(before);
      const { count, type } = describeStep(
        fromDocument(before),
        fromDocument(next),
      );
      expect(count).toBeGreaterThan(0);
      const isMore = next.spec.nodes.length > before.spec.nodes.length;
      expect(type === 'added').toBe(isMore);
    }),
  );
});

it('nodes never overlap when they are arranged, nor do new ones with placed ones', () => {
  fc.assert(
    fc.property(edits, fc.nat(20), (list, placed) => {
      const document = after(list);
      const arranged = arrangePipeline(document);
      expect(overlapping(arranged)).toEqual([]);
      const layout = Object.fromEntries(
        Object.entries(arranged).slice(0, placed),
      );
      const partly = { ...document, spec: { ...document.spec, layout } };
      expect(overlapping(layoutPipeline(partly))).toEqual([]);
    }),
  );
});

it('a copy that is pasted is the same graph under other names', () => {
  fc.assert(
    fc.property(edits, number, (list, seed) => {
      const document = after(list);
      const places = layoutPipeline(document);
      const copied = copyFragment(document, picked(document, seed), places);
      fc.pre(copied.nodes.length + (copied.comments?.length ?? 0) > 0);
      const { fragment } = parseFragment(printFragment(copied));
      const pasted = insertFragment(document, fragment!, places)!;
      const order = [...fragment!.nodes, ...(fragment!.comments ?? [])];
      const nameOf = new Map(order.map(({ id }, i) => [id, pasted.ids[i]]));
      const { nodes, edges, comments = [] } = pasted.document.spec;
      const isNew = new Set(pasted.ids);

      // Nothing that was there has changed.
      expect(nodes.filter(it => !isNew.has(it.id))).toEqual(
        document.spec.nodes,
      );
      expect(comments.filter(it => !isNew.has(it.id))).toEqual(
        document.spec.comments ?? [],
      );
      expect(edges.slice(0, document.spec.edges.length)).toEqual(
        document.spec.edges,
      );
      // Each node and edge of the copy has its counterpart, and there are no more.
      expect(nodes.filter(it => isNew.has(it.id))).toEqual(
        fragment!.nodes.map(node =>
          expect.objectContaining({
            id: nameOf.get(node.id),
            kind: node.kind,
            connector: node.connector,
          }),
        ),
      );
      expect(edges.slice(document.spec.edges.length)).toEqual(
        fragment!.edges.map(({ from, to }) => ({
          from: nameOf.get(from),
          to: nameOf.get(to),
        })),
      );
      // And the same shape.
      const moves = fragment!.nodes.map(({ id }) => {
        const [x, y] = fragment!.layout![id];
        const [nextX, nextY] = pasted.document.spec.layout![nameOf.get(id)!];
        return `${Math.round(nextX - x)} ${Math.round(nextY - y)}`;
      });
      expect(new Set(moves).size).toBeLessThan(2);
    }),
  );
});

it('asking for all nodes at once says the same as asking for each', () => {
  fc.assert(
    fc.property(
      edits,
      number,
      fc.constantFrom('from', 'to'),
      (list, n, end) => {
        const document = after(list);
        const own = at(document.spec.nodes, n)?.id;
        fc.pre(own !== undefined);
        const problems = connectionProblems(document, connectors, own!, end);
        for (const { id } of document.spec.nodes) {
          const edge =
            end === 'from' ? { from: own!, to: id } : { from: id, to: own! };
          expect([id, problems.get(id)]).toEqual([
            id,
            connectionProblem(document, connectors, edge),
          ]);
        }
      },
    ),
  );
});
