/** What a process that was killed leaves behind: nothing but this. */
export class Died extends Error {
  override readonly name = "Died";
}

type Death = { atCall: number; having: "done" | "not-done" };

/**
 * The door every fake's calls go through. It counts them, and can kill the process at any one of them: before it
 * has its effect, or after it but before the caller hears of it. A dead process makes no further call.
 */
export const anIo = () => {
  const calls: string[] = [];
  let death: Death | undefined;
  let dead = false;
  const call = async <T>(name: string, effect: () => T | Promise<T>): Promise<T> => {
    await Promise.resolve();
    if (dead) throw new Died("the process is dead");
    calls.push(name);
    const fatal = death?.atCall === calls.length;
    if (fatal && death?.having === "not-done") dead = true;
    if (dead) throw new Died(`before ${name}`);
    const result = await effect();
    if (fatal) dead = true;
    if (dead) throw new Died(`after ${name}`);
    return result;
  };
  return {
    call,
    calls,
    dieAt: (atCall: number, having: Death["having"]) => {
      calls.length = 0;
      death = { atCall, having };
    },
    hasDied: () => dead,
    restart: () => {
      death = undefined;
      dead = false;
    },
  };
};

export type Io = ReturnType<typeof anIo>;
