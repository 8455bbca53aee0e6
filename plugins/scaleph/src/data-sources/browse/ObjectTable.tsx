import { Button } from '@backstage/ui';
import { RiArrowRightSLine, RiKey2Line, RiStarLine } from '@remixicon/react';
import type { DataSourceObject } from '@scaleph/backstage-plugin-scaleph-common';
import { RowCount } from '../../components';
import { useLanguage } from '../../hooks';
import { formatBytes } from '../../lib/format';
import { useScalephTranslation } from '../../translation';
import classes from './DataSourceBrowser.module.css';
import { ObjectIcon } from './ObjectIcon';

/** A sign beside a name; what it means is read out, and shown on hover. */
const Mark = (props: { icon: typeof RiKey2Line; text: string }) => (
  <span
    className={classes.mark}
    role="img"
    aria-label={props.text}
    title={props.text}
  >
    <props.icon size={14} aria-hidden />
  </span>
);

/** One level of what a data source holds; a press on a name opens it. @internal */
export const ObjectTable = (props: {
  label: string;
  items: DataSourceObject[];
  onOpen(object: DataSourceObject): void;
}) => {
  const { items } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const has = (key: keyof DataSourceObject) =>
    items.some(item => item[key] !== undefined);
  const columns = {
    type: has('type'),
    rows: has('rows'),
    bytes: has('bytes'),
    comment: has('comment'),
  };
  return (
    // Rows without a button are scrolled by keys, too.
    <div
      className={classes.scroll}
      role="group"
      aria-label={props.label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table} aria-label={props.label}>
        <thead>
          <tr>
            <th scope="col">{t('browse.column.name')}</th>
            {columns.type && <th scope="col">{t('browse.column.type')}</th>}
            {columns.rows && (
              <th scope="col" className={classes.number}>
                {t('browse.column.rows')}
              </th>
            )}
            {columns.bytes && (
              <th scope="col" className={classes.number}>
                {t('browse.column.bytes')}
              </th>
            )}
            {columns.comment && (
              <th scope="col">{t('browse.column.comment')}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map(item => (
            <tr key={`${item.kind} ${item.name}`}>
              <th scope="row">
                <span className={classes.name}>
                  <ObjectIcon kind={item.kind} />
                  {item.hasChildren || item.hasRows ? (
                    <Button
                      size="small"
                      variant="tertiary"
                      iconEnd={<RiArrowRightSLine />}
                      onPress={() => props.onOpen(item)}
                    >
                      <span className={classes.label} title={item.name}>
                        {item.name}
                      </span>
                    </Button>
                  ) : (
                    <span className={classes.label} title={item.name}>
                      {item.name}
                    </span>
                  )}
                  {item.key && (
                    <Mark icon={RiKey2Line} text={t('browse.key')} />
                  )}
                  {item.current && (
                    <Mark icon={RiStarLine} text={t('browse.current')} />
                  )}
                </span>
              </th>
              {columns.type && (
                <td className={classes.code}>
                  {item.type}
                  {item.nullable === false && ` · ${t('browse.notNull')}`}
                </td>
              )}
              {columns.rows && (
                <td className={classes.number}>
                  {item.rows !== undefined && <RowCount count={item.rows} />}
                </td>
              )}
              {columns.bytes && (
                <td className={classes.number}>
                  {item.bytes !== undefined &&
                    formatBytes(item.bytes, language)}
                </td>
              )}
              {columns.comment && (
                <td>
                  <span className={classes.comment} title={item.comment}>
                    {item.comment}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
