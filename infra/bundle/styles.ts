import { fileURLToPath } from "node:url";
import { compile } from "sass";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Icons of components' scripts; the pages have neither script nor image, and their policy would refuse both. */
const images = /(?:background|mask|-webkit-mask)(?:-image)?:[^;}]*url\([^)]*\)[^;}]*;?/g;

/** The console's one style sheet, short. */
export const consoleStyles = (): string => {
  const { css } = compile(`${root}infra/styles/console.scss`, {
    loadPaths: [root, `${root}node_modules`],
    style: "compressed",
    quietDeps: true,
    sourceMap: false,
    charset: false,
  });
  return css.replaceAll(images, "");
};
