import { Button } from '@backstage/ui';
import { RiCheckLine, RiFileCopyLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { useScalephTranslation } from '../translation';

/** Puts a text on the clipboard and says so for two seconds. */
export const CopyButton = (props: { text: string }) => {
  const { t } = useScalephTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  // Absent on pages that are not served over https or from localhost.
  if (!navigator.clipboard) return null;
  return (
    <Button
      size="small"
      variant="tertiary"
      iconStart={copied ? <RiCheckLine /> : <RiFileCopyLine />}
      onPress={() =>
        navigator.clipboard.writeText(props.text).then(() => setCopied(true))
      }
    >
      {copied ? t('common.action.copied') : t('common.action.copy')}
    </Button>
  );
};
