import { Button } from '@backstage/ui';
import { RiEyeLine } from '@remixicon/react';
import { lazy, Suspense, useCallback, useState } from 'react';
import { SqlEditor } from '../../sql/editor';
import { useScalephTranslation } from '../../translation';
import type { DefinitionViewProps } from './DefinitionView';
import { innerDiagnostics } from './innerDiagnostics';
import classes from './SqlScriptView.module.css';

const SinkPreviewDialog = lazy(
  () => import('../../sql/preview/SinkPreviewDialog'),
);

/** The Flink SQL script of a pipeline. @internal */
export const SqlScriptView = (props: DefinitionViewProps) => {
  const { document, problems, onEdit } = props;
  const { t } = useScalephTranslation();
  const [previewing, setPreviewing] = useState(false);
  const diagnose = useCallback(
    (text: string) => innerDiagnostics(text, problems),
    [problems],
  );
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiEyeLine />}
          onPress={() => setPreviewing(true)}
        >
          {t('sqlPreview.open')}
        </Button>
      </div>
      <div className={classes.editor}>
        <SqlEditor
          label={t('pipeline.definition.sql')}
          dialect="flink"
          text={document.spec.sql?.script ?? ''}
          diagnose={diagnose}
          readOnly={props.readOnly}
          onChange={script =>
            onEdit(
              {
                ...document,
                spec: {
                  ...document.spec,
                  sql: { ...document.spec.sql, script },
                },
              },
              'text',
            )
          }
          onUndo={props.onUndo}
          onRedo={props.onRedo}
        />
      </div>
      {previewing && (
        <Suspense fallback={null}>
          <SinkPreviewDialog
            document={document}
            onClose={() => setPreviewing(false)}
          />
        </Suspense>
      )}
    </div>
  );
};

export default SqlScriptView;
