import type { DocumentProblem } from '@scaleph/backstage-plugin-scaleph-common';
import type { PipelineDraft } from '../hooks/usePipelineDraft';
import type { ProblemJump } from '../hooks/useProblemJumps';
import { fromText } from '../lib/draftContent';
import type { DraftContent } from '../lib/draftContent';
import YamlEditor from './YamlEditor';

/** The draft as YAML; its cursor and the selected node follow each other. @internal */
export const PipelineYaml = (props: {
  content: DraftContent;
  draft: PipelineDraft;
  problems: DocumentProblem[];
  readOnly: boolean;
  selected?: string;
  onSelect(node: string | undefined): void;
  jump?: ProblemJump;
}) => {
  const { content, draft } = props;
  return (
    <YamlEditor
      text={content.text}
      problems={props.problems}
      readOnly={props.readOnly}
      selected={props.selected}
      onCursorNode={props.onSelect}
      goTo={props.jump?.range}
      onChange={text =>
        draft.dispatch({
          type: 'edit',
          content: fromText(content, text),
          group: 'text',
          at: Date.now(),
        })
      }
      onUndo={() => draft.dispatch({ type: 'undo' })}
      onRedo={() => draft.dispatch({ type: 'redo' })}
    />
  );
};

export default PipelineYaml;
