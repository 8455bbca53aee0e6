import { useRouteRef } from '@backstage/core-plugin-api';
import {
  ButtonLink,
  Select,
  Switch,
  ToggleButton,
  ToggleButtonGroup,
} from '@backstage/ui';
import { RiAddLine, RiLayoutGridLine, RiListUnordered } from '@remixicon/react';
import type { DataSourceTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { DebouncedSearch } from '../components';
import { useLanguage } from '../hooks';
import { localize } from '../pipeline/lib/localize';
import { newDataSourceRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { DataSourceFilters } from './useDataSourceFilters';
import classes from './DataSourceToolbar.module.css';

/** Search, filters, the two views and the way to a new data source. */
export const DataSourceToolbar = (props: {
  filters: DataSourceFilters;
  onChange(changes: Partial<DataSourceFilters>): void;
  types: DataSourceTypeInfo[];
  view: string;
  onViewChange(view: string): void;
  canCreate: boolean;
}) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const newHref = useRouteRef(newDataSourceRouteRef)();
  const { filters, onChange } = props;
  const types = props.types.map(({ type, title }) => ({
    id: type,
    label: localize(title, language),
  }));
  return (
    <div className={classes.toolbar}>
      <DebouncedSearch
        className={classes.search}
        label={t('dataSources.search')}
        value={filters.search}
        onChange={search => onChange({ search })}
      />
      <Select
        className={classes.select}
        size="small"
        aria-label={t('pages.filter.type')}
        icon={t('pages.filter.type')}
        options={[{ id: '', label: t('pages.filter.any') }, ...types]}
        value={filters.type}
        onChange={key => onChange({ type: String(key ?? '') })}
      />
      <Switch
        label={t('pages.filter.mine')}
        isSelected={filters.mine === 'true'}
        onChange={mine => onChange({ mine: mine ? 'true' : '' })}
      />
      <div className={classes.end}>
        <ToggleButtonGroup
          aria-label={t('dataSources.view.title')}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[props.view]}
          onSelectionChange={keys => props.onViewChange(String([...keys][0]))}
        >
          <ToggleButton
            id="cards"
            aria-label={t('dataSources.view.cards')}
            iconStart={<RiLayoutGridLine />}
          />
          <ToggleButton
            id="list"
            aria-label={t('dataSources.view.list')}
            iconStart={<RiListUnordered />}
          />
        </ToggleButtonGroup>
        {props.canCreate && (
          <ButtonLink
            variant="primary"
            href={newHref}
            iconStart={<RiAddLine />}
          >
            {t('dataSources.new')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
};
