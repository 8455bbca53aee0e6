import type { SameKeys } from '../flattenMessages';
import type { origin as en } from '../en/origin';

export const origin: SameKeys<typeof en> = {
  from: '来自代码仓库中的 {{file}}',
  commit: '提交 {{commit}}',
  read: '读取于',
  open: '打开文件',
  readAgain: '重新读取',
  reading: '正在读取…',
  readFailed: '无法请求目录重新读取：{{message}}',
  error: {
    kept: '最新的文件未被采用：继续使用版本 {{version}}',
    first: '该文件尚未产生任何版本',
  },
  moved: {
    title: '实体现在指向另一个代码仓库中的文件',
    action: '今后从那里读取',
    confirmTitle: '从另一个代码仓库读取 {{name}}？',
    help: '此后，能写入该代码仓库的人将决定流水线的内容。已有版本会保留。',
    before: '之前读取自',
    after: '今后读取自',
  },
  running:
    '正在运行的是版本 {{running}}{{commit}}；代码仓库已是版本 {{newest}}',
  runningCommit: '（提交 {{commit}}）',
  unchanged: '没有任何改动',
  local: '您的编辑只保存在此浏览器标签页中',
  discard: '放弃编辑',
  patch: '下载补丁',
  patchFailed: '无法生成流水线 {{name}} 的补丁',
  pullRequest: '合并请求',
  pull: {
    title: '发起合并请求',
    help: '您的编辑会放在单独的分支上；合并后，此处的流水线随之更改。',
    subject: '标题',
    example: '更改流水线 {{name}}',
    description: '说明',
    open: '发起合并请求',
    failed: '无法发起合并请求',
    missing:
      '门户没有相应的模板：请注册 examples/templates/pipeline-pull-request，或下载补丁',
    started: '正在创建合并请求',
    follow: '查看进度',
  },
  detach: {
    action: '与代码仓库分离',
    title: '将 {{name}} 与其代码仓库分离？',
    help: '流水线保留其版本，今后在此处编辑。{{file}} 的更改不再同步；请从实体上移除注解，否则会提示冲突。',
    confirm: '分离',
  },
  failed: {
    title: '无法采用此实体的流水线',
    help: '请在代码仓库中修正；目录会在几分钟内重新读取。',
    open: '打开实体的文件',
  },
};
