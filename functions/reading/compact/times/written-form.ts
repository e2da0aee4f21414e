import { fail, ok, type Result } from "../../../domain/result.ts";

/** One part of a written form: a name such as `mm`, a divider, or what was quoted and stands for itself. */
export type FormPart = { kind: "name" | "divider" | "word"; text: string };

/** "d/m/y" or "H'h'mm", part by part, or the first thing in it that is no part of such a form. */
export const formParts = (
  form: string,
  names: readonly string[],
  dividers: string,
): Result<FormPart[], string> => {
  const parts: FormPart[] = [];
  for (let at = 0; at < form.length; ) {
    const rest = form.slice(at);
    const quoted = /^'([^']+)'/.exec(rest);
    const name = names.find((one) => rest.startsWith(one));
    if (quoted) parts.push({ kind: "word", text: quoted[1] as string });
    else if (name) parts.push({ kind: "name", text: name });
    else if (dividers.includes(form[at] as string)) parts.push({ kind: "divider", text: form[at] as string });
    else return fail(`"${form}" has "${rest[0]}", which is no part of such a form`);
    at += quoted?.[0].length ?? name?.length ?? 1;
  }
  return ok(parts);
};

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
