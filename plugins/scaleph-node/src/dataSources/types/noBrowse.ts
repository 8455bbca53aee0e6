import { LocalizedText } from '@scaleph/backstage-plugin-scaleph-common';

/** Why tables of a catalog are not shown, and how they are seen. @internal */
export const noCatalogBrowse: LocalizedText = {
  en: 'Tables of a lake are read by the engine, with its own libraries and its own way to the files, which the portal does not have. Test the connection here, and see tables and rows in the SQL tab of a Flink cluster, with CREATE CATALOG.',
  zh: '湖仓中的表由引擎通过其自身的库和文件访问方式读取，门户不具备这些条件。可在此测试连接；如需查看表和数据行，请在 Flink 集群的 SQL 标签页中使用 CREATE CATALOG。',
};
