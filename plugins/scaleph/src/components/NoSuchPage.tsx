import { ButtonLink, Container } from '@backstage/ui';
import { useScalephTranslation } from '../translation';
import { EmptyState } from './EmptyState';
import { surfaceClass } from './surface';

/** Where an address leads nowhere: says so, with the way to where the thing may be. */
export const NoSuchPage = (props: { listHref: string; listTitle: string }) => {
  const { t } = useScalephTranslation();
  return (
    <Container className={surfaceClass}>
      <EmptyState
        title={t('common.noSuchPage')}
        actions={
          <ButtonLink variant="primary" href={props.listHref}>
            {props.listTitle}
          </ButtonLink>
        }
      />
    </Container>
  );
};
