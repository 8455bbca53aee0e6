import { Button, Select, Text } from '@backstage/ui';
import { cdcConnectors } from '@scaleph/backstage-plugin-scaleph-common';
import type {
  CdcConnector,
  CdcOption,
  DataSource,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { useLanguage } from '../../hooks';
import { useScalephTranslation } from '../../translation';
import { CommitField } from '../drawer/CommitField';
import type { CdcSide } from './cdcEdit';
import { CdcOptionField } from './CdcOptionField';
import classes from './CdcView.module.css';

/** What a data source gives to the options of a source. */
function optionsOf({ name }: DataSource, connector: CdcConnector) {
  const fields: Record<string, string> = {
    hostname: 'host',
    port: 'port',
    username: 'username',
    password: 'password',
  };
  return Object.fromEntries(
    connector.options
      .filter(({ key }) => key in fields)
      .map(({ key }) => [key, `\${data-source.${name}.${fields[key]}}`]),
  );
}

/** The form of a source or sink; options that it does not know stay in the YAML. @internal */
export const CdcSideForm = (props: {
  side: CdcSide;
  values: Record<string, string>;
  dataSources: DataSource[];
  readOnly: boolean;
  onChange(changes: Record<string, string | undefined>): void;
}) => {
  const { side, values, readOnly, onChange } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const [isAll, setAll] = useState(false);
  const connectors = cdcConnectors.filter(({ kind }) => kind === side);
  const connector = connectors.find(({ name }) => name === values.type);
  const say = (text: { en: string; zh?: string }) =>
    language === 'zh' ? text.zh ?? text.en : text.en;
  const label = (option: CdcOption) => option.title && say(option.title);
  const choices = connectors.map(({ name, title }) => ({
    id: name,
    label: say(title),
  }));
  if (values.type && !connector) {
    choices.push({ id: values.type, label: values.type });
  }
  const fitting = props.dataSources.filter(({ type }) =>
    connector?.dataSourceTypes.includes(type),
  );
  const shown = connector?.options.filter(
    ({ group, key }) => isAll || group === 'basic' || key in values,
  );
  return (
    <section className={classes.side} aria-label={t(`pipeline.cdc.${side}`)}>
      <Text as="h3" variant="body-medium" weight="bold">
        {t(`pipeline.cdc.${side}`)}
      </Text>
      <Select
        size="small"
        label={t('pipeline.cdc.type')}
        isDisabled={readOnly}
        placeholder={t('common.choose')}
        options={choices}
        value={values.type || null}
        onChange={type => onChange({ type: String(type) })}
      />
      {fitting.length > 0 && !readOnly && (
        <Select
          size="small"
          label={t('pipeline.cdc.dataSource')}
          description={t('pipeline.cdc.dataSourceHelp')}
          placeholder={t('common.choose')}
          options={fitting.map(({ name, title }) => ({
            id: name,
            label: title ?? name,
          }))}
          value={
            fitting.find(({ name }) =>
              Object.values(values).some(value =>
                value.startsWith(`\${data-source.${name}.`),
              ),
            )?.name ?? null
          }
          onChange={name => {
            const chosen = fitting.find(it => it.name === name);
            if (chosen && connector) onChange(optionsOf(chosen, connector));
          }}
        />
      )}
      <CommitField
        label={t('pipeline.cdc.name')}
        value={values.name ?? ''}
        readOnly={readOnly}
        onCommit={name => onChange({ name })}
      />
      {shown?.map(option => (
        <CdcOptionField
          key={option.key}
          option={option}
          title={label(option)}
          value={values[option.key]}
          readOnly={readOnly}
          onChange={value => onChange({ [option.key]: value })}
        />
      ))}
      {connector?.options.some(({ group }) => group === 'tuning') && (
        <div>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => setAll(value => !value)}
          >
            {isAll ? t('pipeline.cdc.less') : t('pipeline.cdc.more')}
          </Button>
        </div>
      )}
    </section>
  );
};
