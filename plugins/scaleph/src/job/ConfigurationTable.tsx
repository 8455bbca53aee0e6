import type { ConfigurationEntry } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../translation';
import table from '../runs/NodesTable.module.css';
import classes from './ConfigurationTable.module.css';

/** Keys and values, by group. @internal */
export const ConfigurationTable = (props: {
  label: string;
  entries: ConfigurationEntry[];
}) => {
  const { t } = useScalephTranslation();
  return (
    <div
      className={table.scroll}
      role="group"
      aria-label={props.label}
      // A box that scrolls has to be reachable by keys.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table
        className={`${table.table} ${classes.table}`}
        aria-label={props.label}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.group}>
              {t('job.configuration.group')}
            </th>
            <th scope="col" className={classes.key}>
              {t('job.configuration.key')}
            </th>
            <th scope="col">{t('job.configuration.value')}</th>
          </tr>
        </thead>
        <tbody>
          {props.entries.map(({ group, key, value }) => (
            <tr key={`${group} ${key}`}>
              <td className={classes.group}>{group ?? '–'}</td>
              <th scope="row" className={classes.code}>
                {key}
              </th>
              <td className={classes.code}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
