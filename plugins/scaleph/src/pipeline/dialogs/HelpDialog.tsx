import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { Fragment } from 'react';
import { useScalephTranslation } from '../../translation';
import classes from './HelpDialog.module.css';
import readable from '../readable.module.css';

const MOD = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')
  ? '⌘'
  : 'Ctrl';

const KEYS = [
  { keys: ['←', '→', '↑', '↓'], text: 'move' },
  { keys: ['Enter'], text: 'open' },
  { keys: ['Esc'], text: 'close' },
  { keys: ['Delete'], text: 'delete' },
  { keys: [`${MOD}+Z`], text: 'undo' },
  { keys: [`${MOD}+Y`], text: 'redo' },
  { keys: [`${MOD}+S`], text: 'save' },
  { keys: ['?'], text: 'help' },
] as const;

/** The keys that the tab knows. @internal */
export const HelpDialog = (props: { isOpen: boolean; onClose(): void }) => {
  const { t } = useScalephTranslation();
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={open => !open && props.onClose()}
      width={440}
    >
      <DialogHeader>{t('pipeline.help.title')}</DialogHeader>
      <DialogBody className={readable.readable}>
        <dl className={classes.keys}>
          {KEYS.map(({ keys, text }) => (
            <Fragment key={text}>
              <dt>
                {keys.map(key => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{t(`pipeline.help.${text}`)}</dd>
            </Fragment>
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
