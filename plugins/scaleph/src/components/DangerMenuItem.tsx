import { MenuItem } from '@backstage/ui';
import { ComponentProps } from 'react';
import { surfaceClass } from './surface';

/** An entry of a menu that takes something away, in a red that can be read. */
export const DangerMenuItem = (
  props: Omit<ComponentProps<typeof MenuItem>, 'color' | 'className'>,
) => <MenuItem {...props} color="danger" className={surfaceClass} />;
