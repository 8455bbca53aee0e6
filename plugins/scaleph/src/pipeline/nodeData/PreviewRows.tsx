import { Text } from '@backstage/ui';
import type {
  NodePreview,
  SampleRows,
  SqlColumn,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useState } from 'react';
import { CopyButton } from '../../components';
import { useLanguage } from '../../hooks';
import { formatDuration, formatExactCount } from '../../lib/format';
import { toTsv } from '../../sql/results/exportRows';
import type { SqlRow, SqlValue } from '../../sql/results/ResultRows';
import { ResultTable } from '../../sql/results/ResultTable';
import { ValueDialog } from '../../sql/results/ValueDialog';
import { viewOf } from '../../sql/results/values';
import type { ResultSort } from '../../sql/results/values';
import { useScalephTranslation } from '../../translation';
import classes from './PreviewPanel.module.css';

/** The rows of a preview as a table, with what must be known of them. @internal */
export const PreviewRows = (props: {
  preview: NodePreview;
  sample: SampleRows;
}) => {
  const { preview, sample } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const [sort, setSort] = useState<ResultSort>();
  const [open, setOpen] = useState<{ column: SqlColumn; value: SqlValue }>();
  const { columns, truncated } = sample;
  const rows = sample.rows as SqlRow[];
  const places = useMemo(
    () => viewOf(rows, columns, '', sort),
    [rows, columns, sort],
  );
  const copied = useMemo(
    () => toTsv([columns.map(it => it.name), ...places.map(at => rows[at])]),
    [columns, rows, places],
  );
  const count = formatExactCount(rows.length, language);
  const sampled = preview.sampled?.length
    ? t('nodeForm.preview.sampled', {
        number: formatExactCount(preview.sourceRows ?? 0, language),
        nodes: preview.sampled.join(', '),
      })
    : undefined;
  return (
    <div className={classes.rows}>
      <div className={classes.facts}>
        <Text as="p" variant="body-small" color="secondary">
          {[
            truncated
              ? t('nodeForm.preview.first', { number: count })
              : t('nodeForm.preview.all', { number: count }),
            formatDuration(preview.durationMs, language),
            sampled,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <CopyButton text={copied} />
      </div>
      <ResultTable
        label={t('nodeForm.preview.rows')}
        columns={columns}
        rows={rows}
        places={places}
        sort={sort}
        onSort={setSort}
        onOpen={(column, value) => setOpen({ column, value })}
      />
      {open && <ValueDialog {...open} onClose={() => setOpen(undefined)} />}
    </div>
  );
};
