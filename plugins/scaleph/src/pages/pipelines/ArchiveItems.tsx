import { Link } from '@backstage/ui';
import {
  ArchiveImport,
  pipelineEntityRef,
} from '@scaleph/backstage-plugin-scaleph-common';
import { ErrorText } from '../../components';
import { useScalephTranslation } from '../../translation';
import classes from './ArchiveItems.module.css';
import { usePipelineHref } from './useOpenPipeline';

/** Each pipeline of an archive with what happens, or happened, to it. */
export const ArchiveItems = (props: {
  items: ArchiveImport['items'];
  isDone: boolean;
}) => {
  const { items, isDone } = props;
  const { t } = useScalephTranslation();
  const hrefOf = usePipelineHref();
  return (
    <table className={classes.table} aria-label={t('views.archive.table')}>
      <thead>
        <tr>
          <th scope="col">{t('views.archive.pipeline')}</th>
          <th scope="col">{t('views.archive.versions')}</th>
          <th scope="col">
            {isDone ? t('views.archive.done') : t('views.archive.outcome')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(item => {
          const { path, name, outcome, versions, message, problems } = item;
          const shown = name ?? path;
          const href =
            isDone && name && outcome !== 'refused'
              ? hrefOf(pipelineEntityRef(name))
              : undefined;
          const word = t(`views.archive.${isDone ? 'was' : 'will'}.${outcome}`);
          return (
            <tr key={path}>
              <th scope="row">
                {href ? <Link href={href}>{shown}</Link> : shown}
              </th>
              <td>{versions ?? ''}</td>
              <td>
                {outcome === 'refused' ? (
                  <ErrorText severity="error">{word}</ErrorText>
                ) : (
                  word
                )}
                {message && <div className={classes.more}>{message}</div>}
                {problems && outcome !== 'refused' && (
                  <div className={classes.more}>
                    {t('views.archive.problems', { count: problems.length })}
                  </div>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
