import { Button } from '@backstage/ui';
import { useScalephTranslation } from '../../translation';
import classes from './SqlConsole.module.css';

/** Whose script the editor has, and the way back to it once it was edited. */
export const ScriptNotice = (props: { edited: boolean; onReset(): void }) => {
  const { t } = useScalephTranslation();
  return (
    <div className={classes.query}>
      {t(props.edited ? 'sql.script.edited' : 'sql.script.same')}
      {props.edited && (
        <Button size="small" variant="tertiary" onPress={props.onReset}>
          {t('sql.script.reset')}
        </Button>
      )}
    </div>
  );
};
