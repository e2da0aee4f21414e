import * as z from "zod";
import { composeEpisode } from "../../statemachines/compose.ts";

const retrySchema = z.object({
  ErrorEquals: z.array(z.string()),
  IntervalSeconds: z.number(),
  BackoffRate: z.number(),
  MaxAttempts: z.number(),
  MaxDelaySeconds: z.number(),
});
const stateSchema = z.looseObject({
  Type: z.enum(["Task", "Choice", "Wait", "Parallel", "Succeed"]),
  Resource: z.string().optional(),
  Parameters: z.object({ FunctionName: z.string(), Payload: z.record(z.string(), z.string()) }).optional(),
  ResultSelector: z.record(z.string(), z.string()).optional(),
  ResultPath: z.string().nullable().optional(),
  TimeoutSeconds: z.number().optional(),
  TimeoutSecondsPath: z.string().optional(),
  Seconds: z.number().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.object({ Variable: z.string(), StringEquals: z.string(), Next: z.string() })).optional(),
  Retry: z.array(retrySchema).optional(),
  Catch: z
    .array(
      z.object({ ErrorEquals: z.array(z.string()), ResultPath: z.string().nullable(), Next: z.string() }),
    )
    .optional(),
  get Branches() {
    return z.array(machineSchema).optional();
  },
});
const machineSchema = z.object({
  StartAt: z.string(),
  get States() {
    return z.record(z.string(), stateSchema);
  },
});

export type State = z.infer<typeof stateSchema>;
export type States = z.infer<typeof machineSchema>;

/** The definition as it is deployed; a state of a kind or with a part that is not followed here is refused. */
export const definition: States = machineSchema.parse(composeEpisode());
