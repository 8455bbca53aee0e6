import { pruneEmpty } from './pruneEmpty';
import { toUiSchema } from './toUiSchema';

it('leaves out parts that nobody filled in', () => {
  expect(
    pruneEmpty({
      url: 'x',
      off: false,
      none: undefined,
      tls: { ca: undefined },
      cdc: { jars: ['a'], home: undefined },
      deep: { deeper: {} },
    }),
  ).toEqual({ url: 'x', off: false, cdc: { jars: ['a'] } });
});

it('draws lists and long texts with their own fields', () => {
  const list = { type: 'array', items: { type: 'string' } };
  const properties = {
    paths: list,
    tls: { properties: { ca: { type: 'string', format: 'textarea' } } },
    port: { type: 'integer' },
  };
  expect(toUiSchema({ properties })).toEqual({
    paths: { 'ui:field': 'StringListField' },
    tls: { ca: { 'ui:widget': 'textarea' } },
    port: {},
  });
});
