import { ReactNode } from 'react';
import classes from './ErrorText.module.css';

/** A few words in the colour of errors or warnings, dark enough to read. */
export const ErrorText = (props: {
  severity?: 'error' | 'warning';
  children: ReactNode;
}) => (
  <span className={classes[props.severity ?? 'error']}>{props.children}</span>
);
