import { Select } from '@backstage/ui';
import type { SqlColumn } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useState } from 'react';
import {
  Area,
  AreaChart,
  Bar,
  BarChart,
  CartesianGrid,
  Legend,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { EmptyState } from '../../components';
import { useScalephTranslation } from '../../translation';
import { chartData, firstChart } from './chartData';
import type { SqlRow } from './ResultRows';
import { isNumeric } from './values';
import classes from './ResultChart.module.css';

// Told apart by people who see colours differently, on light and dark.
const COLOURS = [
  '#3f8cff',
  '#e8833a',
  '#2ca58d',
  '#c2557f',
  '#8d7bd8',
  '#8a8f98',
];
const KINDS = ['bar', 'line', 'area'] as const;

/** A result as bars, lines or areas of chosen columns. */
export const ResultChart = (props: {
  columns: SqlColumn[];
  rows: readonly SqlRow[];
  places: readonly number[];
}) => {
  const { columns, rows, places } = props;
  const { t } = useScalephTranslation();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('bar');
  const [chosen, setChosen] = useState(() => firstChart(columns));
  const { x, y } = chosen;
  const data = useMemo(
    () => chartData(columns, rows, places, x, y),
    [columns, rows, places, x, y],
  );
  const options = columns.map(({ name }, index) => ({
    id: String(index),
    label: name,
  }));
  const numbers = options.filter((_, index) => isNumeric(columns[index]));
  if (!numbers.length) {
    return (
      <EmptyState
        title={t('sql.chart.none')}
        description={t('sql.chart.noneHelp')}
      />
    );
  }
  const Chart = { bar: BarChart, line: LineChart, area: AreaChart }[kind];
  return (
    <div className={classes.root}>
      <div className={classes.bar}>
        <Select
          size="small"
          label={t('sql.chart.kind')}
          options={KINDS.map(id => ({ id, label: t(`sql.chart.kinds.${id}`) }))}
          value={kind}
          onChange={key => setKind(key as typeof kind)}
        />
        <Select
          size="small"
          label={t('sql.chart.x')}
          options={options}
          value={String(x)}
          onChange={key => setChosen({ x: Number(key), y })}
        />
        <Select
          size="small"
          label={t('sql.chart.y')}
          selectionMode="multiple"
          options={numbers}
          value={y.map(String)}
          onChange={keys => setChosen({ x, y: (keys as string[]).map(Number) })}
        />
      </div>
      <div
        className={classes.chart}
        role="img"
        aria-label={t('sql.chart.label', {
          y: y.map(it => columns[it]?.name).join(', '),
          x: columns[x]?.name ?? '',
        })}
      >
        <ResponsiveContainer width="100%" height="100%">
          <Chart
            data={data}
            margin={{ top: 12, right: 24, bottom: 8, left: 8 }}
          >
            <CartesianGrid stroke="var(--bui-border-1)" vertical={false} />
            <XAxis
              dataKey="x"
              stroke="var(--bui-fg-secondary)"
              tick={{ fontSize: 12 }}
              minTickGap={16}
            />
            <YAxis
              stroke="var(--bui-fg-secondary)"
              tick={{ fontSize: 12 }}
              width={72}
            />
            <Tooltip
              contentStyle={{
                background: 'var(--bui-bg-neutral-1)',
                border: '1px solid var(--bui-border-2)',
                color: 'var(--bui-fg-primary)',
              }}
            />
            <Legend />
            {y.map((column, index) => {
              const colour = COLOURS[index % COLOURS.length];
              const common = {
                dataKey: `y${column}`,
                name: columns[column]?.name,
                isAnimationActive: false,
              };
              if (kind === 'bar')
                return <Bar key={column} {...common} fill={colour} />;
              if (kind === 'line') {
                return (
                  <Line
                    key={column}
                    {...common}
                    stroke={colour}
                    dot={data.length < 60}
                  />
                );
              }
              return (
                <Area
                  key={column}
                  {...common}
                  stroke={colour}
                  fill={colour}
                  fillOpacity={0.25}
                />
              );
            })}
          </Chart>
        </ResponsiveContainer>
      </div>
    </div>
  );
};

export default ResultChart;
