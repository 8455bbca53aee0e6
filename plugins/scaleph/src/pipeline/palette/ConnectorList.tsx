import type {
  KnownConnector,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { memo } from 'react';
import { ConnectorIcon } from '../../components';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { connectorAbsence } from '../lib/connectorAbsence';
import { localize } from '../lib/localize';
import { CONNECTOR_DATA, connectorKey } from '../lib/paletteSections';
import type { PaletteSection } from '../lib/paletteSections';
import classes from './ConnectorList.module.css';

const ConnectorOption = memo(
  (props: {
    id: string;
    connector: KnownConnector;
    active: boolean;
    /** Why it cannot be run; it can still be drawn. */
    absence?: string;
    draggable: boolean;
    onChoose(connector: KnownConnector): void;
  }) => {
    const { connector, active, absence, draggable, onChoose } = props;
    const language = useLanguage();
    const description = localize(connector.description, language);
    return (
      <div
        id={props.id}
        role="option"
        aria-selected={active}
        tabIndex={-1}
        className={[
          classes.option,
          active ? classes.active : '',
          absence ? classes.absent : '',
        ].join(' ')}
        title={absence ?? description}
        draggable={draggable}
        onDragStart={event => {
          event.dataTransfer.setData(CONNECTOR_DATA, connectorKey(connector));
          event.dataTransfer.effectAllowed = 'copy';
        }}
        // Keys are those of the search field, which keeps the focus.
        onKeyDown={() => {}}
        onClick={() => onChoose(connector)}
      >
        <ConnectorIcon icon={connector.icon} />
        <span className={classes.text}>
          <span className={classes.title}>
            {localize(connector.title, language)}
          </span>
          {absence && <span className={classes.reason}>{absence}</span>}
        </span>
      </div>
    );
  },
);

/** Connectors in their sections, as the options of a search field. @internal */
export const ConnectorList = (props: {
  /** Of the list; options are `<id>-<number>`. */
  id: string;
  sections: PaletteSection[];
  /** Number of the option that Enter takes; -1 for none. */
  active: number;
  /** The connectors that cannot be run here, where they can be left out. */
  fold?: { absent: number; unfolded: boolean; onToggle(): void };
  targets: readonly Target[];
  target?: string;
  draggable?: boolean;
  onChoose(connector: KnownConnector): void;
}) => {
  const { id, sections, active, fold, targets, target } = props;
  const { draggable = false } = props;
  const { t } = useScalephTranslation();
  let number = 0;
  const list = (
    <div
      id={id}
      role="listbox"
      aria-label={t('pipeline.palette.title')}
      className={classes.list}
    >
      {sections.map(({ kind, category, connectors }) => {
        const label = `${t(`pipeline.kind.${kind}`)} · ${t(
          `canvas.category.${category}`,
        )}`;
        return (
          <div
            key={`${kind} ${category}`}
            role="group"
            aria-label={label}
            className={classes.section}
          >
            <div className={classes.heading} aria-hidden>
              {label}
            </div>
            {connectors.map(connector => {
              const index = number++;
              const absence = connectorAbsence(connector, targets, target);
              return (
                <ConnectorOption
                  key={connectorKey(connector)}
                  id={`${id}-${index}`}
                  connector={connector}
                  active={index === active}
                  draggable={draggable}
                  absence={
                    absence &&
                    (absence.type === 'target'
                      ? t('canvas.palette.notOn', { target: absence.target })
                      : t('canvas.palette.nowhere'))
                  }
                  onChoose={props.onChoose}
                />
              );
            })}
          </div>
        );
      })}
      {!sections.length && (
        <div role="option" aria-selected={false} aria-disabled tabIndex={-1}>
          {t('pipeline.palette.none')}
        </div>
      )}
    </div>
  );
  return (
    <>
      {list}
      {fold && (
        <button
          type="button"
          className={classes.fold}
          aria-expanded={fold.unfolded}
          onClick={fold.onToggle}
        >
          {t(fold.unfolded ? 'canvas.palette.fold' : 'canvas.palette.unfold', {
            number: String(fold.absent),
          })}
        </button>
      )}
    </>
  );
};
