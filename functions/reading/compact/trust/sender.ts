/** Whose words something is; undefined where nobody can tell. */
export type Writer = string | undefined;

const local = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
const domain = "[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+";
const mailbox = `${local}@${domain}`;
// A display name is either quoted, or words without any character that could begin an address, a comment or a group.
// "Missing Team (Derbyshire)" is a comment among the words: it names no address, and none can begin in it.
const words = `[^"<>()@,;:\\\\\\[\\]\\r\\n]*`;
const display = `(?:"(?:[^"\\\\\\r\\n]|\\\\[^\\r\\n])*"|${words}(?:\\(${words}\\)${words}){0,3})`;
const plainFrom = new RegExp(`^\\s*(?:(${mailbox})|${display}\\s*<(${mailbox})>)\\s*$`);

/** Outlook gives the address for a name where there is none. */
const twiceTheSame = new RegExp(`^\\s*["']?(${mailbox})["']?\\s*<\\1>\\s*$`, "i");

/** The one plain mailbox a From line names. Comments, routes, groups and second addresses make it nobody's. */
export const plainMailbox = (from: string): string | undefined => {
  if (from.length > 1_000) return undefined;
  const unfolded = from.replace(/\r?\n(?=[ \t])/g, "");
  const found = plainFrom.exec(unfolded) ?? twiceTheSame.exec(unfolded);
  return found ? (found[1] ?? found[2]) : undefined;
};

/** As mail programs write the sender of a mail they quote: "Police [mailto:a@b]", "Police <a@b<mailto:a@b>>". */
export const quotedMailbox = (from: string): string | undefined => {
  if (from.length > 1_000) return undefined;
  return plainMailbox(
    from
      .replace(/\[mailto:([^\s<>[\]]+)\]/i, "<$1>")
      .replace(/<([^\s<>]+)\s?<mailto:\1>\s?>/i, "<$1>")
      .replace(/<mailto:([^\s<>]+)>/i, "<$1>"),
  );
};

export const strictSender = (headers: readonly { name: string; value: string }[]): string | undefined => {
  const lines = headers.filter((header) => header.name === "from");
  return lines.length === 1 && lines[0] ? plainMailbox(lines[0].value) : undefined;
};

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf("@") + 1).toLowerCase();
