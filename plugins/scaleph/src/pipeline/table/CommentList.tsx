import { Button, Text } from '@backstage/ui';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import { CommitField } from '../drawer/CommitField';
import type { GraphActions } from '../hooks/useGraphActions';
import classes from './GraphTable.module.css';

/** The comments of the canvas, below the table of its nodes. @internal */
export const CommentList = (props: {
  document: PipelineDocument;
  graph?: GraphActions;
}) => {
  const { graph } = props;
  const { comments = [] } = props.document.spec;
  const { t } = useScalephTranslation();
  if (!comments.length) {
    return null;
  }
  return (
    <section
      className={classes.comments}
      aria-label={t('canvas.comment.heading')}
    >
      <Text as="h4" variant="body-medium" weight="bold">
        {t('canvas.comment.heading')}
      </Text>
      <ul>
        {comments.map(({ id, text }) => (
          <li key={id}>
            {graph ? (
              <>
                <CommitField
                  multiline
                  label={t('canvas.comment.text')}
                  value={text}
                  readOnly={false}
                  onCommit={next => graph.setComment(id, { text: next })}
                />
                <Button
                  size="small"
                  variant="tertiary"
                  onPress={() => graph.remove([id])}
                >
                  {t('canvas.comment.delete')}
                </Button>
              </>
            ) : (
              <Text>{text}</Text>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
