import { Container, Skeleton, Text } from '@backstage/ui';
import { ReactNode } from 'react';
import { ConnectorIcon, surfaceClass } from '../components';
import classes from './FormPage.module.css';

/** The frame of the pages that make and edit a data source or target. */
export const FormPage = (props: {
  title: string;
  icon?: string;
  children: ReactNode;
}) => (
  <Container className={surfaceClass}>
    <div className={classes.head}>
      {props.icon && <ConnectorIcon icon={props.icon} size={28} />}
      <Text as="h1" variant="title-small">
        {props.title}
      </Text>
    </div>
    {props.children}
  </Container>
);

/** Two boxes where the two halves of the form will be. */
export const FormSkeleton = () => (
  <div className={classes.skeleton} aria-hidden>
    <Skeleton height={420} />
    <Skeleton height={420} />
  </div>
);
