import * as z from "zod";

/** What of a template's parts is read here; everything else stays as it is. */
const templateSchema = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
});

const functionSchema = z.looseObject({
  Properties: z.looseObject({
    Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional(),
  }),
});

export type Template = z.infer<typeof templateSchema>;

const readTemplate = (text: string): Template => templateSchema.parse(JSON.parse(text));

/** A table that takes a resource's place: its logical id in the template, and where it is. */
export type Replacement = { logicalId: string; name: string; arn: string };

const nameIn = (node: object, by: ReadonlyMap<string, Replacement>): string | undefined => {
  const entries = Object.entries(node);
  const [[kind, target] = ["", undefined]] = entries;
  if (entries.length !== 1) return undefined;
  if (kind === "Ref" && typeof target === "string") return by.get(target)?.name;
  if (kind !== "Fn::GetAtt" || !Array.isArray(target)) return undefined;
  const [id, attribute] = target;
  return attribute === "Arn" ? by.get(String(id))?.arn : undefined;
};

const replaced = (node: unknown, by: ReadonlyMap<string, Replacement>): unknown => {
  // What waited for a table to be made waits no more.
  if (Array.isArray(node))
    return node.filter((one) => typeof one !== "string" || !by.has(one)).map((one) => replaced(one, by));
  if (node === null || typeof node !== "object") return node;
  return (
    nameIn(node, by) ?? Object.fromEntries(Object.entries(node).map(([key, one]) => [key, replaced(one, by)]))
  );
};

const MARK = "TABLES_RESTORED";

/**
 * Names a published version otherwise, so that there is one more of each function: the alias would go on with the one
 * that knows the former tables. The next ordinary deploy takes the mark away, and so publishes again.
 */
const republishing = (text: string, mark: string): string =>
  text.replaceAll(/(CurrentVersion[0-9A-F]{8}[0-9a-f]{32})(?:R\w+)?/g, `$1R${mark}`);

const marked = (template: Template, mark: string): Template => ({
  ...template,
  Resources: Object.fromEntries(
    Object.entries(template.Resources).map(([id, resource]) => {
      if (resource.Type !== "AWS::Lambda::Function") return [id, resource];
      const { Properties, ...rest } = functionSchema.parse(resource);
      const Variables = { ...Properties.Environment?.Variables, [MARK]: mark };
      return [id, { ...rest, Properties: { ...Properties, Environment: { Variables } } }];
    }),
  ),
});

/** The three templates that put other tables into a stack's place of its own, in the order they are deployed. */
export type Adoption = {
  /** Without the tables, whatever referred to one naming the one that takes its place: the former ones are kept. */
  releasing: Template;
  /** The same with the tables' own resources in it again, as an import asks for. */
  importing: Template;
  /** As it was, everything referring to its own resources. */
  adopted: Template;
};

/** What is deployed now, made to stand on other tables; `mark` (letters and figures) says which restoration it was. */
export const adoption = (deployed: string, tables: readonly Replacement[], mark: string): Adoption => {
  const adopted = marked(readTemplate(republishing(deployed, mark)), mark);
  const by = new Map(tables.map((table) => [table.logicalId, table]));
  const { Resources, ...rest } = adopted;
  const left = Object.fromEntries(Object.entries(Resources).filter(([id]) => !by.has(id)));
  const releasing = templateSchema.parse(replaced({ ...rest, Resources: left }, by));
  const taken = Object.fromEntries(Object.entries(Resources).filter(([id]) => by.has(id)));
  return { releasing, importing: { ...releasing, Resources: { ...releasing.Resources, ...taken } }, adopted };
};
