import { useScalephTranslation } from '../../translation';
import { YamlEditor } from '../yaml/YamlEditor';
import type { DefinitionViewProps } from './DefinitionView';
import { innerDiagnostics } from './innerDiagnostics';

/** Flink CDC's own YAML: source, sink, routes, transforms. @internal */
export const CdcView = (props: DefinitionViewProps) => {
  const { document, onEdit } = props;
  const { t } = useScalephTranslation();
  return (
    <YamlEditor
      label={t('pipeline.definition.cdc')}
      text={document.spec.cdc?.definition ?? ''}
      problems={props.problems}
      diagnose={innerDiagnostics}
      readOnly={props.readOnly}
      onChange={definition =>
        onEdit(
          {
            ...document,
            spec: {
              ...document.spec,
              cdc: { ...document.spec.cdc, definition },
            },
          },
          'text',
        )
      }
      onUndo={props.onUndo}
      onRedo={props.onRedo}
    />
  );
};

export default CdcView;
