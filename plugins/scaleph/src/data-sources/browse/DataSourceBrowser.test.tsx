import type {
  DataSourceObject,
  ScalephApi,
} from '@scaleph/backstage-plugin-scaleph-common';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { scalephApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { installBrowserShims } from '../../pipeline/__testUtils__/browserShims';
import { DataSourceBrowser } from './DataSourceBrowser';

/** A data source of one schema with two tables. */
class Warehouse {
  asked: string[] = [];
  broken = false;

  async listDataSourceObjects(
    _name: string,
    { path = [], search = '' }: { path?: string[]; search?: string } = {},
  ) {
    this.asked.push([...path, search].join('/'));
    if (this.broken) throw new Error('The server went away');
    const all = this.objects(path);
    return {
      items: all.filter(({ name }) => name.includes(search)),
      truncated: path.length === 1 && !search,
    };
  }

  async readDataSourceRows(
    _name: string,
    { path, from = 'first' }: { path: string[]; from?: string },
  ) {
    this.asked.push(`rows ${path.join('/')} ${from}`);
    if (path[path.length - 1] === 'notes.bin') {
      return {
        columns: [],
        rows: [],
        truncated: false,
        reason: 'Such a file has no rows',
      };
    }
    return {
      columns: [{ name: 'id', type: 'bigint' }],
      rows: [[1], [2]],
      truncated: true,
      cut: { columns: ['id'], bytes: 8_388_608 },
    };
  }

  private objects(path: string[]): DataSourceObject[] {
    if (!path.length) {
      return [
        { kind: 'schema', name: 'public', current: true, hasChildren: true },
        { kind: 'file', name: 'notes.bin', hasChildren: false, hasRows: true },
        {
          kind: 'topic',
          name: 'events',
          hasChildren: true,
          hasRows: true,
          hasLast: true,
        },
      ];
    }
    if (path.length === 1) {
      return ['orders', 'refunds'].map(name => ({
        kind: 'table',
        name,
        rows: 1200,
        hasChildren: true,
        hasRows: true,
      }));
    }
    return [
      {
        kind: 'column',
        name: 'id',
        type: 'bigint',
        key: true,
        nullable: false,
        hasChildren: false,
      },
    ];
  }
}

function open(warehouse: Warehouse, query = '') {
  renderInTestApp(<DataSourceBrowser name="warehouse" />, {
    apis: [[scalephApiRef, warehouse as unknown as ScalephApi]],
    initialRouteEntries: [`/${query}`],
    mountedRoutes: { '/scaleph': rootRouteRef },
  });
  return userEvent.setup();
}

describe('DataSourceBrowser', () => {
  beforeAll(installBrowserShims);

  it('goes from the schemas to the columns and rows of a table, and back', async () => {
    const user = open(new Warehouse());
    await user.click(await screen.findByRole('button', { name: 'public' }));
    await user.click(await screen.findByRole('button', { name: 'orders' }));
    const columns = within(
      await screen.findByRole('table', { name: 'Columns' }),
    );
    expect(columns.getByText('bigint · not null')).toBeInTheDocument();
    expect(columns.getByLabelText('Part of the primary key')).toBeVisible();
    expect(await screen.findByText(/First 2 rows/i)).toBeInTheDocument();
    expect(
      screen.getByText(/^Long values are cut: id · Only about/),
    ).toBeVisible();
    expect(screen.queryByRole('radio', { name: 'Newest' })).toBeNull();
    const path = within(
      screen.getByRole('navigation', { name: 'Place in the data source' }),
    );
    await user.click(path.getByRole('button', { name: 'public' }));
    expect(
      await screen.findByRole('button', { name: 'refunds' }),
    ).toBeInTheDocument();
  });

  it('says why a file has no rows, and does not look for something in it', async () => {
    const warehouse = new Warehouse();
    const user = open(warehouse);
    await user.click(await screen.findByRole('button', { name: 'notes.bin' }));
    expect(await screen.findByText('Such a file has no rows')).toBeVisible();
    expect(warehouse.asked).toEqual(['', 'rows notes.bin first']);
  });

  it('shows the oldest records and the newest', async () => {
    const warehouse = new Warehouse();
    const user = open(warehouse);
    await user.click(await screen.findByRole('button', { name: 'events' }));
    await user.click(await screen.findByRole('radio', { name: 'Newest' }));
    expect(await screen.findByText('Newest rows')).toBeVisible();
    await waitFor(() => expect(warehouse.asked).toContain('rows events last'));
  });

  it('finds by name what did not fit', async () => {
    const warehouse = new Warehouse();
    const user = open(warehouse, '?path=["public"]');
    expect(await screen.findByText(/There is more/)).toBeInTheDocument();
    await user.type(screen.getByLabelText('Find by name'), 'ref');
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'orders' })).toBeNull(),
    );
    expect(warehouse.asked).toContain('public/ref');
  });

  it('says what went wrong and tries again', async () => {
    const warehouse = new Warehouse();
    warehouse.broken = true;
    const user = open(warehouse);
    expect(await screen.findByText('The server went away')).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Edit the connection' }),
    ).toHaveAttribute('href', '/scaleph/data-sources/edit/warehouse');
    warehouse.broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('button', { name: 'public' }),
    ).toBeInTheDocument();
  });
});
