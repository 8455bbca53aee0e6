import { Card, CardBody, SearchField, Text } from '@backstage/ui';
import type {
  DataSourceTypeInfo,
  RegistrationTypeInfo,
} from '@scaleph/backstage-plugin-scaleph-common';
import { useState } from 'react';
import { ConnectorIcon, EmptyState } from '../components';
import { useLanguage } from '../hooks';
import { localize } from '../pipeline/lib/localize';
import { useScalephTranslation } from '../translation';
import classes from './TypeGallery.module.css';

/** From so many on they are in sections, and can be searched. */
const MANY = 8;

const SECTIONS = [
  'database',
  'stream',
  'files',
  'search',
  'http',
  'lake',
  'nosql',
] as const;

const sectionOf = (type: RegistrationTypeInfo) =>
  'category' in type ? (type as DataSourceTypeInfo).category : 'database';

const Cards = (props: {
  types: RegistrationTypeInfo[];
  onChoose(type: string): void;
}) => {
  const language = useLanguage();
  return (
    <div className={classes.gallery}>
      {props.types.map(({ type, icon, title, description }) => {
        const name = localize(title, language);
        return (
          <Card
            key={type}
            className={classes.card}
            label={name}
            onPress={() => props.onChoose(type)}
          >
            <CardBody className={classes.body}>
              <div className={classes.name}>
                <ConnectorIcon icon={icon} size={24} />
                <Text weight="bold">{name}</Text>
              </div>
              <Text color="secondary">{localize(description, language)}</Text>
            </CardBody>
          </Card>
        );
      })}
    </div>
  );
};

/** What a data source, or a target, can be; a press on a card opens its form. */
export const TypeGallery = (props: {
  types: RegistrationTypeInfo[];
  onChoose(type: string): void;
}) => {
  const { types, onChoose } = props;
  const { t } = useScalephTranslation();
  const language = useLanguage();
  const [search, setSearch] = useState('');
  if (types.length < MANY) return <Cards types={types} onChoose={onChoose} />;
  const wanted = search.trim().toLocaleLowerCase();
  const found = types.filter(({ type, title, description }) =>
    [type, localize(title, language), localize(description, language)].some(
      text => text.toLocaleLowerCase().includes(wanted),
    ),
  );
  return (
    <div className={classes.sections}>
      <SearchField
        aria-label={t('dataSources.gallery.search')}
        placeholder={t('dataSources.gallery.search')}
        value={search}
        onChange={setSearch}
      />
      {!found.length && <EmptyState title={t('dataSources.gallery.none')} />}
      <div className={classes.grid}>
        {SECTIONS.map(section => {
          const members = found.filter(type => sectionOf(type) === section);
          return (
            members.length > 0 && (
              <section
                key={section}
                className={classes.section}
                data-members={members.length}
                aria-labelledby={`gallery-${section}`}
              >
                <h2 id={`gallery-${section}`} className={classes.title}>
                  {t(`dataSources.category.${section}`)}
                </h2>
                <Cards types={members} onChoose={onChoose} />
              </section>
            )
          );
        })}
      </div>
    </div>
  );
};
