import { Alert, Flex, Text } from '@backstage/ui';
import type { DeploymentPlanView } from '@scaleph/backstage-plugin-scaleph-common';
import { CopyButton } from '../components';
import classes from './PlanView.module.css';

/** A plan: what warns of it, and each artefact as it would be submitted. @internal */
export const PlanArtifacts = (props: {
  plan: DeploymentPlanView;
  help: string;
  /** Of each artefact, below that of what is around. */
  heading?: 'h3' | 'h4';
}) => {
  const { heading = 'h4' } = props;
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
            <CopyButton text={artifact.content} />
          </Flex>
          <pre
            className={classes.content}
            // A box that scrolls has to be reachable by keys.
            // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
          >
            {artifact.content}
          </pre>
        </section>
      ))}
    </Flex>
  );
};
