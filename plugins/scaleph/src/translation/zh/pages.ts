import type { SameKeys } from '../flattenMessages';
import type { pages as en } from '../en/pages';

/** The page Scaleph and its sub-page Pipelines. */
export const pages: SameKeys<typeof en> = {
  title: 'Scaleph',
  tabs: {
    pipelines: '流水线',
    runs: '运行记录',
    dataSources: '数据源',
    clusters: '集群',
    sql: 'SQL',
  },
  filter: {
    any: '不限',
    system: '系统',
    type: '类型',
    state: '最近运行',
    mine: '只看我的',
  },
  pipelines: {
    search: '搜索流水线',
    open: '打开',
    run: '运行版本 {{version}}',
    runUnpublished: '运行（请先发布）',
    runFailed: '流水线“{{name}}”未能启动：{{message}}',
    loadFailed: '无法加载流水线列表',
    none: '还没有流水线',
    noneHelp:
      '流水线从数据源读取数据，经过转换后写入目标。请选择创建第一条流水线的方式。',
    noMatch: '没有符合搜索和筛选条件的流水线',
    column: {
      name: '名称',
      type: '类型',
      owner: '所有者',
      lastRun: '最近运行',
      duration: '耗时',
      target: '运行目标',
      changed: '修改时间',
      actions: '操作',
    },
  },
  new: {
    title: '新建流水线',
    draft: '从画布开始',
    draftHelp: '从空白画布开始，逐个添加节点。',
    template: '使用模板',
    templateHelp: '填写表单，自动配置数据源和目标。',
    import: '导入文件',
    importHelp: '导入文档（YAML、JSON）或归档（ZIP）。',
  },
  draft: {
    title: '新建流水线',
    name: '名称',
    nameHelp:
      '可使用字母、数字、“-”、“_”和“.”，首尾须为字母或数字；创建后不可更改。',
    displayName: '标题',
    owner: '所有者',
    system: '系统',
    type: '类型',
    types: {
      seatunnel: 'SeaTunnel：由数据源、转换和输出组成的图',
      'flink-sql': 'Flink SQL：脚本',
      'flink-cdc': 'Flink CDC：数据库同步',
      'flink-jar': 'Jar 中的 Flink 作业',
    },
    mode: '模式',
    modes: {
      batch: '批处理：读取现有数据后结束',
      streaming: '流处理：持续运行直到停止',
    },
    create: '创建草稿',
  },
  create: {
    failed: '未能创建流水线“{{name}}”',
    waiting: '已创建，正在等待目录收录…',
    late: '流水线“{{name}}”已创建，但目录尚未收录',
    open: '打开其页面',
  },
  import: {
    refused: {
      large: '{{name}} 大于 {{limit}}：文档应为若干行文本',
      binary:
        '{{name}} 不是文本：请选择 YAML 或 JSON 文档，或文件名以 .zip 结尾的归档',
      empty: '{{name}} 是空文件',
      unreadable: '无法读取 {{name}}',
    },
    title: '导入流水线',
    file: '选择文件',
    text: '文档（YAML 或 JSON）',
    problems: '文档中的问题',
    checkFailed: '无法检查该文档',
    good: '流水线“{{name}}”没有问题。',
    line: '（第 {{line}} 行）',
    severity: { error: '错误：', warning: '警告：' },
  },
  delete: {
    title: '删除流水线“{{name}}”？',
    draft: '将删除草稿，其页面也会从目录中移除。它从未发布，不影响任何运行。',
    versions_one:
      '将删除草稿和 {{count}} 个已发布版本，其页面也会从目录中移除。已结束的运行会保留到保留期结束。',
    versions_other:
      '将删除草稿和 {{count}} 个已发布版本，其页面也会从目录中移除。已结束的运行会保留到保留期结束。',
  },
};
