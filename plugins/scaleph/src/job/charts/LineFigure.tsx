import { Skeleton, Text } from '@backstage/ui';
import { lazy, Suspense } from 'react';
import type { ChartPoint } from '../lib/withGaps';
import classes from './LineFigure.module.css';

const LinesChart = lazy(() => import('./LinesChart'));

/** One line of a chart. @internal */
export interface ChartLine {
  field: Exclude<keyof ChartPoint, 'time'>;
  name: string;
  colour: 'first' | 'second';
}

/** @internal */
export interface LineFigureProps {
  title: string;
  /** What one sees, in words: it stands in for the drawing. */
  summary: string;
  points: ChartPoint[];
  lines: ChartLine[];
  format(value: number): string;
}

/** A chart over time with its title, its legend and its meaning in words. @internal */
export const LineFigure = (props: LineFigureProps) => {
  const { title, summary, lines } = props;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <Text as="h3" variant="title-x-small">
          {title}
        </Text>
        <span className={classes.legend}>
          {lines.length > 1 &&
            lines.map(line => (
              <span key={line.field} data-colour={line.colour}>
                {line.name}
              </span>
            ))}
        </span>
        <Text as="p" variant="body-small" color="secondary">
          {summary}
        </Text>
      </figcaption>
      <div className={classes.chart} role="img" aria-label={summary}>
        <Suspense fallback={<Skeleton width="100%" height="100%" />}>
          <LinesChart {...props} />
        </Suspense>
      </div>
    </figure>
  );
};
