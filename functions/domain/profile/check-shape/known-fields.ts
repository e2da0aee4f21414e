import * as z from "zod";

type Lazy = { def: { getter: () => z.ZodType } };
type Inner = { def: { innerType: z.ZodType } };

/** The shapes a value may have, behind whatever makes it optional or one of several. */
const shapesOf = (type: z.ZodType): z.ZodType[] => {
  switch (type.def.type) {
    case "lazy":
      return shapesOf((type as unknown as Lazy).def.getter());
    case "optional":
    case "default":
    case "prefault":
      return shapesOf((type as unknown as Inner).def.innerType);
    case "union":
      return (type as z.ZodUnion<z.ZodType[]>).options.flatMap(shapesOf);
    default:
      return [type];
  }
};

const inside = (type: z.ZodType, key: PropertyKey): z.ZodType[] => {
  if (type instanceof z.ZodObject) {
    const field = (type.shape as Record<PropertyKey, z.ZodType>)[key];
    return field ? [field] : [];
  }
  if (type instanceof z.ZodRecord) return [type.valueType as z.ZodType];
  return type instanceof z.ZodArray ? [type.element as z.ZodType] : [];
};

const namesOf = (type: z.ZodType): string[] => {
  if (type instanceof z.ZodObject) return Object.keys(type.shape as object);
  return type instanceof z.ZodRecord && type.keyType instanceof z.ZodEnum
    ? type.keyType.options.map(String)
    : [];
};

/** The names of the fields there may be at a path; none where the schema leaves them open. */
export const knownFields = (schema: z.ZodType, path: readonly PropertyKey[]): string[] => {
  const end = path.reduce<z.ZodType[]>(
    (types, key) => types.flatMap((type) => inside(type, key)).flatMap(shapesOf),
    shapesOf(schema),
  );
  return [...new Set(end.flatMap(namesOf))];
};
