import { Card, CardBody, Text } from '@backstage/ui';
import { NewPipelineWay, useNewPipelineWays } from './useNewPipelineWays';
import classes from './NewPipelineCards.module.css';

/** The ways to a first pipeline, as cards. */
export const NewPipelineCards = (props: {
  onChoose(way: NewPipelineWay['id']): void;
}) => {
  const ways = useNewPipelineWays();
  return (
    <div className={classes.cards}>
      {ways.map(({ id, icon, title, description, href }) => {
        const action = href ? { href } : { onPress: () => props.onChoose(id) };
        return (
          <Card key={id} className={classes.card} label={title} {...action}>
            <CardBody className={classes.body}>
              {icon}
              <Text weight="bold">{title}</Text>
              <Text color="secondary">{description}</Text>
            </CardBody>
          </Card>
        );
      })}
    </div>
  );
};
