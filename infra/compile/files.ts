import { type PathFault, readParts } from "./parts.ts";
import { documentShape, profileShape, type Shape } from "./written/shapes.ts";
import type { YamlFile } from "./yaml-file.ts";

export type { PathFault };
export type Fields = Readonly<Record<string, unknown>>;

/** One file with its parts as far as they can be read. Rules are read later, with what an authority says otherwise. */
export type Written = { file: YamlFile; parts: Fields; faults: PathFault[] };

const written = (file: YamlFile, shape: Shape): Written =>
  file.value === undefined ? { file, parts: {}, faults: [] } : { file, ...readParts(shape, file.value) };

export const readDocument = (file: YamlFile): Written => written(file, documentShape);
export const readProfileFile = (file: YamlFile): Written => written(file, profileShape);

export const asFields = (value: unknown): Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : {};
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
