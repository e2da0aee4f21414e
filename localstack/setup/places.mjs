import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
export const lab = join(root, ".lab");
export const stamps = join(lab, "stamps");
export const venv = join(lab, "venv");
export const python = join(venv, "bin/python");
export const uv = join(venv, "bin/uv");
/** Apart from LocalStack's own packages, which are as old as it is. */
export const lintVenv = join(lab, "lint-venv");
export const cfnLint = join(lintVenv, "bin/cfn-lint");
/** Another emulator, for the one suite that asks for it. */
export const ministackVenv = join(lab, "ministack-venv");
export const ministack = join(ministackVenv, "bin/ministack");
export const localstack = join(venv, "bin/localstack");
export const dynamodb = join(lab, "dynamodb");
export const node24 = join(root, "node_modules/.bin/node");

export const locks = {
  npm: join(root, "package-lock.json"),
  uv: join(root, "localstack/setup/uv.lock"),
  python: join(root, "localstack/requirements.lock"),
  plugin: join(root, "localstack/plugin/pyproject.toml"),
  cfnLint: join(root, "localstack/setup/cfn-lint.lock"),
  ministack: join(root, "localstack/setup/ministack.lock"),
  maven: join(root, "localstack/maven/pom.xml"),
};
