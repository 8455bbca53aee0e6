import type {
  ConnectorInfo,
  DocumentProblem,
} from '@scaleph/backstage-plugin-scaleph-common';
import { act, screen } from '@testing-library/react';
import { useState } from 'react';
// The whole catalogue is the back end's; only tests of the form read it here.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
import { seaTunnelConnectors } from '../../../../scaleph-node/src/connectors';
import { installBrowserShims } from '../__testUtils__/browserShims';
import { connectors } from '../__testUtils__/documents';
import { MemoryPipelines } from '../__testUtils__/MemoryPipelines';
import { renderScreen } from '../__testUtils__/renderScreen';
import { layoutOptions, shownNames } from '../lib/optionLayout';
import { optionRules } from '../lib/optionRules';
import type { OptionsSchema } from '../lib/optionSchema';
import OptionsForm from './OptionsForm';

const all: ConnectorInfo[] = [...connectors, ...seaTunnelConnectors()];

function layoutOf(connector: ConnectorInfo) {
  const schema = connector.schema as OptionsSchema;
  return layoutOptions({
    schema,
    rules: optionRules(schema),
    options: {},
    connected: connector.dataSourceTypes.length > 0,
  });
}

/** Something wrong in each section, so that all of them are open. */
function problemsOf(connector: ConnectorInfo): DocumentProblem[] {
  return layoutOf(connector).groups.map(({ items }) => {
    const [name] = shownNames(items[0]);
    return {
      severity: 'error',
      code: 'invalid-option',
      pointer: `/spec/nodes/0/options/${name.replace(/\//g, '~1')}`,
      message: 'it is wrong',
    };
  });
}

const shown: { set(connector: ConnectorInfo): void } = { set() {} };

const Forms = () => {
  const [connector, setConnector] = useState(all[0]);
  shown.set = setConnector;
  return (
    <section aria-label={`${connector.kind} ${connector.name}`}>
      <OptionsForm
        key={`${connector.kind} ${connector.name}`}
        node="n"
        connector={connector}
        options={{}}
        problems={problemsOf(connector)}
        connected={connector.dataSourceTypes.length > 0}
        readOnly={false}
        onChange={() => {}}
      />
    </section>
  );
};

describe('the form of every connector', () => {
  jest.setTimeout(300_000);
  beforeAll(installBrowserShims);

  it('draws each of its options with its name', async () => {
    const failures: unknown[][] = [];
    const spy = jest
      .spyOn(console, 'error')
      .mockImplementation((...args) => failures.push(args));
    renderScreen(<Forms />, { memory: new MemoryPipelines() });
    await screen.findByRole(
      'region',
      { name: `${all[0].kind} ${all[0].name}` },
      { timeout: 15_000 },
    );
    for (const connector of all) {
      await act(async () => shown.set(connector));
      const form = document.querySelector(
        `[aria-label="${connector.kind} ${connector.name}"]`,
      )!;
      const names = layoutOf(connector).groups.flatMap(it =>
        it.items.flatMap(shownNames),
      );
      const drawn = [...form.querySelectorAll<HTMLElement>('[data-option]')];
      expect([
        connector.name,
        ...drawn.map(it => it.dataset.option).sort(),
      ]).toEqual([connector.name, ...names.sort()]);
      for (const option of drawn) {
        expect(option.querySelector('input, textarea, button')).not.toBeNull();
        expect(option.textContent).not.toBe('');
      }
    }
    spy.mockRestore();
    const own = failures.filter(
      ([message]) => !String(message).includes('findDOMNode'),
    );
    expect(own).toEqual([]);
  });
});
