import {
  parseFragment,
  printFragment,
} from '@scaleph/backstage-plugin-scaleph-common';
import type {
  KnownConnector,
  PipelineDocument,
  PipelineEdge,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo } from 'react';
import { useScalephTranslation } from '../../translation';
import { alignNodes } from '../lib/alignNodes';
import type { Alignment, Box } from '../lib/alignNodes';
import {
  connectionProblem,
  connectionProblems,
} from '../lib/connectionProblem';
import type { ConnectionProblem } from '../lib/connectionProblem';
import { copyFragment } from '../lib/copyFragment';
import { addComment, setComment } from '../lib/editComments';
import {
  addNode,
  connect,
  deleteNodes,
  disconnect,
  moveNodes,
  reconnect,
} from '../lib/editGraph';
import type { NodePlace } from '../lib/editGraph';
import { makeRoom } from '../lib/makeRoom';
import { renameNode } from '../lib/editNode';
import { insertFragment } from '../lib/insertFragment';
import { arrangePipeline, freePlace } from '../lib/layoutPipeline';
import type { Places } from '../lib/layoutPipeline';
import { deletedText } from '../lib/deletedText';
import { useStable } from './useStable';

/** Everything that can be done to a graph, by mouse, by keys or from the table; none of it ever changes. @internal */
export interface GraphActions {
  /** For every node, whether an edge from or to this one may end there. */
  answers(
    node: string,
    end: 'from' | 'to',
  ): Map<string, ConnectionProblem | undefined>;
  /** @param instead - an edge that would make room */
  refusal(
    edge: PipelineEdge,
    instead?: PipelineEdge,
  ): ConnectionProblem | undefined;
  connect(edge: PipelineEdge): void;
  reconnect(edge: PipelineEdge, next: PipelineEdge): void;
  remove(ids: string[], edges?: PipelineEdge[]): void;
  /** @param group - moves of one group are one step of undo */
  move(places: Places, group?: string): void;
  align(boxes: readonly Box[], how: Alignment): void;
  arrange(): void;
  add(connector: Pick<KnownConnector, 'kind' | 'name'>, place: NodePlace): void;
  comment(position: [number, number]): void;
  setComment(
    id: string,
    change: { text?: string; position?: number[]; size?: number[] },
  ): void;
  rename(node: string, next: string): void;
  duplicate(ids: string[]): void;
  /** The text for the clipboard; absent when nothing is picked. */
  copy(ids: string[]): string | undefined;
  cut(ids: string[]): string | undefined;
  paste(text: string): void;
}

/** @internal */
export interface GraphActionsOptions {
  document: PipelineDocument;
  connectors: KnownConnector[];
  /** Where every node is drawn. */
  places: Places;
  onEdit(document: PipelineDocument, group?: string): void;
  /** Opens a node beside the canvas, or nothing. */
  onSelect(node: string | undefined): void;
  onPick(ids: string[]): void;
  onArranged(): void;
  /** Tells the user what happened, in a line. */
  say(message: string): void;
}

/** @internal */
export function useGraphActions(options: GraphActionsOptions): GraphActions {
  const { document, connectors, places, onEdit, onSelect, onPick, say } =
    options;
  const { t } = useScalephTranslation();

  // Once one node has a place of its own, the others keep those where they are seen.
  const settled = () => {
    const { layout } = document.spec;
    const loose = Object.entries(places).filter(([id]) => !layout?.[id]);
    return moveNodes(document, Object.fromEntries(loose));
  };
  const pickNew = (ids: string[]) => {
    onPick(ids);
    onSelect(undefined);
  };
  const insert = (text: string, from: PipelineDocument) => {
    const { fragment, problems } = parseFragment(text);
    if (!fragment) {
      const [{ code, message }] = problems;
      say(
        code === 'no-fragment'
          ? t('canvas.clipboard.noFragment')
          : t('canvas.clipboard.unreadable', { message }),
      );
      return undefined;
    }
    const inserted = insertFragment(from, fragment, places);
    if (!inserted) {
      say(t('canvas.clipboard.tooLarge'));
      return undefined;
    }
    onEdit(inserted.document);
    pickNew(inserted.ids);
    return inserted;
  };
  const textOf = (ids: string[]) => {
    const fragment = copyFragment(document, new Set(ids), places);
    return fragment.nodes.length || fragment.comments?.length
      ? printFragment(fragment)
      : undefined;
  };

  const actions: GraphActions = {
    answers: useStable((node, end) =>
      connectionProblems(document, connectors, node, end),
    ),
    refusal: useStable((edge, instead) =>
      connectionProblem(
        instead ? disconnect(document, [instead]) : document,
        connectors,
        edge,
      ),
    ),
    connect: useStable(edge => {
      const problem = connectionProblem(document, connectors, edge);
      if (problem) {
        say(t(`canvas.refused.${problem}`));
        return;
      }
      onEdit(connect(document, connectors, edge));
      say(t('canvas.connected', edge));
    }),
    reconnect: useStable((edge, next) =>
      onEdit(reconnect(document, connectors, edge, next)),
    ),
    remove: useStable((ids, edges = []) => {
      onEdit(deleteNodes(disconnect(document, edges), connectors, ids));
      if (ids.length) {
        pickNew([]);
      }
      say(deletedText({ nodes: ids, edges: edges.length }, t));
    }),
    move: useStable((moved, group) => {
      const next = moveNodes(settled(), moved);
      const isSame = Object.entries(moved).every(
        ([id, [x, y]]) =>
          places[id]?.[0] === Math.round(x) && places[id][1] === Math.round(y),
      );
      onEdit(isSame ? document : next, group);
    }),
    align: useStable((boxes, how) =>
      onEdit(moveNodes(settled(), alignNodes(boxes, how))),
    ),
    arrange: useStable(() => {
      onEdit(moveNodes(document, arrangePipeline(document)));
      options.onArranged();
    }),
    add: useStable((connector, place) => {
      // Places that nobody has chosen are found anew with the node in them.
      const isPlaced = place.position || document.spec.layout;
      const room =
        isPlaced && place.edge && makeRoom(document, places, place.edge);
      const base = isPlaced ? settled() : document;
      const { document: next, id } = addNode(
        room ? moveNodes(base, room.moved) : base,
        connectors,
        connector,
        { ...place, ...(room && { position: room.position }) },
      );
      onEdit(next);
      onPick([id]);
      onSelect(id);
      say(t('canvas.added', { node: id }));
    }),
    comment: useStable(position => {
      const { document: next, id } = addComment(
        settled(),
        freePlace(position, Object.values(places)),
      );
      if (!id) {
        say(t('canvas.comment.tooMany'));
        return;
      }
      onEdit(next);
      pickNew([id]);
    }),
    setComment: useStable((id, change) =>
      onEdit(setComment(document, id, change)),
    ),
    rename: useStable((node, next) => {
      onEdit(renameNode(document, node, next));
      onPick([next]);
    }),
    duplicate: useStable(ids => {
      const text = textOf(ids);
      if (text) {
        insert(text, document);
      }
    }),
    copy: useStable(ids => {
      const text = textOf(ids);
      if (text) {
        say(t('canvas.clipboard.copied', { count: ids.length }));
      }
      return text;
    }),
    cut: useStable(ids => {
      const text = textOf(ids);
      if (text) {
        onEdit(deleteNodes(document, connectors, ids));
        pickNew([]);
        say(t('canvas.clipboard.cut', { count: ids.length }));
      }
      return text;
    }),
    paste: useStable(text => {
      const inserted = insert(text, document);
      if (inserted) {
        say(t('canvas.clipboard.pasted', { count: inserted.ids.length }));
      }
    }),
  };
  // Each of them is stable; so is what holds them.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => actions, []);
}
