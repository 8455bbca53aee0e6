import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Skeleton,
  Text,
  TextField,
} from '@backstage/ui';
import { sinkPreviews } from '@scaleph/backstage-plugin-scaleph-common';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useMemo, useState } from 'react';
import { ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import { ResultView } from '../results/ResultView';
import { choosePlace, placeKey, useSqlPlaces } from '../session/useSqlPlaces';
import { useSinkPreview } from './useSinkPreview';
import classes from './SinkPreviewDialog.module.css';

function defaultsOf({ spec }: PipelineDocument): Record<string, string> {
  return Object.fromEntries(
    Object.entries(spec.parameters ?? {}).map(([name, parameter]) => [
      name,
      parameter.default ?? '',
    ]),
  );
}

/** Rows that the INSERT statements of a script would write, without writing them. @internal */
export const SinkPreviewDialog = (props: {
  document: PipelineDocument;
  onClose(): void;
}) => {
  const { document, onClose } = props;
  const { t } = useScalephTranslation();
  const script = document.spec.sql?.script ?? '';
  const previews = useMemo(() => sinkPreviews(script), [script]);
  const places = useSqlPlaces();
  const [chosen, setChosen] = useState('');
  const [sink, setSink] = useState(0);
  const [variables, setVariables] = useState(() => defaultsOf(document));
  const [began, setBegan] = useState(() => Object.keys(variables).length === 0);
  const flink = useMemo(
    () => places.value?.filter(({ dialect }) => dialect === 'flink') ?? [],
    [places.value],
  );
  const place = useMemo(() => choosePlace(flink, chosen), [flink, chosen]);
  const { run, error } = useSinkPreview({
    place: began ? place : undefined,
    script,
    preview: previews[sink],
    variables,
  });
  const problem = places.error ?? error;
  const nothing =
    (!previews.length && t('sqlPreview.noInsert')) ||
    (places.value && !place && t('sqlPreview.noPlace'));
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={1000}>
      <DialogHeader>{t('sqlPreview.title')}</DialogHeader>
      <DialogBody>
        <Flex direction="column" gap="3">
          <Text as="p" color="secondary">
            {nothing || t('sqlPreview.help')}
          </Text>
          <div className={classes.choices}>
            {previews.length > 1 && (
              <Select
                size="small"
                label={t('sqlPreview.sink')}
                options={previews.map((it, index) => ({
                  id: String(index),
                  label: it.sink,
                }))}
                value={String(sink)}
                onChange={key => setSink(Number(key))}
              />
            )}
            {flink.length > 1 && place && (
              <Select
                size="small"
                label={t('sqlPreview.place')}
                options={flink.map(it => ({
                  id: placeKey(it),
                  label: it.title,
                }))}
                value={placeKey(place)}
                onChange={key => setChosen(String(key))}
              />
            )}
            {!began &&
              Object.entries(variables).map(([name, value]) => (
                <TextField
                  key={name}
                  size="small"
                  label={name}
                  value={value}
                  onChange={next =>
                    setVariables(current => ({ ...current, [name]: next }))
                  }
                />
              ))}
            {!began && !nothing && (
              <Button size="small" onPress={() => setBegan(true)}>
                {t('sqlPreview.begin')}
              </Button>
            )}
          </div>
          {problem && (
            <ErrorPanel title={t('sqlPreview.failed')} error={problem} />
          )}
          {began && !nothing && !problem && (
            <div className={classes.result}>
              {run ? (
                <ResultView run={run} />
              ) : (
                <Skeleton width="100%" height="100%" />
              )}
            </div>
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};

export default SinkPreviewDialog;
