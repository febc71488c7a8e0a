/** What happened, in order, and a way to wait for it instead of sleeping. */
export type Recorder<T> = {
  items: T[];
  push: (item: T) => void;
  /** Resolves as soon as the items satisfy the condition (at once if they do). */
  until: (enough: (items: T[]) => boolean) => Promise<T[]>;
  /** Resolves with the next item, or the next that satisfies the condition. */
  next: (isIt?: (item: T) => boolean) => Promise<T>;
};

export function recorder<T>(): Recorder<T> {
  const items: T[] = [];
  const looking = new Set<() => void>();
  const until = (enough: (items: T[]) => boolean) =>
    new Promise<T[]>((resolve) => {
      const look = () => {
        if (!enough(items)) return;
        looking.delete(look);
        resolve(items);
      };
      looking.add(look);
      look();
    });
  return {
    items,
    push(item) {
      items.push(item);
      for (const look of [...looking]) look();
    },
    until,
    async next(isIt = () => true) {
      const from = items.length;
      const found = () => items.slice(from).find(isIt);
      await until(() => found() !== undefined);
      return found() as T;
    },
  };
}
