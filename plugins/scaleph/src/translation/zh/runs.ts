import type { SameKeys } from '../flattenMessages';
import type { runs as en } from '../en/runs';

/** Runs: table, tab, page and card. */
export const runs: SameKeys<typeof en> = {
  title: '运行记录',
  pageTitle: '{{pipeline}} 的运行',
  loadFailed: '无法加载运行记录',
  oneLoadFailed: '无法加载运行 {{id}}',
  tab: {
    title: '运行记录',
    current: '当前运行',
    last: '最近一次运行',
    history: '历史',
  },
  column: {
    started: '开始时间',
    state: '状态',
    pipeline: '流水线',
    version: '版本',
    target: '运行环境',
    duration: '耗时',
    rows: '读取行数 → 写入行数',
    actions: '操作',
  },
  fact: { startedBy: '启动者' },
  filter: {
    search: '按流水线搜索运行',
    state: '状态',
    any: '全部状态',
  },
  action: { open: '打开' },
  empty: {
    title: '从未运行',
    help: '先发布流水线，再点击“运行”。',
    noMatch: '没有符合筛选条件的运行',
  },
  stop: {
    action: '停止',
    stopping: '正在停止…',
    title: '停止“{{pipeline}}”的运行？',
    help: '尚未写入的行将不再写入。文件要么完整出现，要么不出现；已写入表中的行会保留。',
    confirm: '停止运行',
    denied: '您没有停止此运行的权限',
  },
  cause: {
    unknown: '引擎没有给出原因',
    atNode: '问题出在节点“{{node}}”。请修正该节点或其数据源，发布后重新运行。',
    help: '日志中有更多信息。解决后请重新运行。',
    checking: '运行环境没有应答，或不认识此运行。正在核对；不会重复启动。',
  },
  section: {
    overview: '概览',
    timeline: '时间线',
    log: '日志',
    configuration: '配置',
  },
  nodes: {
    label: '各节点的计数',
    node: '节点',
    state: '状态',
    rowsIn: '输入行数',
    rowsOut: '输出行数',
    duration: '耗时',
  },
  outputs: {
    title: '输出',
    kind: { file: '文件', table: '表', console: '控制台' },
    rows_one: '行',
    rows_other: '行',
  },
  timeline: {
    by: '操作者：{{actor}}',
    failed: '无法加载时间线',
  },
  log: {
    search: '在日志中搜索',
    level: '级别',
    anyLevel: '全部级别',
    levels: {
      debug: '调试及以上',
      info: '信息及以上',
      warn: '警告和错误',
      error: '错误',
    },
    anyNode: '全部节点',
    follow: '跟随最新',
    download: '下载',
    empty: '还没有日志。',
    noMatch: '没有匹配的日志。',
    failed: '无法加载日志',
  },
  configuration: {
    parameters: '参数',
    document: '此次运行的文档',
  },
  card: {
    title: '最近一次运行',
    failed: '无法加载流水线“{{name}}”的最近一次运行',
    startFailed: '无法启动流水线“{{name}}”：{{message}}',
  },
};
