import { Alert, Button, Flex, Skeleton, Text } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import type { DeploymentPlanView } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense } from 'react';
import { CopyButton } from '../components';
import { saveFile } from '../sql/results/saveFile';
import { useScalephTranslation } from '../translation';

const CodeView = lazy(() => import('./plan/CodeView'));

/** A plan: what warns of it, and each artefact as it would be submitted. @internal */
export const PlanArtifacts = (props: {
  plan: DeploymentPlanView;
  help: string;
  /** Of each artefact, below that of what is around. */
  heading?: 'h3' | 'h4';
}) => {
  const { heading = 'h4' } = props;
  const { t } = useScalephTranslation();
  const { artifacts, warnings } = props.plan;
  return (
    <Flex direction="column" gap="4">
      <Text color="secondary">{props.help}</Text>
      {warnings.map(warning => (
        <Alert
          key={`${warning.pointer} ${warning.code}`}
          icon
          status="warning"
          title={warning.message}
          description={warning.fix}
        />
      ))}
      {artifacts.map(artifact => (
        <section key={artifact.name} aria-label={artifact.name}>
          <Flex justify="between" align="center">
            <Text as={heading} variant="body-medium" weight="bold">
              {artifact.name}
            </Text>
            <Flex gap="1">
              <CopyButton text={artifact.content} />
              <Button
                size="small"
                variant="tertiary"
                iconStart={<RiDownloadLine />}
                aria-label={t('views.plan.download', { name: artifact.name })}
                onPress={() =>
                  saveFile(
                    new Blob([artifact.content], { type: artifact.mediaType }),
                    artifact.name,
                  )
                }
              >
                {t('views.download')}
              </Button>
            </Flex>
          </Flex>
          <Suspense fallback={<Skeleton width="100%" height={160} />}>
            <CodeView
              label={artifact.name}
              mediaType={artifact.mediaType}
              text={artifact.content}
            />
          </Suspense>
        </section>
      ))}
    </Flex>
  );
};
