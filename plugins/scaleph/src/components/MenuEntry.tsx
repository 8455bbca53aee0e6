import { MenuItem } from '@backstage/ui';
import { ComponentProps } from 'react';
import classes from './MenuEntry.module.css';

/** An entry of a menu that can be seen to be disabled, which the design system's own cannot. */
export const MenuEntry = (
  props: Omit<ComponentProps<typeof MenuItem>, 'className'>,
) => <MenuItem {...props} className={classes.entry} />;
