import { createServer } from "node:net";

const HOST = "127.0.0.1";

export const portIsFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen(port, HOST, () => server.close(() => done(true)));
  });

/** The next free port above this one: what a person may take where it is busy. */
export const freePortAbove = async (port: number): Promise<number> =>
  (await portIsFree(port + 1)) ? port + 1 : await freePortAbove(port + 1);

export const aFreePort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, HOST, () => {
      const address = server.address();
      server.close(() => done(typeof address === "object" && address ? address.port : 0));
    });
  });

/**
 * Beside a lab's own port: the provider that signs people in, and a console for each authority, whether it is deployed or
 * not, so that an authority's address stays what it is.
 */
export const consolePorts = (port: number, authorities: readonly string[]) => ({
  issuer: port + 1,
  consoles: Object.fromEntries([...authorities].sort().map((name, i) => [name, port + 2 + i])),
});

/** LocalStack keeps fifty more ports for services it starts; two hosts must not share them. */
export const servicePorts = (port: number): { first: number; last: number } => {
  const first = 20_000 + (port % 200) * 60;
  return { first, last: first + 50 };
};
