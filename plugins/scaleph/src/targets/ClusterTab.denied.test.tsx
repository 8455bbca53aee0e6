import { toTargetEntity } from '@scaleph/backstage-plugin-scaleph-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderScreen } from '../pipeline/__testUtils__/renderScreen';
import { MemoryTargets } from './__testUtils__/MemoryTargets';
import { aTarget } from './__testUtils__/targetFixtures';
import { ClusterTab } from './ClusterTab';

// In a file of its own: decisions are remembered as long as a page lives.
it('shows who may not manage a cluster no logs, and offers nothing', async () => {
  const scaleph = new MemoryTargets();
  renderScreen(<ClusterTab />, {
    memory: scaleph,
    entity: toTargetEntity(aTarget()),
    denied: true,
  });
  await screen.findByRole('row', { name: /Clicks per minute/ });
  for (const name of [/^Adopt/, /own pages/, /^Edit/]) {
    expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  }
  await userEvent.click(screen.getByRole('tab', { name: 'Logs' }));
  expect(
    await screen.findByText('You may not manage this cluster'),
  ).toBeInTheDocument();
  expect(scaleph.read).toEqual([]);
});
