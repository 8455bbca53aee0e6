import { CONNECTOR_SHAPES, ConnectorIconName } from './connectorShapes';
import classes from './ConnectorIcon.module.css';

const isKnown = (name: string): name is ConnectorIconName =>
  name in CONNECTOR_SHAPES;

/**
 * The drawing of a connector or data source type by the name that the back end
 * gives; a table where the name is not known. Decoration: the name stands
 * beside it.
 */
export const ConnectorIcon = (props: { icon: string; size?: number }) => {
  const { icon, size = 20 } = props;
  return (
    <svg
      aria-hidden
      className={classes.icon}
      width={size}
      height={size}
      viewBox="0 0 24 24"
    >
      {CONNECTOR_SHAPES[isKnown(icon) ? icon : 'table']}
    </svg>
  );
};
