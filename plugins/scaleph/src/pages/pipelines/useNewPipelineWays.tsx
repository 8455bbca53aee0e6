import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  RiFileUploadLine,
  RiLayoutGridLine,
  RiNodeTree,
} from '@remixicon/react';
import { ReactElement } from 'react';
import { useApiResource } from '../../hooks';
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

/** `examples/templates/data-pipeline` of the repository. */
const TEMPLATE = 'template:default/data-pipeline';

/** The form of our template, where the portal has scaffolder and template. */
function useTemplateHref(): string | undefined {
  const catalogApi = useApi(catalogApiRef);
  const templateRoute = useRouteRef(templateRouteRef);
  const { value: template } = useApiResource(
    () => catalogApi.getEntityByRef(TEMPLATE),
    [catalogApi],
  );
  if (!template) return undefined;
  const { namespace, name } = getCompoundEntityRef(template);
  return templateRoute?.({ namespace, templateName: name });
}

/** Draw one, use a template (where there is one), import a file. */
export function useNewPipelineWays(): NewPipelineWay[] {
  const { t } = useScalephTranslation();
  const templateHref = useTemplateHref();
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
    href: templateHref,
  };
  const file: NewPipelineWay = {
    id: 'import',
    icon: <RiFileUploadLine />,
    title: t('pages.new.import'),
    description: t('pages.new.importHelp'),
  };
  return templateHref ? [draft, template, file] : [draft, file];
}
