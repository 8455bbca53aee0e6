import { ButtonIcon, Text } from '@backstage/ui';
import { RiAddLine, RiSideBarLine } from '@remixicon/react';
import type {
  KnownConnector,
  NodeKind,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { memo, useEffect, useRef } from 'react';
import { useScalephTranslation } from '../../translation';
import { ConnectorList } from './ConnectorList';
import { useConnectorSearch } from './useConnectorSearch';
import { usePaletteMemory } from './usePaletteMemory';
import classes from './PalettePanel.module.css';

const KINDS: NodeKind[] = ['source', 'transform', 'sink'];

/**
 * The connectors beside the canvas: to be dragged onto it, or added after the
 * node that is picked.
 *
 * @internal
 */
const PalettePanel = memo(
  (props: {
    connectors: KnownConnector[];
    /** Those that run pipelines of this type. */
    targets: readonly Target[];
    /** Counts up when somebody asks for the search field. */
    focusKey: number;
    onChoose(connector: KnownConnector): void;
  }) => {
    const { connectors, targets, focusKey, onChoose } = props;
    const { t } = useScalephTranslation();
    const [memory, setMemory] = usePaletteMemory();
    const { open, target } = memory;
    const field = useRef<HTMLInputElement>(null);
    const search = useConnectorSearch({
      connectors,
      kinds: KINDS,
      targets,
      target,
      onChoose,
    });
    useEffect(() => {
      if (focusKey) {
        setMemory({ open: true });
      }
    }, [focusKey, setMemory]);
    useEffect(() => {
      if (focusKey && open) {
        field.current?.focus();
      }
    }, [focusKey, open]);
    if (!open) {
      return (
        <div className={classes.closed}>
          <ButtonIcon
            variant="tertiary"
            icon={<RiAddLine />}
            aria-label={t('canvas.palette.open')}
            onPress={() => setMemory({ open: true })}
          />
        </div>
      );
    }
    return (
      <aside className={classes.panel} aria-label={t('canvas.palette.label')}>
        <div className={classes.head}>
          <Text as="h3" variant="body-medium" weight="bold">
            {t('pipeline.palette.title')}
          </Text>
          <ButtonIcon
            variant="tertiary"
            icon={<RiSideBarLine />}
            aria-label={t('canvas.palette.close')}
            onPress={() => setMemory({ open: false })}
          />
        </div>
        <div className={classes.fields}>
          <input
            ref={field}
            {...search.field}
            className={classes.field}
            aria-label={t('pipeline.palette.search')}
            placeholder={t('pipeline.palette.search')}
            onChange={event => search.setSearch(event.target.value)}
          />
          {targets.length > 1 && (
            <select
              className={classes.field}
              aria-label={t('canvas.palette.target')}
              value={targets.some(it => it.name === target) ? target : ''}
              onChange={event =>
                setMemory({ target: event.target.value || undefined })
              }
            >
              <option value="">{t('canvas.palette.anyTarget')}</option>
              {targets.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </div>
        <div
          className={classes.body}
          // A box that scrolls has to be reachable by keys.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label={t('canvas.palette.label')}
        >
          <ConnectorList
            id={search.listId}
            sections={search.sections}
            active={search.active}
            fold={search.fold}
            targets={targets}
            target={target}
            draggable
            onChoose={onChoose}
          />
        </div>
      </aside>
    );
  },
);

// React.lazy wants a default export.
export default PalettePanel;
