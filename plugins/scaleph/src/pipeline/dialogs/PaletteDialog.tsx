import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import type {
  KnownConnector,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import type { NodePlace } from '../lib/editGraph';
import { kindsAt } from '../lib/findConnectors';
import { ConnectorList } from '../palette/ConnectorList';
import { useConnectorSearch } from '../palette/useConnectorSearch';
import panel from '../palette/PalettePanel.module.css';
import readable from '../readable.module.css';
import classes from './PaletteDialog.module.css';

const Choices = (props: {
  place: NodePlace;
  connectors: KnownConnector[];
  targets: readonly Target[];
  onChoose(connector: KnownConnector): void;
}) => {
  const { t } = useScalephTranslation();
  const search = useConnectorSearch({
    connectors: props.connectors,
    kinds: kindsAt(props.place),
    targets: props.targets,
    onChoose: props.onChoose,
  });
  return (
    <div className={classes.choices}>
      <input
        {...search.field}
        className={panel.field}
        aria-label={t('pipeline.palette.search')}
        placeholder={t('pipeline.palette.search')}
        // The dialog is opened to search in it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        onChange={event => search.setSearch(event.target.value)}
      />
      <ConnectorList
        id={search.listId}
        sections={search.sections}
        active={search.active}
        fold={search.fold}
        targets={props.targets}
        onChoose={props.onChoose}
      />
    </div>
  );
};

/** Chooses the connector of a new node among those that fit its place. @internal */
const PaletteDialog = (props: {
  place: NodePlace | undefined;
  connectors: KnownConnector[];
  targets: readonly Target[];
  onChoose(connector: KnownConnector): void;
  onClose(): void;
}) => {
  const { place, onClose } = props;
  const { t } = useScalephTranslation();
  return (
    <Dialog
      isOpen={place !== undefined}
      onOpenChange={open => !open && onClose()}
      width={560}
    >
      <DialogHeader>{t('pipeline.palette.title')}</DialogHeader>
      <DialogBody className={readable.readable}>
        {place && <Choices {...props} place={place} />}
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

// React.lazy wants a default export.
export default PaletteDialog;
