import {
  Button,
  DialogBody,
  DialogFooter,
  Flex,
  Select,
  Skeleton,
  Text,
} from '@backstage/ui';
import { useMemo, useState } from 'react';
import { ErrorPanel } from '../../components';
import { useCatalogOptions } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { ArchiveItems } from './ArchiveItems';
import { useArchiveImport } from './useArchiveImport';

const CONFLICTS = ['skip', 'draft', 'copy'] as const;
const WRITES = ['created', 'updated'];

/** What an archive would bring, and then what it brought. */
export const ArchiveImport = (props: {
  file: File;
  onImported(): void;
  onBack(): void;
  onClose(): void;
}) => {
  const { file, onImported, onBack, onClose } = props;
  const { t } = useScalephTranslation();
  const { value: owners = [] } = useCatalogOptions(['group', 'user']);
  const [onConflict, setOnConflict] =
    useState<(typeof CONFLICTS)[number]>('skip');
  const [owner, setOwner] = useState('');
  const query = useMemo(
    () => ({ onConflict, ...(owner && { owner }) }),
    [onConflict, owner],
  );
  const { plan, done, pending, error, run } = useArchiveImport(
    file,
    query,
    onImported,
  );
  const shown = done ?? plan.value;
  const count =
    plan.value?.items.filter(it => WRITES.includes(it.outcome)).length ?? 0;
  const refusedCount =
    done?.items.filter(it => it.outcome === 'refused').length ?? 0;
  return (
    <>
      <DialogBody>
        <Flex direction="column" gap="4">
          <Text weight="bold">{file.name}</Text>
          {plan.error && (
            <ErrorPanel title={t('views.archive.failed')} error={plan.error} />
          )}
          {!done && plan.value && (
            <Flex gap="3">
              <Select
                label={t('views.archive.onConflict')}
                options={CONFLICTS.map(id => ({
                  id,
                  label: t(`views.archive.conflict.${id}`),
                }))}
                value={onConflict}
                onChange={key => setOnConflict(key as typeof onConflict)}
              />
              <Select
                label={t('views.archive.owner')}
                options={[
                  { id: '', label: t('views.archive.ownOwner') },
                  ...owners,
                ]}
                search={{ placeholder: t('common.search') }}
                value={owner}
                onChange={key => setOwner(String(key ?? ''))}
              />
            </Flex>
          )}
          {!shown && !plan.error && (
            <>
              <Text>{t('views.archive.reading', { name: file.name })}</Text>
              <Skeleton width="100%" height={96} />
            </>
          )}
          {error && (
            <ErrorPanel title={t('views.archive.importFailed')} error={error} />
          )}
          {done && (
            <Text role="status" weight="bold">
              {t('views.archive.summary', {
                count: done.items.filter(it => WRITES.includes(it.outcome))
                  .length,
              })}
              {refusedCount > 0 &&
                ` ${t('views.archive.refusedOf', { count: refusedCount })}`}
            </Text>
          )}
          {shown && (
            <div aria-live="polite" aria-busy={plan.loading || pending}>
              <ArchiveItems items={shown.items} isDone={done !== undefined} />
            </div>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        {!done && !plan.error && (
          <Button
            variant="primary"
            isDisabled={!count || plan.loading || pending}
            onPress={run}
          >
            {t('views.archive.import', { count })}
          </Button>
        )}
        {!done && (
          <Button variant="secondary" isDisabled={pending} onPress={onBack}>
            {t('views.archive.choose')}
          </Button>
        )}
        <Button variant="secondary" isDisabled={pending} onPress={onClose}>
          {done ? t('common.action.close') : t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </>
  );
};
