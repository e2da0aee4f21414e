/** Whoever reads a command's words may have enough of them (`| head`): that is no fault, and it ends. */
export const endWithTheReader = (): void => {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
};
