import { ProxiedSignInPage } from '@backstage/core-components';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

const signInPage = SignInPageBlueprint.make({
  params: {
    loader: async () => props =>
      <ProxiedSignInPage {...props} provider="guest" />,
  },
});

/** Signs everybody in as a guest, without a question: this is an example portal. */
export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [signInPage],
});
