import { ReactNode } from 'react';
import table from '../runs/NodesTable.module.css';
import classes from './ScrollTable.module.css';

/** A plain table that scrolls sideways where there is no room. */
export const ScrollTable = (props: { label: string; children: ReactNode }) => (
  <div
    className={table.scroll}
    role="group"
    aria-label={props.label}
    // A box that scrolls has to be reachable by keys.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    tabIndex={0}
  >
    <table
      className={`${table.table} ${classes.table}`}
      aria-label={props.label}
    >
      {props.children}
    </table>
  </div>
);
