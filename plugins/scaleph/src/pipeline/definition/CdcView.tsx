import { Text } from '@backstage/ui';
import { useScalephTranslation } from '../../translation';
import { YamlEditor } from '../yaml/YamlEditor';
import { CdcEntriesForm } from './CdcEntriesForm';
import type { CdcListName, CdcSide } from './cdcEdit';
import { editEntries, editSide, readEntries, readSide } from './cdcEdit';
import { CdcSideForm } from './CdcSideForm';
import type { DefinitionViewProps } from './DefinitionView';
import { innerDiagnostics } from './innerDiagnostics';
import classes from './CdcView.module.css';

const SIDES: readonly CdcSide[] = ['source', 'sink'];
const LISTS: readonly CdcListName[] = ['transform', 'route'];

/** Flink CDC's own YAML, and a form of it beside: each edits the other. @internal */
export const CdcView = (props: DefinitionViewProps) => {
  const { document, readOnly, onEdit } = props;
  const { t } = useScalephTranslation();
  const { cdc } = document.spec;
  const definition = cdc?.definition ?? '';
  const edit = (next: string, group?: string) =>
    onEdit(
      {
        ...document,
        spec: { ...document.spec, cdc: { ...cdc, definition: next } },
      },
      group,
    );
  const isReadable = readSide(definition, 'source') !== undefined;
  return (
    <div className={classes.root}>
      <div className={classes.text}>
        <YamlEditor
          label={t('pipeline.definition.cdc')}
          text={definition}
          problems={props.problems}
          diagnose={innerDiagnostics}
          readOnly={readOnly}
          onChange={text => edit(text, 'text')}
          onUndo={props.onUndo}
          onRedo={props.onRedo}
        />
      </div>
      <div className={classes.form}>
        {!isReadable && <Text>{t('pipeline.cdc.unreadable')}</Text>}
        {isReadable &&
          SIDES.map(side => (
            <CdcSideForm
              key={side}
              side={side}
              values={readSide(definition, side) ?? {}}
              dataSources={props.dataSources}
              readOnly={readOnly}
              onChange={changes => edit(editSide(definition, side, changes))}
            />
          ))}
        {isReadable &&
          LISTS.map(list => (
            <CdcEntriesForm
              key={list}
              list={list}
              entries={readEntries(definition, list) ?? []}
              readOnly={readOnly}
              onChange={entries => edit(editEntries(definition, list, entries))}
            />
          ))}
      </div>
    </div>
  );
};

export default CdcView;
