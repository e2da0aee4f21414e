import type { aBrowser } from "../fakes/console.ts";
import { rows, type World } from "../fakes/world.ts";

export type Page = { name: string; path: string };

/** One of each kind of page, among the episodes of a world. */
export const pagesAmong = (world: World): Page[] => {
  const [first] = rows(world);
  const at = `/episodes/${first?.episodeId}`;
  const ticked = rows(world)
    .slice(0, 50)
    .map(({ episodeId }) => `episode=${episodeId}`);
  const named = (path: string, name = path): Page => ({ name, path });
  const [waiting] = [...world.db.ledger.keys()].filter((id) => id.startsWith("q-"));
  return [
    named("/work"),
    named("/work?q=quill3"),
    named("/work.csv"),
    named(`/work/allocate?${ticked.join("&")}`, "/work/allocate?…"),
    named("/load"),
    named("/handover"),
    named("/people"),
    named("/sheet"),
    named("/quarantine"),
    named(`/quarantine/${waiting}`, "/quarantine/:mailId"),
    named(`/quarantine/${waiting}?read=1`, "/quarantine/:mailId, read"),
    named(`/quarantine/${waiting}/release`, "/quarantine/:mailId/release"),
    ...["", "/told", "/mails/m-0", "/do/interview-held", "/interview", "/interview/section/1", "/review"].map(
      (path) => named(`${at}${path}`, `/episodes/:id${path}`),
    ),
  ];
};

/** What a browser gets; anything but a page is the bench's own mistake. */
export const eachPage = async (browser: ReturnType<typeof aBrowser>, path: string): Promise<number> => {
  const { status, body } = await browser.first(path);
  if (status !== 200) throw new Error(`${path} answers ${status}`);
  return Buffer.byteLength(body);
};
