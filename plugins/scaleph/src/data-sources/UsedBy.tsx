import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { pipelineEntityRef } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../translation';
import classes from './UsedBy.module.css';

/** Links to the pipelines that use a data source. */
export const UsedBy = (props: { pipelines: string[] }) => {
  const { t } = useScalephTranslation();
  if (!props.pipelines.length) return <>{t('dataSources.usedByNone')}</>;
  return (
    <ul className={classes.list}>
      {props.pipelines.map(name => (
        <li key={name}>
          <EntityRefLink entityRef={pipelineEntityRef(name)} hideIcon>
            {name}
          </EntityRefLink>
        </li>
      ))}
    </ul>
  );
};
