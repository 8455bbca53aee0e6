import { Content } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  dataSourceNameOf,
  pipelineNameOf,
  targetNameOf,
} from '@scaleph/backstage-plugin-scaleph-common';
import { PipelineSqlTab } from './PipelineSqlTab';
import { PlaceTab } from './PlaceTab';

/** Tab SQL of a pipeline, a cluster or a data source: a console for it. @internal */
export const SqlTab = () => {
  const { entity } = useEntity();
  const pipeline = pipelineNameOf(entity);
  const target = targetNameOf(entity);
  const dataSource = dataSourceNameOf(entity);
  return (
    <Content noPadding>
      {pipeline && <PipelineSqlTab key={pipeline} name={pipeline} />}
      {target && <PlaceTab kind="target" name={target} />}
      {dataSource && <PlaceTab kind="data-source" name={dataSource} />}
    </Content>
  );
};
