import { Skeleton, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  diffPipelines,
  hasGraph,
  printPipeline,
} from '@scaleph/backstage-plugin-scaleph-common';
import type { PipelineDocument } from '@scaleph/backstage-plugin-scaleph-common';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useScalephTranslation } from '../../translation';
import { ChangeList } from '../dialogs/ChangeList';
import classes from './Versions.module.css';

const TextDiff = lazy(() => import('./TextDiff'));
const DiffCanvas = lazy(() => import('./DiffCanvas'));

/** A document with what it is called. @internal */
export interface Compared {
  label: string;
  document: PipelineDocument;
}

/** What differs between two documents: as a list, as texts, as a drawing. @internal */
export const Comparison = (props: {
  from: Compared;
  to: Compared;
  isNarrow: boolean;
}) => {
  const { from, to, isNarrow } = props;
  const { t } = useScalephTranslation();
  const [way, setWay] = useState('list');
  const drawn =
    hasGraph(from.document.spec.type) || hasGraph(to.document.spec.type);
  const changes = useMemo(
    () => diffPipelines(from.document, to.document),
    [from.document, to.document],
  );
  const texts = useMemo(
    () => [printPipeline(from.document), printPipeline(to.document)],
    [from.document, to.document],
  );
  const ways = ['list', 'text', ...(drawn ? ['graph'] : [])] as const;
  const label = t('views.versions.between', {
    from: from.label,
    to: to.label,
  });
  return (
    <>
      <ToggleButtonGroup
        aria-label={t('views.versions.way')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[way]}
        onSelectionChange={keys => setWay(String([...keys][0]))}
      >
        {ways.map(id => (
          <ToggleButton key={id} id={id} size="small">
            {t(`views.versions.ways.${id as 'list' | 'text' | 'graph'}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {way === 'text' && !isNarrow && (
        <div className={classes.sides} aria-hidden>
          <span>{from.label}</span>
          <span>{to.label}</span>
        </div>
      )}
      {(way !== 'text' || isNarrow) && (
        <Text variant="body-small" color="secondary">
          {label}
        </Text>
      )}
      <section className={classes.shown} aria-label={label}>
        <Suspense fallback={<Skeleton width="100%" height="100%" />}>
          {way === 'list' && <ChangeList changes={changes} />}
          {way === 'text' && (
            <TextDiff
              from={{ label: from.label, text: texts[0] }}
              to={{ label: to.label, text: texts[1] }}
              isNarrow={isNarrow}
            />
          )}
          {way === 'graph' && (
            <DiffCanvas label={label} from={from.document} to={to.document} />
          )}
        </Suspense>
      </section>
    </>
  );
};
