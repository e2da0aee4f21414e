import type { Instant } from "../../functions/domain/calendar/instant.ts";

type Entry = { at: Instant; nth: number; run: () => void };

/** What is to happen, the earliest first, and in the order it was put in where two fall on one instant. */
export const anAgenda = (start: Instant) => {
  const heap: Entry[] = [];
  let now = start;
  let count = 0;
  const earlier = (a: Entry | undefined, b: Entry | undefined): boolean =>
    a !== undefined && (b === undefined || a.at < b.at || (a.at === b.at && a.nth < b.nth));
  const swap = (i: number, j: number): void => {
    const [a, b] = [heap[i], heap[j]];
    if (a && b) [heap[i], heap[j]] = [b, a];
  };
  const put = (at: Instant, run: () => void): void => {
    heap.push({ at: Math.max(at, now), nth: ++count, run });
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!earlier(heap[child], heap[parent])) return;
      swap(child, parent);
      child = parent;
    }
  };
  const take = (): Entry | undefined => {
    swap(0, heap.length - 1);
    const first = heap.pop();
    for (let parent = 0; ; ) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      const child = earlier(heap[right], heap[left]) ? right : left;
      if (!earlier(heap[child], heap[parent])) return first;
      swap(child, parent);
      parent = child;
    }
  };
  /** Does all that falls by then. What one step set going has come to rest before the next begins. */
  const runTo = async (end: Instant): Promise<void> => {
    for (let next = heap[0]; next && next.at <= end; next = heap[0]) {
      take();
      now = next.at;
      next.run();
      await new Promise((rested) => setImmediate(rested));
    }
    now = end;
  };
  return { now: () => now, put, runTo };
};

export type Agenda = ReturnType<typeof anAgenda>;
