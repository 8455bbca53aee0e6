import type {
  PipelineComment,
  PipelineDocument,
} from '@scaleph/backstage-plugin-scaleph-common';
import { freeId, takenIds } from './editGraph';

/** Width and height of a new comment in canvas pixels. @internal */
export const COMMENT_SIZE: [number, number] = [220, 110];
/** @internal */
export const MIN_COMMENT_SIZE: [number, number] = [120, 60];
/** More characters than the document takes. @internal */
export const MAX_COMMENT_LENGTH = 4000;
/** @internal */
export const MAX_COMMENTS = 100;

const MAX_SIDE = 4000;

function withComments(
  document: PipelineDocument,
  comments: PipelineComment[],
): PipelineDocument {
  return { ...document, spec: { ...document.spec, comments } };
}

/** Width and height as it is drawn, whatever the document says. @internal */
export function commentSize({ size }: PipelineComment): [number, number] {
  const side = (index: 0 | 1) => {
    const given = size?.[index] ?? COMMENT_SIZE[index];
    return Math.min(MAX_SIDE, Math.max(MIN_COMMENT_SIZE[index], given));
  };
  return [side(0), side(1)];
}

/**
 * Adds an empty comment.
 *
 * @returns the same document and no id when it has as many as it may
 * @internal
 */
export function addComment(
  document: PipelineDocument,
  position: [number, number],
): { document: PipelineDocument; id?: string } {
  const { comments = [] } = document.spec;
  if (comments.length >= MAX_COMMENTS) {
    return { document };
  }
  const id = freeId(takenIds(document), 'comment');
  const comment = { id, text: '', position: position.map(Math.round) };
  return { document: withComments(document, [...comments, comment]), id };
}

/** Changes text, place or size of a comment. @internal */
export function setComment(
  document: PipelineDocument,
  id: string,
  change: { text?: string; position?: number[]; size?: number[] },
): PipelineDocument {
  const { comments = [] } = document.spec;
  const next = comments.map(comment =>
    comment.id === id
      ? {
          ...comment,
          ...(change.text !== undefined && {
            text: change.text.slice(0, MAX_COMMENT_LENGTH),
          }),
          ...(change.position && {
            position: change.position.map(Math.round),
          }),
          ...(change.size && { size: change.size.map(Math.round) }),
        }
      : comment,
  );
  return JSON.stringify(next) === JSON.stringify(comments)
    ? document
    : withComments(document, next);
}
