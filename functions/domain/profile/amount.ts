import * as z from "zod";

/** h = elapsed hours · d = calendar days (London) · wd = working days, 17:00 · wk = 7 d. */
export const amountSchema = z.strictObject({ amount: z.number(), unit: z.enum(["h", "d", "wd", "wk"]) });
