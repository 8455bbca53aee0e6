import { RefObject, useEffect } from 'react';

const SELECTED_TAB = '.bui-PluginHeader [role="tab"][aria-selected="true"]';

/**
 * Makes an element the panel of the header's selected tab. The portal's header
 * draws tabs that name a panel, and leaves it to the page to be that panel; the
 * id is known only once the tabs are drawn, which is later than the page.
 */
export function useTabPanel(panel: RefObject<HTMLElement>) {
  useEffect(() => {
    const page = panel.current?.parentElement;
    if (!page) return undefined;
    const follow = () => {
      const tab = page.querySelector(SELECTED_TAB);
      const id = tab?.getAttribute('aria-controls');
      if (id && panel.current) panel.current.id = id;
    };
    const observer = new MutationObserver(follow);
    observer.observe(page, {
      subtree: true,
      childList: true,
      attributeFilter: ['aria-selected', 'aria-controls'],
    });
    follow();
    return () => observer.disconnect();
  }, [panel]);
}
