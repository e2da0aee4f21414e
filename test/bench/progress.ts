/** What is being measured now, on stderr: stdout holds the one JSON value. */
export const progress = (line: string): void => void process.stderr.write(`${line}\n`);
