import { toError } from '@backstage/errors';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Flex,
  Select,
  Text,
  TextField,
} from '@backstage/ui';
import type {
  PipelineDocument,
  RunParameters,
  Target,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useEffect, useState } from 'react';
import { ErrorPanel } from '../../components';
import { useScalephTranslation } from '../../translation';
import readable from '../readable.module.css';

/** Asks for the parameters that a version declares, and where to run. @internal */
export const RunDialog = (props: {
  isOpen: boolean;
  pipeline: string;
  version: number;
  document: PipelineDocument;
  targets: Target[];
  /** Starts the run; the dialog stays open with the reason when it throws. */
  onRun(parameters: RunParameters, target: string | undefined): Promise<void>;
  onClose(): void;
}) => {
  const { isOpen, pipeline, version, document, targets, onClose } = props;
  const { t } = useScalephTranslation();
  const [values, setValues] = useState<Record<string, string>>({});
  const [target, setTarget] = useState<string>();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<Error>();
  useEffect(() => {
    if (isOpen) {
      setValues({});
      setError(undefined);
    }
  }, [isOpen]);
  const parameters = Object.entries(document.spec.parameters ?? {});
  const missing = parameters.some(
    ([name, { default: preset }]) => preset === undefined && !values[name],
  );

  const run = async () => {
    setPending(true);
    setError(undefined);
    try {
      await props.onRun(values, target);
      onClose();
    } catch (cause) {
      setError(toError(cause));
    } finally {
      setPending(false);
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={open => !open && !pending && onClose()}
      width={520}
    >
      <DialogHeader>
        {t('pipeline.run.title', { version: String(version) })}
      </DialogHeader>
      <DialogBody className={readable.readable}>
        <Flex direction="column" gap="4">
          {parameters.map(([name, parameter]) => (
            <TextField
              key={name}
              label={name}
              description={parameter.description}
              placeholder={parameter.default}
              isRequired={parameter.default === undefined}
              value={values[name] ?? ''}
              onChange={value =>
                setValues(({ [name]: _, ...others }) =>
                  // Left empty it takes its default.
                  value ? { ...others, [name]: value } : others,
                )
              }
            />
          ))}
          {targets.length > 1 && (
            <Select
              label={t('pipeline.run.target')}
              options={targets.map(it => ({
                id: it.name,
                label: it.title,
                disabled: !it.healthy,
              }))}
              value={target ?? targets[0].name}
              onChange={key => setTarget(key ? String(key) : undefined)}
            />
          )}
          {!parameters.length && targets.length <= 1 && (
            <Text>
              {t('pipeline.run.confirm', {
                name: pipeline,
                version: String(version),
              })}
            </Text>
          )}
          {error && (
            <ErrorPanel
              title={t('pipeline.run.failed', { name: pipeline })}
              error={error}
            />
          )}
        </Flex>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" isDisabled={pending || missing} onPress={run}>
          {t('pipeline.action.run')}
        </Button>
        <Button variant="secondary" isDisabled={pending} onPress={onClose}>
          {t('common.action.cancel')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
};
