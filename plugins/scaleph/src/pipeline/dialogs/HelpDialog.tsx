import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { Fragment } from 'react';
import { useScalephTranslation } from '../../translation';
import readable from '../readable.module.css';
import classes from './HelpDialog.module.css';

const MOD = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '')
  ? '⌘'
  : 'Ctrl';

const CANVAS = [
  { keys: ['←', '→', '↑', '↓'], text: 'next' },
  { keys: ['Shift+←', '→', '↑', '↓'], text: 'extend' },
  { keys: ['Alt+←', '→', '↑', '↓'], text: 'move' },
  { keys: ['Enter'], text: 'open' },
  { keys: ['Space'], text: 'toggle' },
  { keys: [`${MOD}+A`], text: 'all' },
  { keys: ['Shift'], text: 'box' },
  { keys: ['A', '/'], text: 'add' },
  { keys: ['C'], text: 'connect' },
  { keys: ['N'], text: 'comment' },
  { keys: ['Delete'], text: 'delete' },
  { keys: [`${MOD}+C`, 'X', 'V'], text: 'copy' },
  { keys: [`${MOD}+D`], text: 'duplicate' },
  { keys: ['L'], text: 'arrange' },
  { keys: ['F'], text: 'fit' },
  { keys: ['+', '−'], text: 'zoom' },
  { keys: ['Esc'], text: 'close' },
] as const;

const EVERYWHERE = [
  { keys: [`${MOD}+Z`], text: 'undo' },
  { keys: [`${MOD}+Y`], text: 'redo' },
  { keys: [`${MOD}+S`], text: 'save' },
  { keys: ['P'], text: 'preview' },
  { keys: ['Shift+F'], text: 'full' },
  { keys: ['Esc', 'Tab'], text: 'leaveText' },
  { keys: ['?'], text: 'help' },
] as const;

const Keys = (props: {
  heading: string;
  keys: readonly { keys: readonly string[]; text: string }[];
}) => (
  <section aria-label={props.heading}>
    <Text as="h4" variant="body-medium" weight="bold">
      {props.heading}
    </Text>
    <dl className={classes.keys}>
      {props.keys.map(({ keys, text }) => (
        <Fragment key={text}>
          <dt>
            {keys.map(key => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  </section>
);

/** The keys that the tab knows. @internal */
export const HelpDialog = (props: { isOpen: boolean; onClose(): void }) => {
  const { t } = useScalephTranslation();
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={open => !open && props.onClose()}
      width={560}
    >
      <DialogHeader>{t('pipeline.help.title')}</DialogHeader>
      <DialogBody className={readable.readable}>
        <Keys
          heading={t('canvas.keys.canvas')}
          keys={CANVAS.map(({ keys, text }) => ({
            keys,
            text: t(`canvas.keys.${text}`),
          }))}
        />
        <Keys
          heading={t('canvas.keys.everywhere')}
          keys={EVERYWHERE.map(({ keys, text }) => ({
            keys,
            text: t(`pipeline.help.${text}`),
          }))}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
