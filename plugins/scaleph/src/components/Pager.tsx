import { Button, Flex, Text } from '@backstage/ui';
import { CursorPaging } from '../hooks';
import { useScalephTranslation } from '../translation';
import classes from './Pager.module.css';

/** How many there are, and the way to the other pages. */
export const Pager = (props: {
  paging: CursorPaging;
  totalItems: number;
  nextCursor?: string;
}) => {
  const { t } = useScalephTranslation();
  const { paging, nextCursor } = props;
  const isOnlyPage = paging.page === 1 && !nextCursor;
  return (
    <Flex className={classes.pager} align="center" justify="between" gap="3">
      <Text variant="body-small" color="secondary" role="status">
        {t('common.pager.total', { count: props.totalItems })}
      </Text>
      {!isOnlyPage && (
        <Flex align="center" gap="2">
          <Button
            size="small"
            variant="secondary"
            isDisabled={paging.page === 1}
            onPress={paging.previous}
          >
            {t('common.pager.previous')}
          </Button>
          <Text variant="body-small" color="secondary">
            {t('common.pager.page', { page: String(paging.page) })}
          </Text>
          <Button
            size="small"
            variant="secondary"
            isDisabled={!nextCursor}
            onPress={() => nextCursor && paging.next(nextCursor)}
          >
            {t('common.pager.next')}
          </Button>
        </Flex>
      )}
    </Flex>
  );
};
