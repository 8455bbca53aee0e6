import { JsonReader } from '../json/JsonReader';
import { readTime } from './readJob';
import {
  Checkpoint,
  CheckpointStatistics,
  CheckpointTask,
  StatsSummary,
  SubtaskCheckpoint,
} from './types/CheckpointTypes';

/** @internal */
export function readCheckpoint(item: JsonReader): Checkpoint {
  const failure = item.optionalString('failure_message');
  return {
    id: item.number('id'),
    status: item.string('status'),
    isSavepoint: item.optionalBoolean('is_savepoint') ?? false,
    savepointFormat: item.optionalString('savepointFormat'),
    type: item.optionalString('checkpoint_type'),
    triggeredAt: item.number('trigger_timestamp'),
    ...readProgress(item),
    processedData: item.optionalNumber('processed_data'),
    persistedData: item.optionalNumber('persisted_data'),
    location: item.optionalString('external_path'),
    discarded: item.optionalBoolean('discarded'),
    failure:
      failure === undefined
        ? undefined
        : { message: failure, at: item.optionalNumber('failure_timestamp') },
  };
}

/** @internal */
export function readCheckpointTask(
  id: string,
  item: JsonReader,
): CheckpointTask {
  return { id, status: item.string('status'), ...readProgress(item) };
}

function readProgress(item: JsonReader) {
  return {
    acknowledgedAt: readTime(item, 'latest_ack_timestamp'),
    duration: item.optionalNumber('end_to_end_duration'),
    stateSize: item.optionalNumber('state_size'),
    checkpointedSize: item.optionalNumber('checkpointed_size'),
    subtasks: item.optionalNumber('num_subtasks') ?? 0,
    acknowledgedSubtasks: item.optionalNumber('num_acknowledged_subtasks') ?? 0,
  };
}

/** @internal */
export function readSubtaskCheckpoint(item: JsonReader): SubtaskCheckpoint {
  const work = item.optionalObject('checkpoint');
  return {
    index: item.number('index'),
    status: item.string('status'),
    acknowledgedAt: readTime(item, 'ack_timestamp'),
    duration: item.optionalNumber('end_to_end_duration'),
    stateSize: item.optionalNumber('state_size'),
    checkpointedSize: item.optionalNumber('checkpointed_size'),
    syncDuration: work?.optionalNumber('sync'),
    asyncDuration: work?.optionalNumber('async'),
    alignmentDuration: item
      .optionalObject('alignment')
      ?.optionalNumber('duration'),
    startDelay: item.optionalNumber('start_delay'),
    unaligned: item.optionalBoolean('unaligned_checkpoint'),
  };
}

/** @internal */
export function readStatistics(answer: JsonReader): CheckpointStatistics {
  const counts = answer.object('counts');
  const summary = answer.optionalObject('summary');
  const latest = answer.optionalObject('latest');
  const restored = latest?.optionalObject('restored');
  const newest = (field: string) => {
    const checkpoint = latest?.optionalObject(field);
    return checkpoint && readCheckpoint(checkpoint);
  };
  return {
    counts: {
      restored: counts.number('restored'),
      total: counts.number('total'),
      inProgress: counts.number('in_progress'),
      completed: counts.number('completed'),
      failed: counts.number('failed'),
    },
    summary: {
      duration: readSummary(summary?.optionalObject('end_to_end_duration')),
      stateSize: readSummary(summary?.optionalObject('state_size')),
      checkpointedSize: readSummary(
        summary?.optionalObject('checkpointed_size'),
      ),
    },
    latest: {
      completed: newest('completed'),
      savepoint: newest('savepoint'),
      failed: newest('failed'),
      restored: restored && {
        id: restored.number('id'),
        at: restored.number('restore_timestamp'),
        isSavepoint: restored.optionalBoolean('is_savepoint') ?? false,
        location: restored.optionalString('external_path'),
      },
    },
    history: answer.optionalList('history', readCheckpoint),
  };
}

function readSummary(item: JsonReader | undefined): StatsSummary {
  return {
    min: item?.optionalNumber('min'),
    max: item?.optionalNumber('max'),
    avg: item?.optionalNumber('avg'),
    p50: item?.optionalNumber('p50'),
    p90: item?.optionalNumber('p90'),
    p99: item?.optionalNumber('p99'),
  };
}
