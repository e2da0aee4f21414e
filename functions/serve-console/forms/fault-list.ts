import { errorSummary } from "../../html/govuk/error-summary.ts";
import type { Html } from "../../html/html.ts";
import type { Field } from "./fields.ts";
import type { FormFault } from "./read-form.ts";
import { anchorOf } from "./show-field.ts";

/** Everything that is wrong, at the top of the page, each with the way to its field. */
export const faultList = (faults: readonly FormFault[], fields: readonly Field[]): Html | undefined =>
  faults.length === 0
    ? undefined
    : errorSummary({
        titleText: "There is a problem",
        errorList: faults.map(({ path, says }) => {
          const field = fields.find((one) => one.path === path);
          return { text: says, ...(field ? { href: anchorOf(field) } : {}) };
        }),
      });
