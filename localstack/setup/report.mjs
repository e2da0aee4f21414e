/** Set-up talks on stderr, so that a command that sets up first can keep stdout for its answer. */
export const say = (text) => process.stderr.write(`${text}\n`);

/** One sentence for the person at the keyboard: what to do. */
export class SetupError extends Error {
  name = "SetupError";
}

export const step = async (title, work) => {
  const began = Date.now();
  say(`${title}…`);
  await work();
  say(`  done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
};
