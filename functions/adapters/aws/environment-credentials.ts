/**
 * Stands in for `@aws-sdk/credential-provider-node` in the bundles. Lambda always hands credentials over in the
 * environment, so the chain of files, single sign-on and instance metadata would only be weight and cold start.
 */
const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`Lambda gave no ${name}`);
  return value;
};

export const defaultProvider = () => async () => {
  const sessionToken = process.env.AWS_SESSION_TOKEN;
  return {
    accessKeyId: needed("AWS_ACCESS_KEY_ID"),
    secretAccessKey: needed("AWS_SECRET_ACCESS_KEY"),
    ...(sessionToken ? { sessionToken } : {}),
  };
};
