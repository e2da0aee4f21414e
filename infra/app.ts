import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// Compiling the CDK is a good part of a synth; the next one finds it compiled.
enableCompileCache(fileURLToPath(new URL("../.build/compile-cache", import.meta.url)));
await import("./synth.ts");
