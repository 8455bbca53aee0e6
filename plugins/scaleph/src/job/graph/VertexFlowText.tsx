import { RowCount } from '../../components';
import { useLanguage } from '../../hooks';
import { formatBytes } from '../../lib/format';
import { useScalephTranslation } from '../../translation';

/** Records, records a second and bytes that go into a vertex or out of it: `1.2 M · 350/s · 12 MB`. @internal */
export const VertexFlowText = (props: {
  records?: number;
  perSecond?: number;
  bytes?: number;
}) => {
  const { records, perSecond, bytes } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  if (records === undefined && bytes === undefined) {
    return <>–</>;
  }
  const digits = perSecond !== undefined && perSecond < 10 ? 1 : 0;
  return (
    <>
      {records !== undefined && <RowCount count={records} />}
      {perSecond !== undefined && (
        <>
          {' · '}
          <RowCount count={Number(perSecond.toFixed(digits))} />
          {t('job.perSecond')}
        </>
      )}
      {bytes !== undefined && ` · ${formatBytes(bytes, language)}`}
    </>
  );
};
