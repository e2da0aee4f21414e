import type { Attributes } from "./attributes.ts";
import type { Text } from "./html.ts";

/** What every component takes besides its own. */
export type Common = { classes?: string | undefined; attributes?: Attributes | undefined };

/**
 * The props are those of GOV.UK's and MOJ's macros by name, so that their documentation holds here; where a macro takes
 * text or HTML, `text` takes either.
 */
export type Said = Common & { text: Text };
