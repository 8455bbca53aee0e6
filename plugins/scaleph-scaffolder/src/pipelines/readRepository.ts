import { InputError } from '@backstage/errors';
import { ScmIntegrationRegistry } from '@backstage/integration';
import gitUrlParse from 'git-url-parse';

/**
 * The repository that a file is in, as the scaffolder's publish actions name it. Throws InputError for a host that the portal has no
 * integration for.
 * @internal
 */
export function readRepository(
  url: string,
  integrations: ScmIntegrationRegistry,
): { provider: string; repoUrl: string; branch?: string } {
  const integration = URL.canParse(url) ? integrations.byUrl(url) : undefined;
  if (!integration) {
    throw new InputError(
      `The portal has no integration for ${url}: download the patch and apply it there`,
    );
  }
  const { resource, owner, name, organization, ref } = gitUrlParse(url);
  const query = new URLSearchParams({
    owner,
    repo: name,
    ...(integration.type === 'azure' && { organization }),
    ...(integration.type.startsWith('bitbucket') && { workspace: owner }),
    ...(integration.type === 'bitbucketServer' && { project: owner }),
  });
  return {
    provider: integration.type,
    repoUrl: `${resource}?${query}`,
    ...(ref && { branch: ref }),
  };
}
