// What a user does, done inside the page: one event a frame, and the time until the next frame may begin. Both pages are React Flow's, so
// the same elements and events are meant.

/**
 * Runs in the page: drags from one point to the next, or presses keys. Resolves to the milliseconds of each frame; of undo, to those
 * of the longest frame from each key to the next.
 */
export function framesOf(action) {
  const { type, node, to, steps, count } = action;
  const FOLLOWING = 12;
  const find = (id, inner = '') =>
    document.querySelector(
      `.react-flow__node[data-id="${id}"] ${inner}`.trim(),
    );
  const middle = element => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const fire = (target, name, [x, y], more = {}) =>
    target.dispatchEvent(
      new MouseEvent(name, {
        bubbles: true,
        cancelable: true,
        view: window,
        clientX: x,
        clientY: y,
        buttons: 1,
        ...more,
      }),
    );
  const key = () =>
    document.activeElement.dispatchEvent(
      new KeyboardEvent('keydown', {
        bubbles: true,
        cancelable: true,
        key: 'z',
        ctrlKey: true,
      }),
    );

  const below = point => document.elementFromPoint(...point) ?? document;
  const events = [];
  const drag = (target, from, ends) => {
    events.push(() => fire(target, 'mousedown', from));
    let last = from;
    for (const end of ends) {
      const start = last;
      for (let step = 1; step <= steps; step++) {
        const share = step / steps;
        const at = [
          start[0] + (end[0] - start[0]) * share,
          start[1] + (end[1] - start[1]) * share,
        ];
        events.push(() => fire(below(at), 'mousemove', at));
      }
      last = end;
    }
    events.push(() => fire(below(last), 'mouseup', last, { buttons: 0 }));
  };
  const pane = document.querySelector('.react-flow__pane');
  const { left, top, right, bottom } = pane.getBoundingClientRect();
  if (type === 'pan') {
    const from = [left + 12, bottom - 12];
    // There and back: the actions that follow find everything in view.
    drag(pane, from, [[(left + right) / 2, (top + bottom) / 2], from]);
  } else if (type === 'drag') {
    const element = find(node);
    const from = middle(element);
    drag(element, from, [[from[0] + 90, from[1] + 60]]);
  } else if (type === 'connect') {
    const handle = find(node, '.react-flow__handle.source');
    const end = middle(find(to, '.react-flow__handle.target'));
    drag(handle, middle(handle), [end]);
  } else {
    for (let i = 0; i < count; i++) {
      events.push(key, ...Array(FOLLOWING).fill(() => {}));
    }
  }
  // What an edit brings about later (problems, the bar, the draft's state) is part of it.
  const isUndo = type === 'undo';
  if (!isUndo) events.push(...Array(FOLLOWING).fill(() => {}));

  // A frame in which nothing is drawn waits for the screen's 60 Hz even here: a point that changes in each lets none of them wait.
  const point = document.body.appendChild(document.createElement('div'));
  point.style.cssText =
    'position:fixed;right:0;bottom:0;width:1px;height:1px;pointer-events:none';
  let isDark = false;

  return new Promise(resolve => {
    const frames = [];
    let index = 0;
    let start;
    const step = () => {
      if (start !== undefined) frames.push(performance.now() - start);
      if (index === events.length) {
        point.remove();
        resolve(isUndo ? longestOf(frames, 1 + FOLLOWING) : frames);
        return;
      }
      isDark = !isDark;
      point.style.background = isDark ? '#000' : '#fff';
      start = performance.now();
      events[index++]();
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });

  /** Of each so many that follow each other. */
  function longestOf(frames, length) {
    return Array.from({ length: frames.length / length }, (_, index) =>
      Math.max(...frames.slice(index * length, (index + 1) * length)),
    );
  }
}
