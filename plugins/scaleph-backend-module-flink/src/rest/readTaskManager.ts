import { JsonReader } from '../json/JsonReader';
import {
  LogFile,
  TaskManagerDetail,
  TaskManagerSummary,
  ThreadInfo,
} from './types/ClusterTypes';

/** @internal */
export function readTaskManager(item: JsonReader): TaskManagerSummary {
  const hardware = item.optionalObject('hardware');
  return {
    id: item.string('id'),
    path: item.optionalString('path') ?? '',
    slots: item.optionalNumber('slotsNumber') ?? 0,
    freeSlots: item.optionalNumber('freeSlots') ?? 0,
    lastHeartbeat: item.optionalNumber('timeSinceLastHeartbeat'),
    cpuCores: hardware?.optionalNumber('cpuCores'),
    physicalMemory: hardware?.optionalNumber('physicalMemory'),
    freeMemory: hardware?.optionalNumber('freeMemory'),
    managedMemory: hardware?.optionalNumber('managedMemory'),
    blocked: item.optionalBoolean('blocked'),
    memoryConfiguration:
      item.optionalObject('memoryConfiguration')?.numbers() ?? {},
  };
}

/** @internal */
export function readTaskManagerDetail(item: JsonReader): TaskManagerDetail {
  const metrics = item.optionalObject('metrics');
  return {
    ...readTaskManager(item),
    metrics: metrics?.numbers() ?? {},
    garbageCollectors:
      metrics?.optionalList('garbageCollectors', collector => ({
        name: collector.string('name'),
        count: collector.number('count'),
        timeMs: collector.number('time'),
      })) ?? [],
    allocatedSlots: item.optionalList('allocatedSlots', slot => ({
      index: slot.optionalNumber('index'),
      jobId: slot.optionalString('jobId') ?? '',
    })),
  };
}

/** @internal */
export function readLogFile(item: JsonReader): LogFile {
  return {
    name: item.string('name'),
    size: item.optionalNumber('size') ?? 0,
    modifiedAt: item.optionalNumber('mtime'),
  };
}

/** @internal */
export function readThread(item: JsonReader): ThreadInfo {
  return {
    name: item.string('threadName'),
    text: item.string('stringifiedThreadInfo'),
  };
}
