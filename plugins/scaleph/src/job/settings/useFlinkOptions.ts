import { useApi } from '@backstage/core-plugin-api';
import type { FlinkOption } from '@scaleph/backstage-plugin-scaleph-common';
import { scalephApiRef } from '../../api';
import { useApiResource } from '../../hooks';

const NONE: FlinkOption[] = [];

/** Keys of Flink that its clusters know; asked for when `isOpen`, none while they are not known. @internal */
export function useFlinkOptions(isOpen: boolean): FlinkOption[] {
  const api = useApi(scalephApiRef);
  const { value } = useApiResource(
    async signal =>
      isOpen ? (await api.listFlinkOptions({ signal })).items : NONE,
    [api, isOpen],
    { keepPrevious: true },
  );
  return value ?? NONE;
}
