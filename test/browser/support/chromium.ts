import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { projectRoot } from "../../../localstack/host/paths.ts";

type Found = { executablePath: string; env: Record<string, string> };

const debians = "/usr/bin/chromium";
const unpacked = join(projectRoot, ".lab/chromium");

/** The one font that npm's Chromium brings stands in for Arial where a machine has none: without any, pages are blank. */
const fontSettings = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${unpacked}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${unpacked}/font-cache</cachedir>
<alias><family>Arial</family><prefer><family>Arial</family><family>Liberation Sans</family><family>Open Sans</family></prefer></alias>
</fontconfig>`;

/** npm's Chromium, with the libraries it brings: unpacked once, whole or not at all. */
const unpack = async (): Promise<void> => {
  const { default: packed, inflate } = await import("@sparticuz/chromium");
  const bin = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "../bin");
  const unfinished = `${unpacked}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const before = process.env.TMPDIR;
  // It unpacks to wherever the system keeps temporary files.
  process.env.TMPDIR = unfinished;
  try {
    await Promise.all([packed.executablePath(), inflate(join(bin, "al2023.tar.br"))]);
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(join(unfinished, "fonts.conf"), fontSettings);
  rmSync(unpacked, { recursive: true, force: true });
  renameSync(unfinished, unpacked);
};

const find = async (): Promise<Found> => {
  const own = process.env.SAFE_RETURN_CHROMIUM;
  if (own) return { executablePath: own, env: {} };
  if (existsSync(debians)) return { executablePath: debians, env: {} };
  if (process.platform !== "linux" || process.arch !== "x64")
    throw new Error(
      "npm has a Chromium for Linux on x64 only: set SAFE_RETURN_CHROMIUM to the path of yours.",
    );
  if (!existsSync(join(unpacked, "chromium"))) await unpack();
  const env = {
    LD_LIBRARY_PATH: join(unpacked, "al2023/lib"),
    FONTCONFIG_FILE: join(unpacked, "fonts.conf"),
  };
  return { executablePath: join(unpacked, "chromium"), env };
};

/** A real Chromium: the one named, else Debian's, else npm's. */
export const launchChromium = async (): Promise<Browser> => {
  const { executablePath, env } = await find();
  const path = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "/tmp" };
  return chromium.launch({ executablePath, env: { ...path, ...env } });
};
