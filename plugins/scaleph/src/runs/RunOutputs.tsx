import { Flex, Text } from '@backstage/ui';
import type { RunOutput } from '@scaleph/backstage-plugin-scaleph-common';
import { CopyButton, RowCount } from '../components';
import { useLanguage } from '../hooks';
import { formatBytes } from '../lib/format';
import { useScalephTranslation } from '../translation';
import classes from './RunPage.module.css';

/** What a run has written, and where. @internal */
export const RunOutputs = (props: { outputs: RunOutput[] }) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  if (!props.outputs.length) {
    return null;
  }
  return (
    <section aria-label={t('runs.outputs.title')}>
      <Text as="h3" variant="title-x-small">
        {t('runs.outputs.title')}
      </Text>
      <ul className={classes.outputs}>
        {props.outputs.map(output => (
          <li key={`${output.node} ${output.location}`}>
            <Flex align="center" gap="2">
              <span className={classes.location}>
                {t(`runs.outputs.kind.${output.kind}`)}:{' '}
                <code>{output.location}</code>
              </span>
              {output.kind !== 'console' && (
                <CopyButton text={output.location} />
              )}
            </Flex>
            <Text variant="body-small" color="secondary">
              {output.node}
              {output.rows !== undefined && (
                <>
                  {' · '}
                  <RowCount count={output.rows} />{' '}
                  {t('runs.outputs.rows', { count: output.rows })}
                </>
              )}
              {output.bytes !== undefined &&
                ` · ${formatBytes(output.bytes, language)}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
};
