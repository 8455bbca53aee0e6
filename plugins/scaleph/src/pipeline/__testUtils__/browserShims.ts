/** What React Flow and CodeMirror ask of a browser and jsdom does not have. */
export function installBrowserShims() {
  class Observer {
    constructor(private readonly tell: ResizeObserverCallback) {}
    observe(target: Element) {
      const contentRect = { width: 1000, height: 600 } as DOMRectReadOnly;
      this.tell(
        [{ target, contentRect } as ResizeObserverEntry],
        this as unknown as ResizeObserver,
      );
    }
    unobserve() {}
    disconnect() {}
  }
  class Matrix {
    readonly m22: number;
    constructor(transform: string) {
      this.m22 = Number(/scale\(([0-9.]+)\)/.exec(transform)?.[1] ?? 1);
    }
  }
  const size = {
    offsetWidth: { configurable: true, get: () => 220 },
    offsetHeight: { configurable: true, get: () => 92 },
  };
  Object.defineProperties(HTMLElement.prototype, size);
  Object.assign(globalThis, {
    ResizeObserver: Observer,
    DOMMatrixReadOnly: Matrix,
  });
  Object.assign(SVGElement.prototype, {
    getBBox: () => ({ x: 0, y: 0, width: 0, height: 0 }),
  });
  Object.assign(Range.prototype, {
    getClientRects: () => [],
    getBoundingClientRect: () => new DOMRect(),
  });
  globalThis.DOMRect ??= class {
    x = 0;
    y = 0;
    width = 0;
    height = 0;
  } as unknown as typeof DOMRect;
  Element.prototype.scrollTo ??= () => {};
}
