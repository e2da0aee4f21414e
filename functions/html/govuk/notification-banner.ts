import { attributes, classes } from "../attributes.ts";
import { heading } from "../heading.ts";
import { type Html, html, type Text } from "../html.ts";
import type { Common } from "../parts.ts";

export type NotificationBannerProps = Common & {
  /** A string is shown as the banner's heading line; markup stands as it is. */
  text: Text;
  type?: "success" | undefined;
  titleText?: Text | undefined;
  titleId?: string | undefined;
  titleHeadingLevel?: number | string | undefined;
  role?: string | undefined;
  disableAutoFocus?: boolean | undefined;
};

export const notificationBanner = (props: NotificationBannerProps): Html => {
  const { text, type, titleId = "govuk-notification-banner-title", disableAutoFocus } = props;
  const good = type === "success";
  const title = heading(
    Number(props.titleHeadingLevel) || 2,
    { class: "govuk-notification-banner__title", id: titleId },
    props.titleText || (good ? "Success" : "Important"),
  );
  const own = {
    role: props.role || (good ? "alert" : "region"),
    "aria-labelledby": titleId,
    "data-module": "govuk-notification-banner",
    "data-disable-auto-focus": disableAutoFocus === undefined ? undefined : String(disableAutoFocus),
    ...props.attributes,
  };
  const content =
    typeof text === "string" ? text && html`<p class="govuk-notification-banner__heading">${text}</p>` : text;
  return html`<div class="${classes("govuk-notification-banner", good && "govuk-notification-banner--success", props.classes)}"${attributes(own)}><div class="govuk-notification-banner__header">${title}</div><div class="govuk-notification-banner__content">${content}</div></div>`;
};
