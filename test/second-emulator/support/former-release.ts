import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stackName } from "../../../infra/names.ts";
import { projectRoot } from "../../../localstack/host/paths.ts";
import type { Synthesised } from "../../../localstack/lab/stack/deploy.ts";
import { runNode } from "../../../localstack/lab/stack/run-node.ts";

const git = (...args: string[]): string =>
  execFileSync("git", args, { cwd: projectRoot, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }).trim();

/** The newest release that is tagged, or whatever SAFE_RETURN_FORMER names; else where the work stood some while ago. */
const formerCommit = (): string => {
  const named = process.env.SAFE_RETURN_FORMER;
  if (named) return git("rev-parse", named);
  const tag = git("tag", "--sort=-creatordate", "--merged", "HEAD").split("\n")[0];
  return git("rev-list", "-1", tag || "HEAD~20");
};

/** The authority's assembly as its former release made it, with that release's own code. */
export const synthesiseFormer = async (authority: string, folder: string): Promise<Synthesised> => {
  const source = join(folder, "former-source");
  const out = join(folder, "former");
  const tree = formerCommit();
  for (const made of [source, out]) {
    rmSync(made, { recursive: true, force: true });
    mkdirSync(made, { recursive: true });
  }
  const archive = join(folder, "former.tar");
  git("archive", "--output", archive, tree);
  execFileSync("tar", ["-xf", archive, "-C", source]);
  symlinkSync(join(projectRoot, "node_modules"), join(source, "node_modules"));
  await runNode({
    args: [join(source, "infra/app.ts")],
    env: { CDK_OUTDIR: out, CDK_CONTEXT_JSON: JSON.stringify({ authority }) },
    failure: `The release ${tree} could not be synthesised.`,
  });
  return {
    authority,
    out,
    template: readFileSync(join(out, `${stackName(authority)}.template.json`), "utf8"),
  };
};

/** A release after this one: every function described otherwise, so that each gets a new version. */
export const nextRelease = ({ authority, out, template }: Synthesised): Synthesised => {
  const next = `${out}-next`;
  cpSync(out, next, { recursive: true });
  const changed = template
    .replaceAll(/(CurrentVersion[0-9A-F]{8})[0-9a-f]{32}/g, "$1ffffffffffffffffffffffffffffffff")
    .replaceAll("Safe Return: ", "Safe Return, next: ");
  writeFileSync(join(next, `${stackName(authority)}.template.json`), changed);
  return { authority, out: next, template: changed };
};
