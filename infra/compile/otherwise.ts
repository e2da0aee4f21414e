import { nearest } from "../../functions/domain/shape/nearest.ts";
import { type Fault, faultAt } from "./fault.ts";
import { asFields, asList, type Written } from "./files.ts";

/** What an authority leaves out or changes has to be a duty of the documents it follows. */
export const faultsOfOtherwise = (profile: Written, followed: readonly Written[]): Fault[] => {
  const duties = followed.flatMap(({ parts }) =>
    asList(parts.rules).map((rule) => String(asFields(rule).duty)),
  );
  return ["leavesOut", "changes"].flatMap((part) =>
    Object.keys(asFields(profile.parts[part]))
      .filter((duty) => !duties.includes(duty))
      .map((duty) => {
        const near = nearest(duty, duties);
        const problem = `no rule of the documents it follows has this duty${near ? `; did you mean "${near}"?` : ""}`;
        return faultAt({ file: profile.file, path: [part, duty] }, problem);
      }),
  );
};
