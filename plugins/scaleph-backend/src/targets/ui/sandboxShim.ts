/** A page is a few kilobytes; what is larger passes as it is. */
const LARGEST_PAGE = 4 * 1024 * 1024;

/**
 * What Flink's pages need to live in a sandbox. Their requests ask for cookies
 * (`withCredentials`) and some carry a header (`Cache-Control`): of an origin
 * of their own, the browser would demand more of the answer than it may get.
 * Reading `localStorage` throws there, so they get one that lasts as long as
 * the page.
 */
const SHIM = `<script>(() => {
  Object.defineProperty(XMLHttpRequest.prototype, 'withCredentials', {
    configurable: true, get: () => false, set: () => {},
  });
  const { setRequestHeader } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.setRequestHeader = function set(name, value) {
    if (/^accept(-language)?$/i.test(name)) setRequestHeader.call(this, name, value);
  };
  for (const name of ['localStorage', 'sessionStorage']) {
    const items = new Map();
    const storage = {
      getItem: key => items.get(String(key)) ?? null,
      setItem: (key, value) => void items.set(String(key), String(value)),
      removeItem: key => void items.delete(String(key)),
      clear: () => items.clear(),
      key: index => [...items.keys()][index] ?? null,
      get length() { return items.size; },
    };
    Object.defineProperty(window, name, { configurable: true, value: storage });
  }
})();</script>`;

/** The page with the shim before its first script. A text without a `<head>` is no page and stays as it is. @internal */
export async function* withSandboxShim(
  body: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let page: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of body) {
    if (page && page.length + chunk.length <= LARGEST_PAGE) {
      page = Buffer.concat([page, chunk]);
      continue;
    }
    if (page) yield page;
    page = undefined;
    yield chunk;
  }
  // By bytes, whatever the encoding: the tag is ASCII.
  if (page) yield Buffer.from(inject(page.toString('latin1')), 'latin1');
}

function inject(page: string): string {
  return page.replace(/<head(\s[^>]*)?>/i, head => `${head}${SHIM}`);
}
