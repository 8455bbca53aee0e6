import { Flex, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** Says what would be here, and offers the next step. */
export const EmptyState = (props: {
  title: string;
  description?: ReactNode;
  /** Buttons, or cards to choose from. */
  actions?: ReactNode;
}) => (
  <Flex
    className={classes.root}
    direction="column"
    align="center"
    gap="3"
    role="status"
  >
    <Text as="h2" variant="title-x-small">
      {props.title}
    </Text>
    {props.description && (
      <Text className={classes.text} color="secondary">
        {props.description}
      </Text>
    )}
    {props.actions}
  </Flex>
);
