import { Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { ErrorText } from '../../../components';
import classes from './FieldNote.module.css';

/** What is wrong with a field, below it; the same for all kinds of fields. @internal */
export const FieldNote = (props: {
  severity?: 'error' | 'warning';
  children: ReactNode;
}) => (
  <Text as="p" variant="body-small" className={classes.note}>
    <ErrorText severity={props.severity}>{props.children}</ErrorText>
  </Text>
);
