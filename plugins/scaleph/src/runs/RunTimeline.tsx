import { useApi } from '@backstage/core-plugin-api';
import { Flex, Skeleton, Text } from '@backstage/ui';
import type { Run, RunEvent } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../api';
import { ErrorPanel, StateChip } from '../components';
import { useApiResource, useLanguage } from '../hooks';
import { formatDateTime } from '../lib/format';
import { useScalephTranslation } from '../translation';
import classes from './RunTimeline.module.css';

const PAGE = 200;

/** What happened to a run, oldest first. @internal */
export const RunTimeline = ({ run }: { run: Run }) => {
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const api = useApi(scalephApiRef);
  const events = useApiResource(
    async signal => {
      const all: RunEvent[] = [];
      let full = true;
      while (full) {
        const after = all[all.length - 1]?.seq;
        const { items } = await api.listRunEvents(
          run.id,
          { after, limit: PAGE },
          { signal },
        );
        all.push(...items);
        full = items.length === PAGE;
      }
      return all;
    },
    [api, run.id, run.revision],
    { keepPrevious: true },
  );
  if (events.error) {
    return (
      <ErrorPanel
        title={t('runs.timeline.failed')}
        error={events.error}
        onRetry={events.reload}
      />
    );
  }
  if (!events.value) {
    return <Skeleton width="100%" height={160} />;
  }
  // What a run went through does not move any more; only what it is in does.
  const last = [...events.value].reverse().find(event => event.to);
  return (
    <ol className={classes.events} aria-label={t('runs.section.timeline')}>
      {events.value.map(event => (
        <li key={event.seq} className={classes.event}>
          <Flex align="center" gap="2">
            {event.to && event === last && <StateChip state={event.to} />}
            {event.to && event !== last && (
              <Text weight="bold">{t(`common.state.${event.to}`)}</Text>
            )}
            <Text variant="body-small" color="secondary">
              <time dateTime={event.at}>
                {formatDateTime(event.at, language)}
              </time>
              {event.actor &&
                ` · ${t('runs.timeline.by', {
                  actor: event.actor.split('/').pop() ?? event.actor,
                })}`}
            </Text>
          </Flex>
          <p className={classes.message}>{event.message}</p>
        </li>
      ))}
    </ol>
  );
};
