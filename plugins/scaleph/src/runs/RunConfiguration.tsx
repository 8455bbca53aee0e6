import { Flex, Skeleton, Text } from '@backstage/ui';
import { printPipeline } from '@scaleph/backstage-plugin-scaleph-common';
import type { Run } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useMemo } from 'react';
import { CopyButton } from '../components';
import { useScalephTranslation } from '../translation';
import readable from '../pipeline/readable.module.css';
import classes from './RunPage.module.css';

const YamlEditor = lazy(() => import('../pipeline/yaml/YamlEditor'));

const NOTHING = () => {};

/** The document that the run was made of, and its parameters. @internal */
export const RunConfiguration = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const text = useMemo(() => printPipeline(run.document), [run.document]);
  const parameters = Object.entries(run.parameters);
  return (
    <Flex direction="column" gap="4">
      {parameters.length > 0 && (
        <section aria-label={t('runs.configuration.parameters')}>
          <Text as="h3" variant="title-x-small">
            {t('runs.configuration.parameters')}
          </Text>
          <dl className={classes.parameters}>
            {parameters.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section aria-label={t('runs.configuration.document')}>
        <Flex justify="between" align="center">
          <Text as="h3" variant="title-x-small">
            {t('runs.configuration.document')}
          </Text>
          <CopyButton text={text} />
        </Flex>
        <div className={`${classes.yaml} ${readable.readable}`}>
          <Suspense fallback={<Skeleton width="100%" height="100%" />}>
            <YamlEditor
              text={text}
              problems={[]}
              readOnly
              onChange={NOTHING}
              onUndo={NOTHING}
              onRedo={NOTHING}
            />
          </Suspense>
        </div>
      </section>
    </Flex>
  );
};
