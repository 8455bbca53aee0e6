import { Select, Switch } from '@backstage/ui';
import type { RunState } from '@scaleph/backstage-plugin-scaleph-common';
import { DebouncedSearch } from '../../components';
import { useCatalogOptions } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { PipelineFilters } from './usePipelineFilters';
import classes from './PipelineFilterBar.module.css';

const TYPES = [
  'seatunnel',
  'flink-sql',
  'flink-jar',
  'flink-cdc',
  'dataflow',
] as const;

// The states that a newest run rests in, or that somebody looks for.
const STATES: RunState[] = [
  'RUNNING',
  'FINISHED',
  'FAILED',
  'CANCELED',
  'SUSPENDED',
  'RECONCILING',
];

/** Search and filters of the list of pipelines. */
export const PipelineFilterBar = (props: {
  filters: PipelineFilters;
  onChange(changes: Partial<PipelineFilters>): void;
}) => {
  const { t } = useScalephTranslation();
  const { value: systems = [] } = useCatalogOptions(['system']);
  const { filters, onChange } = props;
  const any = { id: '', label: t('pages.filter.any') };

  return (
    <div className={classes.bar}>
      <DebouncedSearch
        className={classes.search}
        label={t('pages.pipelines.search')}
        value={filters.search}
        onChange={search => onChange({ search })}
      />
      <Select
        className={classes.select}
        size="small"
        aria-label={t('pages.filter.system')}
        icon={t('pages.filter.system')}
        options={[any, ...systems]}
        value={filters.system}
        onChange={key => onChange({ system: String(key ?? '') })}
      />
      <Select
        className={classes.select}
        size="small"
        aria-label={t('pages.filter.type')}
        icon={t('pages.filter.type')}
        options={[
          any,
          ...TYPES.map(id => ({ id, label: t(`common.type.${id}`) })),
        ]}
        value={filters.type}
        onChange={key => onChange({ type: String(key ?? '') })}
      />
      <Select
        className={classes.select}
        size="small"
        aria-label={t('pages.filter.state')}
        icon={t('pages.filter.state')}
        options={[
          any,
          ...STATES.map(id => ({ id, label: t(`common.state.${id}`) })),
        ]}
        value={filters.state}
        onChange={key => onChange({ state: String(key ?? '') })}
      />
      <Switch
        label={t('pages.filter.mine')}
        isSelected={filters.mine === 'true'}
        onChange={mine => onChange({ mine: mine ? 'true' : '' })}
      />
      <Switch
        label={t('views.retire.filter')}
        isSelected={filters.retired === 'true'}
        onChange={retired => onChange({ retired: retired ? 'true' : '' })}
      />
    </div>
  );
};
