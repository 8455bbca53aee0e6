import { ReactNode } from 'react';
import classes from './Tiles.module.css';

/** A few numbers side by side, each with its name. @internal */
export const Tiles = (props: { label: string; children: ReactNode }) => (
  <section aria-label={props.label}>
    <dl className={classes.tiles}>{props.children}</dl>
  </section>
);

/** @internal */
export const Tile = (props: {
  name: string;
  /** More about it, in small. */
  note?: ReactNode;
  children: ReactNode;
}) => (
  <div className={classes.tile}>
    <dt>{props.name}</dt>
    <dd>{props.children}</dd>
    {props.note && <dd className={classes.note}>{props.note}</dd>}
  </div>
);
