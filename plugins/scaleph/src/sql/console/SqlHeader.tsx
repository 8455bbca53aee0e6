import {
  Button,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
  Select,
  Text,
} from '@backstage/ui';
import {
  RiAddLine,
  RiArrowDownSLine,
  RiDatabase2Line,
  RiSettings3Line,
} from '@remixicon/react';
import type { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';
import { LookChip } from '../../components';
import { useLanguage } from '../../hooks';
import { formatDuration, formatExactCount } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import { placeKey } from '../session/useSqlPlaces';
import type { SqlSessionState } from '../session/useSqlSession';
import classes from './SqlConsole.module.css';
import type { SqlDialog } from './SqlToolbar';

/** Where the SQL runs: place and session, and what is allowed there. */
export const SqlHeader = (props: {
  place: SqlPlace;
  places: SqlPlace[];
  /** Absent where the place is given, as in a tab of an entity. */
  onPlace?(key: string): void;
  state: SqlSessionState;
  onOpen(dialog: SqlDialog): void;
}) => {
  const { place, places, onPlace, state, onOpen } = props;
  const { session, sessions } = state;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const limits = session?.limits;
  const isReadOnly = place.kind === 'data-source' && session && !session.write;
  const optionsOf = (kind: SqlPlace['kind']) =>
    places
      .filter(it => it.kind === kind)
      .map(it => ({ id: placeKey(it), label: it.title }));
  const sections = [
    { title: t('sql.place.targets'), options: optionsOf('target') },
    { title: t('sql.place.dataSources'), options: optionsOf('data-source') },
  ].filter(it => it.options.length);
  return (
    <div className={classes.header}>
      {onPlace && (
        <Select
          className={classes.place}
          size="small"
          aria-label={t('sql.place.label')}
          icon={<RiDatabase2Line />}
          options={sections}
          value={placeKey(place)}
          onChange={key => onPlace(String(key))}
        />
      )}
      <MenuTrigger>
        <Button
          size="small"
          variant="tertiary"
          iconEnd={<RiArrowDownSLine />}
          isDisabled={state.opening}
        >
          {session ? session.title : t('sql.session.none')}
        </Button>
        <Menu>
          {sessions.map(it => (
            <MenuItem key={it.id} onAction={() => state.choose(it.id)}>
              {it.state === 'open'
                ? it.title
                : t('sql.session.endedNamed', { title: it.title })}
            </MenuItem>
          ))}
          {sessions.length > 0 && <MenuSeparator />}
          <MenuItem
            iconStart={<RiAddLine />}
            onAction={() => onOpen('newSession')}
          >
            {t('sql.session.new')}
          </MenuItem>
          {session && (
            <MenuItem
              iconStart={<RiSettings3Line />}
              onAction={() => onOpen('session')}
            >
              {t('sql.session.about')}
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
      {state.opening && (
        <LookChip look="changing" label={t('sql.session.opening')} />
      )}
      {session?.environment && (
        <Text variant="body-small" color="secondary">
          {t('sql.session.in', { environment: session.environment })}
        </Text>
      )}
      <div className={classes.facts}>
        {isReadOnly && (
          <LookChip look="still" label={t('sql.session.readOnly')} />
        )}
        {place.kind === 'data-source' && session?.write && (
          <LookChip look="changing" label={t('sql.session.writes')} />
        )}
        {limits && (
          <Text variant="body-small" color="secondary">
            {limits.timeoutSeconds > 0
              ? t('sql.session.limits', {
                  rows: formatExactCount(limits.maxRows, language),
                  time: formatDuration(limits.timeoutSeconds * 1000, language),
                })
              : t('sql.session.rowLimit', {
                  rows: formatExactCount(limits.maxRows, language),
                })}
          </Text>
        )}
      </div>
    </div>
  );
};
