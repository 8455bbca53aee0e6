import { Card, CardBody, Text } from '@backstage/ui';
import type { RegistrationTypeInfo } from '@scaleph/backstage-plugin-scaleph-common';
import { ConnectorIcon } from '../components';
import { useLanguage } from '../hooks';
import { localize } from '../pipeline/lib/localize';
import classes from './TypeGallery.module.css';

/** What a data source, or a target, can be; a press on a card opens its form. */
export const TypeGallery = (props: {
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
              <ConnectorIcon icon={icon} size={28} />
              <Text weight="bold">{name}</Text>
              <Text color="secondary">{localize(description, language)}</Text>
            </CardBody>
          </Card>
        );
      })}
    </div>
  );
};
