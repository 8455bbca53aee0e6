import { Content } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { dataSourceNameOf } from '@scaleph/backstage-plugin-scaleph-common';
import { EmptyState, ErrorPanel } from '../../components';
import { useApiResource, useLanguage } from '../../hooks';
import { useApi } from '@backstage/core-plugin-api';
import { scalephApiRef } from '../../api';
import { localize } from '../../pipeline/lib/localize';
import { useScalephTranslation } from '../../translation';
import { useDataSourceTypes } from '../useDataSourceTypes';
import { DataSourceBrowser } from './DataSourceBrowser';

/** Tab Data of a data source: what it holds. @internal */
export const DataTab = () => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { entity } = useEntity();
  const name = dataSourceNameOf(entity) ?? '';
  const language = useLanguage();
  const types = useDataSourceTypes();
  const { value, error, reload } = useApiResource(
    signal => api.getDataSource(name, { signal }),
    [api, name],
  );
  const type = types.value?.find(it => it.type === value?.type);
  const problem = error ?? types.error;
  return (
    <Content noPadding>
      {problem && (
        <ErrorPanel
          title={t('dataSources.loadOneFailed', { name })}
          error={problem}
          onRetry={error ? reload : types.reload}
        />
      )}
      {type && !type.browse.length && (
        <EmptyState
          title={t('browse.none')}
          description={
            type.noBrowse
              ? localize(type.noBrowse, language)
              : t('browse.noneHelp')
          }
        />
      )}
      {type && type.browse.length > 0 && (
        <DataSourceBrowser key={name} name={name} />
      )}
    </Content>
  );
};
