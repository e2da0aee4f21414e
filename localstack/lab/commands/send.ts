import { readMailFile } from "../files.ts";
import { readReceiptFile } from "../mail/receipt-file.ts";
import { accountedText } from "../views/mails.ts";
import { oneAuthority, running, type Shell } from "./command.ts";

type SendFlags = { receipt?: string; wait?: boolean; onItsDate?: boolean };

export const addSend = ({ program, open, answer }: Shell): void => {
  program
    .command("send <file.eml>")
    .description("deliver a mail as SES would")
    .option("--receipt <file.json>", "SES's receipt (default: every verdict PASS)")
    .option("--wait", "return when the mail is accounted for")
    .option("--on-its-date", "first move the clock on to the mail's Date")
    .action(async (file: string, flags: SendFlags) => {
      const raw = readMailFile(file);
      const receipt = flags.receipt === undefined ? undefined : readReceiptFile(flags.receipt);
      const authority = oneAuthority(program);
      const options = { raw, authority, receipt, onItsDate: flags.onItsDate };
      const lab = await running(open);
      if (flags.wait) {
        const value = await lab.sendAndWait(options);
        return answer({ value, text: accountedText(value) });
      }
      const { mailId } = await lab.send(options);
      answer({ value: { mailId }, text: `${mailId}: sent` });
    });
};
