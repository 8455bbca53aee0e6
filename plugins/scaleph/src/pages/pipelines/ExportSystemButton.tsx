import { useApi } from '@backstage/core-plugin-api';
import { toError } from '@backstage/errors';
import { Button } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { useState } from 'react';
import { scalephApiRef } from '../../api';
import { useNotify } from '../../hooks';
import { saveFile } from '../../sql/results/saveFile';
import { useScalephTranslation } from '../../translation';

/** Saves the pipelines of the System that the list is narrowed to; there is no button without one. */
export const ExportSystemButton = ({ system }: { system: string }) => {
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const notify = useNotify();
  const [pending, setPending] = useState(false);
  if (!system) return null;
  const name = system.split('/').pop() ?? system;
  const save = async () => {
    setPending(true);
    try {
      saveFile(await api.exportSystem(system), `${name}.scaleph.zip`);
    } catch (cause) {
      const title = t('views.archive.systemFailed', { name });
      notify({
        title: `${title}: ${toError(cause).message}`,
        status: 'danger',
      });
    } finally {
      setPending(false);
    }
  };
  return (
    <Button
      variant="secondary"
      iconStart={<RiDownloadLine />}
      isDisabled={pending}
      onPress={save}
    >
      {t('views.archive.exportSystem')}
    </Button>
  );
};
