import { type SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { SendLetter } from "../../core/ports/letters.ts";
import { PermanentError } from "../../domain/errors.ts";
import { translated } from "../vendor-errors.ts";
import { compose, type Sender } from "./compose.ts";

/** Hands a letter to SES. Source is said outright: read from raw mail it may be the wrong line. */
export const sendLetter =
  (client: SESClient, sender: Sender, configurationSet?: string): SendLetter =>
  async (letter, now) => {
    if (letter.to.length === 0) throw new PermanentError("a letter without a recipient");
    const Data = await compose(letter, sender, now);
    try {
      const { MessageId } = await client.send(
        new SendRawEmailCommand({
          Source: sender.from,
          Destinations: [...letter.to],
          RawMessage: { Data },
          ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
        }),
      );
      return MessageId ?? "";
    } catch (cause) {
      throw translated("sending a mail", cause);
    }
  };
