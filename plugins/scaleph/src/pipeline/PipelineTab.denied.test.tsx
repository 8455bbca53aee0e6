import { screen, waitFor } from '@testing-library/react';
import { installBrowserShims } from './__testUtils__/browserShims';
import { MemoryPipelines } from './__testUtils__/MemoryPipelines';
import { renderScreen } from './__testUtils__/renderScreen';
import { PipelineTab } from './PipelineTab';

// In a file of its own: what a policy answered is remembered between tests.
describe('PipelineTab without permission', () => {
  beforeAll(installBrowserShims);

  it.each(['Edit', 'Publish', 'Run'])('says why %s is not open', async name => {
    renderScreen(<PipelineTab />, {
      memory: new MemoryPipelines(),
      denied: true,
    });
    const reason = 'You are not allowed to do this with this pipeline';
    await waitFor(
      () =>
        expect(
          screen.getByRole('button', { name }),
        ).toHaveAccessibleDescription(reason),
      { timeout: 15_000 },
    );
    expect(screen.getByRole('button', { name })).toBeDisabled();
  });
});
