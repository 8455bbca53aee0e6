import type { SqlPlace } from '@scaleph/backstage-plugin-scaleph-common';

const FLINK = `-- Ctrl+Enter runs the statement at the cursor.
SELECT name, COUNT(*) AS visits
FROM (VALUES ('Ada'), ('Bo'), ('Ada'), ('Chen'), ('Bo'), ('Ada')) AS t(name)
GROUP BY name;
`;
const OTHER = `-- Ctrl+Enter runs the statement at the cursor.
SELECT 1 AS one, CURRENT_TIMESTAMP AS now;
`;

/** What a console shows at the first visit: something that runs everywhere. */
export const sampleQuery = ({ dialect }: Pick<SqlPlace, 'dialect'>): string =>
  dialect === 'flink' ? FLINK : OTHER;
