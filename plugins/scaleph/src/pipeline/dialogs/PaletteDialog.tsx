import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  SearchField,
  Text,
} from '@backstage/ui';
import type { KnownConnector } from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { ConnectorIcon } from '../../components';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import type { NodePlace } from '../lib/editGraph';
import { findConnectors, kindsAt } from '../lib/findConnectors';
import { localize } from '../lib/localize';
import classes from './PaletteDialog.module.css';
import readable from '../readable.module.css';

/** Chooses the connector of a new node among those that fit its place. @internal */
export const PaletteDialog = (props: {
  place: NodePlace | undefined;
  connectors: KnownConnector[];
  onChoose(connector: KnownConnector): void;
  onClose(): void;
}) => {
  const { place, connectors, onChoose, onClose } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  useEffect(() => setSearch(''), [place]);
  const groups = kindsAt(place ?? {})
    .map(kind => ({
      kind,
      found: findConnectors(connectors, kind, search, language),
    }))
    .filter(({ found }) => found.length > 0);
  return (
    <Dialog
      isOpen={place !== undefined}
      onOpenChange={open => !open && onClose()}
      width={760}
    >
      <DialogHeader>{t('pipeline.palette.title')}</DialogHeader>
      <DialogBody className={readable.readable}>
        <Flex direction="column" gap="4">
          <SearchField
            aria-label={t('pipeline.palette.search')}
            placeholder={t('pipeline.palette.search')}
            value={search}
            onChange={setSearch}
            // The dialog is opened to search in it.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
          />
          {groups.map(({ kind, found }) => (
            <section key={kind} aria-label={t(`pipeline.kind.${kind}`)}>
              <Text as="h4" variant="body-medium" weight="bold">
                {t(`pipeline.kind.${kind}`)}
              </Text>
              <ul className={classes.list}>
                {found.map(connector => (
                  <li key={connector.name}>
                    <button
                      type="button"
                      className={classes.item}
                      onClick={() => onChoose(connector)}
                    >
                      <ConnectorIcon icon={connector.icon} />
                      <span className={classes.text}>
                        <Text as="div" weight="bold">
                          {localize(connector.title, language)}
                        </Text>
                        <Text
                          as="div"
                          variant="body-small"
                          color="secondary"
                          className={classes.description}
                        >
                          {localize(connector.description, language)}
                        </Text>
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {!groups.length && (
            <Text color="secondary">{t('pipeline.palette.none')}</Text>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
