import { NodeProps, NodeResizer } from '@xyflow/react';
import { memo, useEffect, useRef, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { MAX_COMMENT_LENGTH, MIN_COMMENT_SIZE } from '../lib/editComments';
import type { CommentFlowNode } from '../lib/toFlowGraph';
import { useCanvasActions } from './CanvasActions';
import classes from './CommentCard.module.css';

const TextEditor = (props: {
  text: string;
  label: string;
  onDone(text: string): void;
}) => {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(props.text);
  useEffect(() => field.current?.focus(), []);
  return (
    <textarea
      ref={field}
      className={`${classes.editor} nodrag nopan nowheel`}
      aria-label={props.label}
      maxLength={MAX_COMMENT_LENGTH}
      value={text}
      onChange={event => setText(event.target.value)}
      onBlur={() => props.onDone(text)}
      onKeyDown={event => {
        event.stopPropagation();
        if (event.key === 'Escape') {
          // The blur that follows keeps what was typed.
          event.preventDefault();
          event.currentTarget
            .closest<HTMLElement>('.react-flow__node')
            ?.focus({ preventScroll: true });
        }
      }}
    />
  );
};

/** A note on the canvas: plain text, written where it stands. @internal */
export const CommentCard = memo((props: NodeProps<CommentFlowNode>) => {
  const { id, data, selected } = props;
  const { text } = data.comment;
  const { t } = useScalephTranslation();
  const { editable, onComment } = useCanvasActions();
  const [writing, setWriting] = useState(editable && !text && selected);
  const isWriting = editable && writing;
  return (
    <>
      {editable && selected && !isWriting && (
        <NodeResizer
          minWidth={MIN_COMMENT_SIZE[0]}
          minHeight={MIN_COMMENT_SIZE[1]}
          lineClassName={classes.line}
          handleClassName={classes.corner}
          onResizeEnd={(_, { x, y, width, height }) =>
            onComment(id, { position: [x, y], size: [width, height] })
          }
        />
      )}
      <div
        className={`${classes.card} ${selected ? classes.selected : ''}`}
        data-comment={id}
        onDoubleClick={() => setWriting(true)}
      >
        {isWriting ? (
          <TextEditor
            text={text}
            label={t('canvas.comment.text')}
            onDone={next => {
              setWriting(false);
              onComment(id, { text: next });
            }}
          />
        ) : (
          <>
            <span className={classes.text}>
              {text || t('canvas.comment.empty')}
            </span>
            {editable && selected && (
              <button
                type="button"
                className={`${classes.write} nodrag nopan`}
                onClick={() => setWriting(true)}
              >
                {t('canvas.comment.write')}
              </button>
            )}
          </>
        )}
      </div>
    </>
  );
});
