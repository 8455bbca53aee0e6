import type {
  SqlOperation,
  SqlPlace,
  SqlQuery,
} from '@scaleph/backstage-plugin-scaleph-common';
import { EnvironmentsDialog } from '../queries/EnvironmentsDialog';
import { HistoryDialog } from '../queries/HistoryDialog';
import { MakePipelineDialog } from '../queries/MakePipelineDialog';
import { QueriesDialog } from '../queries/QueriesDialog';
import { SaveQueryDialog } from '../queries/SaveQueryDialog';
import { NewSessionDialog } from '../session/NewSessionDialog';
import { SessionDialog } from '../session/SessionDialog';
import type { SqlSessionState } from '../session/useSqlSession';
import { ShortcutsDialog } from './ShortcutsDialog';
import type { SqlDialog } from './SqlToolbar';
import { useQueryLink } from './useQueryLink';
import { VariablesDialog } from './VariablesDialog';

/** The dialog that the console has open. */
export const SqlDialogs = (props: {
  dialog?: SqlDialog;
  place: SqlPlace;
  state: SqlSessionState;
  text: string;
  variables: Record<string, string>;
  /** The saved query that is open, when it is one's own. */
  query?: SqlQuery;
  onText(text: string): void;
  onVariables(variables: Record<string, string>): void;
  onInsert(sql: string): void;
  onQuery(query: SqlQuery): void;
  onOperation(operation: SqlOperation): void;
  onClose(): void;
}) => {
  const { dialog, place, state, text, onClose } = props;
  const { session } = state;
  const linkOf = useQueryLink();
  switch (dialog) {
    case 'newSession':
      return (
        <NewSessionDialog
          place={place}
          state={state}
          like={session}
          onClose={onClose}
        />
      );
    case 'session':
      return session ? (
        <SessionDialog
          place={place}
          session={session}
          state={state}
          onOpenOperation={props.onOperation}
          onClose={onClose}
        />
      ) : null;
    case 'history':
      return <HistoryDialog onChoose={props.onInsert} onClose={onClose} />;
    case 'queries':
      return (
        <QueriesDialog
          linkOf={linkOf}
          onChoose={query => {
            props.onQuery(query);
            props.onText(query.sql);
          }}
          onClose={onClose}
        />
      );
    case 'save':
      return (
        <SaveQueryDialog
          sql={text}
          place={place}
          environment={session?.environment}
          query={props.query}
          onSaved={props.onQuery}
          onClose={onClose}
        />
      );
    case 'pipeline':
      return <MakePipelineDialog script={text} onClose={onClose} />;
    case 'variables':
      return (
        <VariablesDialog
          variables={props.variables}
          onChange={props.onVariables}
          onClose={onClose}
        />
      );
    case 'environments':
      return <EnvironmentsDialog onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    default:
      return null;
  }
};
