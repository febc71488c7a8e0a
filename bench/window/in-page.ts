// What runs within the inbox's page. Each function is sent there on its own: it can use nothing from outside itself.

/** When the page painted its first words, unix milliseconds: its first rows are among them. */
export function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (!paint) return;
      observer.disconnect();
      resolve(performance.timeOrigin + paint.startTime);
    });
    observer.observe({ type: 'paint', buffered: true });
  });
}

/** When the page's program took over what was painted, unix milliseconds. */
export function firstUse(): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      if (document.body.inert) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { attributes: true });
    look();
  });
}

/** Asks for page after page, 60 rows each. @returns how long each took, milliseconds */
export async function listPages(): Promise<number[]> {
  const { bellhop } = window as unknown as {
    bellhop: { request: (name: string, args: object) => Promise<{ value: { next: object | null } }> };
  };
  const filter = { view: 'inbox', source: null, topic: null, minPriority: null };
  const times: number[] = [];
  let before: object | null = null;
  for (let n = 0; n < 200; n++) {
    const start = performance.now();
    const reply = await bellhop.request('listNotices', { filter, before, limit: 60 });
    times.push(performance.now() - start);
    before = reply.value.next;
  }
  return times;
}

/**
 * Scrolls like a wheel that is spun hard, and looks at every frame at the list from top to bottom.
 * @returns in how many frames some part of it showed no row, and in how many it stood at the end of what was loaded
 */
export function fling(): Promise<{ frames: number; blank: number; atEnd: number; rows: number }> {
  const pixelsPerSecond = 16_000;
  const seconds = 15;
  const scroller = document.querySelector('.scroller') as HTMLElement;
  const { left, top, width, height } = scroller.getBoundingClientRect();
  const isEmpty = (y: number) => {
    const there = document.elementFromPoint(left + width / 2, y)?.closest('.row, .day-name, .gap');
    return !there?.textContent?.trim();
  };
  const isBlank = () => {
    // Between two days there are 4 pixels.
    for (let y = top + 1; y < top + height - 5; y += 24) if (isEmpty(y) && isEmpty(y + 5)) return true;
    return false;
  };
  let [frames, blank, atEnd] = [0, 0, 0];
  const start = performance.now();
  let last = start;
  return new Promise((resolve) => {
    const frame = (now: number) => {
      frames += 1;
      if (isBlank()) blank += 1;
      if (scroller.scrollTop + height >= scroller.scrollHeight - 1) atEnd += 1;
      if (now - start > seconds * 1000) {
        resolve({ frames, blank, atEnd, rows: document.querySelectorAll('.row').length });
        return;
      }
      scroller.scrollTop += ((now - last) / 1000) * pixelsPerSecond;
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
