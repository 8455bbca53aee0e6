import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { surfaceClass } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './ShortcutsDialog.module.css';

const KEYS = [
  ['Ctrl+Enter', 'run'],
  ['Ctrl+Shift+Enter', 'runAll'],
  ['Shift+Alt+F', 'format'],
  ['Ctrl+S', 'save'],
  ['Ctrl+Space', 'complete'],
  ['Ctrl+F', 'find'],
  ['Ctrl+/', 'comment'],
  ['Ctrl+C', 'copy'],
] as const;

/** What the keys do. */
export const ShortcutsDialog = (props: { onClose(): void }) => {
  const { t } = useScalephTranslation();
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={isOpen => !isOpen && props.onClose()}
      width={480}
    >
      <DialogHeader>{t('sql.shortcuts.title')}</DialogHeader>
      <DialogBody>
        <dl className={classes.keys}>
          {KEYS.map(([keys, what]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{t(`sql.shortcuts.${what}`)}</dd>
            </div>
          ))}
        </dl>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
