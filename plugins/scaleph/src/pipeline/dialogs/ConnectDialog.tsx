import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { useScalephTranslation } from '../../translation';
import type { GraphActions } from '../hooks/useGraphActions';
import readable from '../readable.module.css';
import classes from './ConnectDialog.module.css';

const NONE: ReturnType<GraphActions['answers']> = new Map();

interface ConnectDialogProps {
  node: string | undefined;
  document: PipelineDocument;
  graph: GraphActions;
  onClose(): void;
}

const Choices = (props: Omit<ConnectDialogProps, 'onClose'>) => {
  const { node, document, graph } = props;
  const { t } = useScalephTranslation();
  const { edges } = document.spec;
  const answers = node ? graph.answers(node, 'from') : NONE;
  const others = document.spec.nodes.filter(({ id }) => id !== node);
  // What it can feed comes first.
  const sorted = [...others].sort((a, b) => {
    const rank = (id: string) => (answers.get(id) ? 1 : 0);
    return rank(a.id) - rank(b.id) || a.id.localeCompare(b.id);
  });
  const from = node ?? '';
  return (
    <>
      <ul className={classes.list} aria-label={t('canvas.connect.label')}>
        {sorted.map(({ id, title }) => {
          const refusal = answers.get(id);
          const isConnected = edges.some(
            edge => edge.from === from && edge.to === id,
          );
          return (
            <li key={id} className={classes.item}>
              <span className={classes.name}>
                {id}
                <Text as="span" variant="body-small" color="secondary">
                  {refusal && !isConnected
                    ? t(`canvas.refused.${refusal}`)
                    : title}
                </Text>
              </span>
              <Button
                size="small"
                variant="secondary"
                isDisabled={refusal !== undefined && !isConnected}
                aria-label={
                  isConnected
                    ? t('canvas.connect.disconnectFrom', { node: id })
                    : t('canvas.connect.connectTo', { node: id })
                }
                onPress={() =>
                  isConnected
                    ? graph.remove([], [{ from, to: id }])
                    : graph.connect({ from, to: id })
                }
              >
                {isConnected
                  ? t('canvas.connect.disconnect')
                  : t('canvas.connect.connect')}
              </Button>
            </li>
          );
        })}
      </ul>
      {!others.length && (
        <Text color="secondary">{t('canvas.connect.none')}</Text>
      )}
    </>
  );
};

const Content = ({ onClose, ...props }: ConnectDialogProps) => {
  const { t } = useScalephTranslation();
  return (
    <>
      <DialogHeader>
        {t('canvas.connect.title', { node: props.node ?? '' })}
      </DialogHeader>
      <DialogBody className={readable.readable}>
        <Choices {...props} />
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onPress={onClose}>
          {t('common.action.close')}
        </Button>
      </DialogFooter>
    </>
  );
};

/** Connects a node with others, without a mouse. While it is closed, nothing of it is drawn. @internal */
const ConnectDialog = (props: ConnectDialogProps) => (
  <Dialog
    isOpen={props.node !== undefined}
    onOpenChange={open => !open && props.onClose()}
    width={480}
  >
    <Content {...props} />
  </Dialog>
);

// React.lazy wants a default export.
export default ConnectDialog;
