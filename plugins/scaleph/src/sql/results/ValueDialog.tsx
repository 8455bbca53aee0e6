import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import { CopyButton, surfaceClass } from '../../components';
import { useScalephTranslation } from '../../translation';
import type { SqlValue } from './ResultRows';
import { toText } from './values';
import classes from './ValueDialog.module.css';

/** A value with line breaks where it is nested, or JSON in a text. */
function toReadable(value: SqlValue): string {
  const text = toText(value);
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    // Numbers that a double does not hold would change: those are left alone.
    const parsed: unknown = JSON.parse(text);
    const isExact = JSON.stringify(parsed) === text.replace(/\s+/g, '');
    return isExact ? JSON.stringify(parsed, undefined, 2) : text;
  } catch {
    return text;
  }
}

/** One value in full. */
export const ValueDialog = (props: {
  column: SqlColumn;
  value: SqlValue;
  onClose(): void;
}) => {
  const { column, value, onClose } = props;
  const { t } = useScalephTranslation();
  return (
    <Dialog
      className={surfaceClass}
      isOpen
      onOpenChange={open => !open && onClose()}
      width={640}
    >
      <DialogHeader>{column.name}</DialogHeader>
      <DialogBody>
        <Text color="secondary" variant="body-small">
          {column.type}
        </Text>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- keys scroll it */}
        <pre className={classes.value} tabIndex={0}>
          {toReadable(value)}
        </pre>
      </DialogBody>
      <DialogFooter>
        <CopyButton text={toText(value)} />
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
