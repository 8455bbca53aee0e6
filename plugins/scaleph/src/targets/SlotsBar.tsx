import { useScalephTranslation } from '../translation';
import classes from './SlotsBar.module.css';

/** How many slots are used, as a bar and in numbers. */
export const SlotsBar = (props: { slots?: number; freeSlots?: number }) => {
  const { t } = useScalephTranslation();
  const { slots, freeSlots } = props;
  if (slots === undefined || freeSlots === undefined) {
    return <>{t('targets.slots.unknown')}</>;
  }
  const used = slots - freeSlots;
  const counts = { used: String(used), total: String(slots) };
  return (
    <span
      className={classes.root}
      role="meter"
      aria-label={t('targets.slots.used', counts)}
      aria-valuemin={0}
      aria-valuemax={slots}
      aria-valuenow={used}
    >
      {t('targets.slots.short', counts)}
      <svg
        aria-hidden
        className={classes.bar}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
      >
        <rect
          className={classes.used}
          width={slots ? (100 * used) / slots : 0}
          height={6}
        />
      </svg>
    </span>
  );
};
