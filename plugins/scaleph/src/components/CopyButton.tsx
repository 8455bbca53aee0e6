import { Button, ButtonIcon } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { useScalephTranslation } from '../translation';

/** Puts a text on the clipboard and says so for two seconds. */
export const CopyButton = (props: {
  text: string;
  /** Only its icon, where a word would be in the way. */
  iconOnly?: boolean;
}) => {
  const { t } = useScalephTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  // Absent on pages that are not served over https or from localhost.
  if (!navigator.clipboard) return null;
  const icon = copied ? <RiCheckLine /> : <RiFileCopyLine />;
  const label = copied ? t('common.action.copied') : t('common.action.copy');
  const copy = () =>
    navigator.clipboard.writeText(props.text).then(() => setCopied(true));
  if (props.iconOnly) {
    return (
      <ButtonIcon
        size="small"
        variant="tertiary"
        icon={icon}
        aria-label={label}
        onPress={copy}
      />
    );
  }
  return (
    <Button size="small" variant="tertiary" iconStart={icon} onPress={copy}>
      {label}
    </Button>
  );
};
