import { useRouteRef } from '@backstage/core-plugin-api';
import {
  RiFileUploadLine,
  RiLayoutGridLine,
  RiNodeTree,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { templateRouteRef } from '../../routes';
import { useScalephTranslation } from '../../translation';

/** A way to a new pipeline; it either opens a dialog or is a link. */
export interface NewPipelineWay {
  id: 'draft' | 'template' | 'import';
  icon: ReactElement;
  title: string;
  description: string;
  href?: string;
}

/** The template that the plugin's documentation has a portal register. */
const TEMPLATE = { namespace: 'default', templateName: 'new-data-pipeline' };

/** Draw one, use a template (where there is a scaffolder), import a file. */
export function useNewPipelineWays(): NewPipelineWay[] {
  const { t } = useScalephTranslation();
  const templateRoute = useRouteRef(templateRouteRef);
  const draft: NewPipelineWay = {
    id: 'draft',
    icon: <RiNodeTree />,
    title: t('pages.new.draft'),
    description: t('pages.new.draftHelp'),
  };
  const template: NewPipelineWay = {
    id: 'template',
    icon: <RiLayoutGridLine />,
    title: t('pages.new.template'),
    description: t('pages.new.templateHelp'),
    href: templateRoute?.(TEMPLATE),
  };
  const file: NewPipelineWay = {
    id: 'import',
    icon: <RiFileUploadLine />,
    title: t('pages.new.import'),
    description: t('pages.new.importHelp'),
  };
  return template.href ? [draft, template, file] : [draft, file];
}
