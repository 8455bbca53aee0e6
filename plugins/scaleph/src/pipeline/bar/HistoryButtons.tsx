import { ButtonIcon } from '@backstage/ui';
import { RiArrowGoBackLine, RiArrowGoForwardLine } from '@remixicon/react';
import { memo } from 'react';
import { useScalephTranslation } from '../../translation';

/** Undo and redo. @internal */
export const HistoryButtons = memo(
  (props: {
    canUndo: boolean;
    canRedo: boolean;
    onUndo(): void;
    onRedo(): void;
  }) => {
    const { t } = useScalephTranslation();
    return (
      <>
        <ButtonIcon
          variant="tertiary"
          icon={<RiArrowGoBackLine />}
          aria-label={t('pipeline.action.undo')}
          isDisabled={!props.canUndo}
          onPress={props.onUndo}
        />
        <ButtonIcon
          variant="tertiary"
          icon={<RiArrowGoForwardLine />}
          aria-label={t('pipeline.action.redo')}
          isDisabled={!props.canRedo}
          onPress={props.onRedo}
        />
      </>
    );
  },
);
