import { useRouteRef } from '@backstage/core-plugin-api';
import { ErrorPanel } from '../components';
import { useLanguage, useOwnership, useUrlState } from '../hooks';
import { useNavigate } from '../lib/router';
import { localize } from '../pipeline/lib/localize';
import { FormPage, FormSkeleton } from '../registrations/FormPage';
import { TypeGallery } from '../registrations/TypeGallery';
import { dataSourcesRouteRef } from '../routes';
import { useScalephTranslation } from '../translation';
import { DataSourceCreateForm } from './DataSourceCreateForm';
import { useDataSourceTypes } from './useDataSourceTypes';

/** A gallery of types, then the form of the chosen one; the URL keeps which. */
export const CreateDataSourcePage = () => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const types = useDataSourceTypes();
  const ownership = useOwnership();
  const navigate = useNavigate();
  const listHref = useRouteRef(dataSourcesRouteRef)();
  const [chosen, choose] = useUrlState({ type: '' });
  const type = types.value?.find(it => it.type === chosen.type);

  if (types.error) {
    return (
      <FormPage title={t('dataSources.new')}>
        <ErrorPanel
          title={t('dataSources.typesFailed')}
          error={types.error}
          onRetry={types.reload}
        />
      </FormPage>
    );
  }
  if (!types.value || !ownership) {
    return (
      <FormPage title={t('dataSources.new')}>
        <FormSkeleton />
      </FormPage>
    );
  }
  if (!type) {
    return (
      <FormPage title={t('dataSources.choose')}>
        <TypeGallery
          types={types.value}
          onChoose={name => choose({ type: name }, { push: true })}
        />
      </FormPage>
    );
  }
  const title = t('dataSources.newOf', {
    type: localize(type.title, language),
  });
  return (
    <FormPage title={title} icon={type.icon}>
      <DataSourceCreateForm
        key={type.type}
        type={type}
        owner={ownership.defaultOwner}
        onCreated={() => navigate(listHref)}
        cancelHref={listHref}
      />
    </FormPage>
  );
};
