import { DateTime } from 'luxon';
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { useLanguage } from '../../hooks';
import type { ChartLine, LineFigureProps } from './LineFigure';
import classes from './LineFigure.module.css';

const COLOURS: Record<ChartLine['colour'], string> = {
  first: 'var(--chart-first)',
  second: 'var(--chart-second)',
};
const TICK = { fill: 'var(--bui-fg-secondary)' };
const MARGIN = { top: 8, right: 12, bottom: 0, left: 0 };

/** Lines over time drawn with recharts: the only file that knows that library. @internal */
export const LinesChart = (
  props: Pick<LineFigureProps, 'points' | 'lines' | 'format'>,
) => {
  const { points, lines, format } = props;
  const language = useLanguage();
  const clock = (time: number) =>
    DateTime.fromMillis(time)
      .setLocale(language)
      .toLocaleString(DateTime.TIME_24_WITH_SECONDS);
  return (
    <ResponsiveContainer width="100%" height="100%" minWidth={0}>
      <LineChart data={points} margin={MARGIN} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
        <XAxis
          dataKey="time"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={clock}
          tick={TICK}
          stroke="var(--bui-border-2)"
          minTickGap={40}
        />
        <YAxis
          tickFormatter={format}
          tick={TICK}
          stroke="var(--bui-border-2)"
          width={64}
          domain={[0, 'auto']}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label, payload }) =>
            active && payload?.length ? (
              <div className={classes.tooltip}>
                {clock(Number(label))}
                <dl>
                  {payload.map(({ name, value }) => [
                    <dt key={`${name}`}>{name}</dt>,
                    <dd key={`${name} value`}>{format(Number(value))}</dd>,
                  ])}
                </dl>
              </div>
            ) : null
          }
        />
        {lines.map(({ field, name, colour }) => (
          <Line
            key={field}
            dataKey={field}
            name={name}
            stroke={COLOURS[colour]}
            strokeWidth={2}
            type="linear"
            dot={points.length < 2}
            // A gap is a time when nobody looked, not a line across it.
            connectNulls={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
};

// React.lazy wants a default export.
export default LinesChart;
