import { useScalephTranslation } from '../../translation';
import { YamlEditor } from '../yaml/YamlEditor';
import type { DefinitionViewProps } from './DefinitionView';
import { innerDiagnostics } from './innerDiagnostics';

/** The Flink SQL script of a pipeline. @internal */
export const SqlScriptView = (props: DefinitionViewProps) => {
  const { document, onEdit } = props;
  const { t } = useScalephTranslation();
  return (
    <YamlEditor
      label={t('pipeline.definition.sql')}
      language={[]}
      text={document.spec.sql?.script ?? ''}
      problems={props.problems}
      diagnose={innerDiagnostics}
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
