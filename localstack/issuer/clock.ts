const RealDate = Date;
const realNow = Date.now.bind(Date);
let offset = 0;

/** From now on this process's `Date` is the lab's. */
export const takeOverDate = (): void => {
  Date.now = () => realNow() + offset;
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length > 0 ? args : [Date.now()], newTarget),
  });
};

/** Moves it to where the lab's clock stands: asked before each request, as the clock may have been moved between two. */
export const followLab = async (endpoint: string): Promise<void> => {
  const response = await fetch(new URL("/_clock", endpoint));
  const { now } = (await response.json()) as { now: string };
  offset = RealDate.parse(now) - realNow();
};
