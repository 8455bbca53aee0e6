import { Box } from '@backstage/ui';
import { createContext, memo, useContext } from 'react';
import type { ReactNode } from 'react';
import { useScalephTranslation } from '../translation';
import { usePageBox } from './bar/usePageBox';
import classes from './PipelineEditor.module.css';
import readable from './readable.module.css';

const Content = createContext<ReactNode>(null);

const Slot = () => <>{useContext(Content)}</>;
const SLOT = <Slot />;

const Frame = memo(({ isFull }: { isFull: boolean }) => {
  const { t } = useScalephTranslation();
  const [pageRef, pageBox] = usePageBox(isFull);
  return (
    <Box
      ref={pageRef}
      as="section"
      bg="neutral"
      className={[
        classes.root,
        readable.readable,
        isFull ? classes.full : '',
      ].join(' ')}
      style={pageBox}
      aria-label={t('pipeline.tab.title')}
    >
      {SLOT}
    </Box>
  );
});

/**
 * The area of the editor. Whenever a `Box` with a background is drawn, each
 * button within is drawn again: what is in this one reaches it past the box.
 *
 * @internal
 */
export const EditorFrame = (props: {
  /** It has the whole page. */
  isFull: boolean;
  children: ReactNode;
}) => (
  <Content.Provider value={props.children}>
    <Frame isFull={props.isFull} />
  </Content.Provider>
);
