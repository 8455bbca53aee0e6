import { Button, Flex, Text } from '@backstage/ui';
import { useScalephTranslation } from '../../translation';

/** Options that the connector does not know: shown as they are, removed one by one. @internal */
export const UnknownOptions = (props: {
  options: Record<string, unknown>;
  names: string[];
  readOnly: boolean;
  onRemove(name: string): void;
}) => {
  const { t } = useScalephTranslation();
  if (!props.names.length) {
    return null;
  }
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" variant="body-medium" weight="bold">
        {t('nodeForm.unknown')}
      </Text>
      {props.names.map(name => (
        <Flex key={name} justify="between" align="center" gap="2">
          <code>
            {name}: {JSON.stringify(props.options[name])}
          </code>
          {!props.readOnly && (
            <Button
              size="small"
              variant="secondary"
              aria-label={t('nodeForm.removeOption', { name })}
              onPress={() => props.onRemove(name)}
            >
              {t('nodeForm.remove')}
            </Button>
          )}
        </Flex>
      ))}
    </Flex>
  );
};
