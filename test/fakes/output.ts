import { vi } from "vitest";

/** Everything a function prints, by whatever door, kept off the terminal until released. */
export const captureOutput = () => {
  const lines: string[] = [];
  const keep = (...args: unknown[]): void => void lines.push(args.map(String).join(" "));
  const spies = [
    ...(["log", "info", "warn", "error", "debug", "trace"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(keep),
    ),
    ...[process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, "write").mockImplementation((chunk) => {
        lines.push(String(chunk));
        return true;
      }),
    ),
  ];
  return {
    text: () => lines.join("\n"),
    release: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};
