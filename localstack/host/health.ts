/** LocalStack answers this path as soon as it takes requests, and "ready" once every start hook has run. */
export const isReady = async (endpoint: string): Promise<boolean> => {
  try {
    const response = await fetch(`${endpoint}/_localstack/init/ready`, {
      signal: AbortSignal.timeout(2_000),
    });
    const body = (await response.json()) as { completed?: boolean };
    return body.completed === true;
  } catch {
    return false;
  }
};
