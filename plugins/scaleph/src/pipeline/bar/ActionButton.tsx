import { Button, ButtonProps, VisuallyHidden } from '@backstage/ui';
import { Tooltip } from '@material-ui/core';
import { memo, useId } from 'react';

type ActionButtonProps = ButtonProps & {
  /** Why it is disabled; enabled without a reason. */
  reason?: string;
};

/** A button that says why it cannot be pressed. @internal */
export const ActionButton = memo((props: ActionButtonProps) => {
  const { reason, ...button } = props;
  const id = useId();
  if (!reason) {
    return <Button {...button} />;
  }
  // A disabled button takes no pointer: the reason hangs on what is around it.
  return (
    <Tooltip title={reason}>
      <span>
        <Button {...button} isDisabled aria-describedby={id} />
        <VisuallyHidden id={id}>{reason}</VisuallyHidden>
      </span>
    </Tooltip>
  );
});
