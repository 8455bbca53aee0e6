import { ButtonIcon, Skeleton, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import type { FieldProps } from '@rjsf/utils';
import { RiCollapseDiagonalLine, RiExpandDiagonalLine } from '@remixicon/react';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { scalephApiRef } from '../../../api';
import { ErrorText } from '../../../components';
import { useScalephTranslation } from '../../../translation';
import { sqlDialectOf } from '../../lib/sqlDialectOf';
import { sqlPlace } from '../../lib/sqlPlace';
import { dataSourceMetadata, inputMetadata } from './nodeSqlMetadata';
import { useOptionContext } from './OptionContext';
import { useDescription, useOptionField } from './useOptionField';
import classes from './SqlOptionField.module.css';

const SqlEditor = lazy(() => import('../../../sql/editor/SqlEditor'));

/** A query in the SQL editor, with what arrives or what the data source holds for completion. @internal */
export const SqlOptionField = (props: FieldProps) => {
  const { formData, onChange } = props;
  const { t } = useScalephTranslation();
  const api = useApi(scalephApiRef);
  const { connector, dataSource, inputs, sqlProblem } = useOptionContext();
  const texts = useOptionField(props);
  const description = useDescription(texts);
  const [isTall, setTall] = useState(false);
  const name = dataSource?.name;
  const metadata = useMemo(() => {
    if (connector.kind === 'transform') return inputMetadata(inputs ?? {});
    return name === undefined ? undefined : dataSourceMetadata(api, name);
  }, [api, connector.kind, inputs, name]);
  const text = typeof formData === 'string' ? formData : '';
  // What is wrong above this node is said with the fields, not here.
  const isOwn = sqlProblem !== undefined && sqlPlace(text, sqlProblem);
  const ownProblem = isOwn ? sqlProblem : undefined;
  const message = ownProblem ?? (text ? texts.error : undefined);
  const diagnose = useCallback(
    (now: string) => {
      const place = message && sqlPlace(now, message);
      return place ? [{ ...place, severity: 'error' as const, message }] : [];
    },
    [message],
  );
  const problems = [texts.error, ownProblem].filter(Boolean);
  const resize = isTall ? t('nodeForm.sql.smaller') : t('nodeForm.sql.larger');
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        <Text as="span" variant="body-small">
          {texts.label}{' '}
          {texts.isRequired && (
            <Text as="span" variant="body-small" color="secondary">
              ({t('common.required')})
            </Text>
          )}
        </Text>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={isTall ? <RiCollapseDiagonalLine /> : <RiExpandDiagonalLine />}
          aria-label={resize}
          onPress={() => setTall(!isTall)}
        />
      </div>
      {description && (
        <Text as="p" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      <div className={isTall ? classes.tall : classes.editor}>
        <Suspense fallback={<Skeleton width="100%" height="100%" />}>
          <SqlEditor
            label={texts.label}
            text={text}
            dialect={sqlDialectOf(dataSource?.type)}
            readOnly={texts.isReadOnly}
            tabLeaves
            metadata={metadata}
            diagnose={diagnose}
            onChange={next => onChange(next === '' ? undefined : next)}
          />
        </Suspense>
      </div>
      {problems.length > 0 && (
        <Text as="p" variant="body-small" className={classes.error}>
          <ErrorText>{problems.join(' ')}</ErrorText>
        </Text>
      )}
    </div>
  );
};
