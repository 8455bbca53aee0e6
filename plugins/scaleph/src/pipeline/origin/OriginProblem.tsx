import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import type { Pipeline } from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { ConfirmDialog } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './OriginNotice.module.css';
import { useReadAgain } from './useReadAgain';

const SHOWN = 5;

/** Why the newest file was not taken, and the ways on. @internal */
export const OriginProblem = (props: {
  pipeline: Pipeline;
  /** Absent when the user may not change the pipeline. */
  onChanged?: (pipeline: Pipeline) => void;
  onLook(): void;
}) => {
  const { pipeline, onChanged, onLook } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const [accepting, setAccepting] = useState(false);
  const { origin, publishedVersion } = pipeline;
  const { error, problems = [], movedTo, url, entityRef } = origin ?? {};
  const { isReading, readAgain } = useReadAgain(
    entityRef ?? '',
    JSON.stringify(origin),
    onLook,
  );
  if (!error) {
    return null;
  }
  // What the error says already is not said again.
  const more = problems
    .map(({ message }) => message)
    .filter(message => !error.includes(message));
  const kept =
    publishedVersion === undefined
      ? t('origin.error.first')
      : t('origin.error.kept', { version: String(publishedVersion) });
  return (
    <>
      <Alert
        icon
        status="warning"
        title={movedTo ? t('origin.moved.title') : kept}
        description={
          <>
            {error}
            {more.length > 0 && (
              <ul className={classes.problems}>
                {more.slice(0, SHOWN).map(message => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            )}
          </>
        }
        customActions={
          <Flex gap="2" style={{ flexWrap: 'wrap' }}>
            {movedTo && onChanged && (
              <Button
                size="small"
                variant="secondary"
                onPress={() => setAccepting(true)}
              >
                {t('origin.moved.action')}
              </Button>
            )}
            <Button
              size="small"
              variant="secondary"
              isDisabled={isReading}
              onPress={readAgain}
            >
              {t(isReading ? 'origin.reading' : 'origin.readAgain')}
            </Button>
          </Flex>
        }
      />
      {movedTo && onChanged && (
        <ConfirmDialog
          isOpen={accepting}
          title={t('origin.moved.confirmTitle', { name: pipeline.name })}
          confirmLabel={t('origin.moved.action')}
          onConfirm={async () =>
            onChanged(await api.acceptOrigin(pipeline.name, movedTo))
          }
          onClose={() => setAccepting(false)}
        >
          {t('origin.moved.help')}
          <dl className={classes.places}>
            <dt>{t('origin.moved.before')}</dt>
            <dd>{url}</dd>
            <dt>{t('origin.moved.after')}</dt>
            <dd>{movedTo}</dd>
          </dl>
        </ConfirmDialog>
      )}
    </>
  );
};
