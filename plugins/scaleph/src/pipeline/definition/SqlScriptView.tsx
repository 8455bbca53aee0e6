import { useCallback } from 'react';
import { SqlEditor } from '../../sql/editor';
import { useScalephTranslation } from '../../translation';
import type { DefinitionViewProps } from './DefinitionView';
import { innerDiagnostics } from './innerDiagnostics';

/** The Flink SQL script of a pipeline. @internal */
export const SqlScriptView = (props: DefinitionViewProps) => {
  const { document, problems, onEdit } = props;
  const { t } = useScalephTranslation();
  const diagnose = useCallback(
    (text: string) => innerDiagnostics(text, problems),
    [problems],
  );
  return (
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
            spec: { ...document.spec, sql: { ...document.spec.sql, script } },
          },
          'text',
        )
      }
      onUndo={props.onUndo}
      onRedo={props.onRedo}
    />
  );
};

export default SqlScriptView;
