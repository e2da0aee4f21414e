/** Told on stderr as it happens, so that stdout holds the answer and nothing else. */
export type Progress = (line: string) => void;

export const onStderr: Progress = (line) => process.stderr.write(`${line}\n`);
export const silent: Progress = () => {};
