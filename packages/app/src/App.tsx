import { createApp } from '@backstage/frontend-defaults';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';

// Plugins are not listed here: `app.packages: all` in app-config.yaml finds
// them among the dependencies of this package.
export default createApp({ features: [navModule, signInModule] });
