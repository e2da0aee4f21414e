/** Who signs Anyshire's staff in, as its profile's file says it. */
export const aRawSignIn = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  issuer: "https://login.anyshire.example",
  clientId: "safe-return-anyshire",
  roles: {
    coordinator: ["SafeReturn.Coordinator"],
    worker: ["SafeReturn.Worker"],
    manager: ["SafeReturn.Manager"],
    auditor: ["SafeReturn.Auditor"],
  },
  teams: { north: ["team-north"] },
  ...overrides,
});
