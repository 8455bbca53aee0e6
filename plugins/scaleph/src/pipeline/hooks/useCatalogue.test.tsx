import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { airports } from '../__testUtils__/documents';
import { MemoryPipelines } from '../__testUtils__/MemoryPipelines';
import { renderScreen } from '../__testUtils__/renderScreen';
import { useCatalogue } from './useCatalogue';
import { useConnector } from './useConnector';

/** Counts what is asked for. */
class CountingPipelines extends MemoryPipelines {
  asked: string[] = [];
  failures = 0;

  async getConnector(...of: Parameters<MemoryPipelines['getConnector']>) {
    this.asked.push(of.join(' '));
    if (this.failures-- > 0) throw new Error('the network is down');
    return super.getConnector(...of);
  }
}

const Page = () => {
  const { connectors, ready } = useCatalogue(airports());
  const known = connectors.filter(it => it.schema);
  return (
    <>
      <p>{ready ? `${connectors.length} there` : 'loading'}</p>
      <p>with options: {known.map(it => `${it.kind} ${it.name}`).join(', ')}</p>
    </>
  );
};

const Form = () => {
  const { connector, error, reload } = useConnector('source', 'LocalFile');
  return (
    <>
      <p>{error?.message ?? connector?.schema.type?.toString()}</p>
      <button onClick={reload}>again</button>
    </>
  );
};

const Pages = () => {
  const [page, setPage] = useState(0);
  return (
    <>
      <button onClick={() => setPage(page + 1)}>next</button>
      {page === 1 ? <Form /> : <Page key={page} />}
    </>
  );
};

it('loads the connectors that a document uses, once for all pages', async () => {
  const memory = new CountingPipelines();
  renderScreen(<Pages />, { memory });
  await screen.findByText(
    'with options: source LocalFile, transform Sql, sink Jdbc',
  );
  expect(memory.asked.sort()).toEqual([
    'sink Jdbc',
    'source LocalFile',
    'transform Sql',
  ]);
  await userEvent.click(screen.getByText('next'));
  await screen.findByText('object');
  await userEvent.click(screen.getByText('next'));
  await screen.findByText(/^with options: source LocalFile/);
  expect(memory.asked).toHaveLength(3);
});

it('asks again for what failed', async () => {
  const memory = new CountingPipelines();
  memory.failures = 1;
  renderScreen(<Form />, { memory });
  await screen.findByText('the network is down');
  await userEvent.click(screen.getByText('again'));
  await screen.findByText('object');
  expect(memory.asked).toEqual(['source LocalFile', 'source LocalFile']);
});
