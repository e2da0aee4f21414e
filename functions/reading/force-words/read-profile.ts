import { readProfileWith } from "../../domain/profile/check/faults.ts";
import { faultsOfVocabularies } from "./vocabulary-faults.ts";

/** Reads a profile whole, with the words its forces add: every fault with its path and, in a rule, the clause. */
export const readProfile = readProfileWith(faultsOfVocabularies);
