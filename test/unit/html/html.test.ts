import { describe, expect, it } from "vitest";
import { attributes } from "../../../functions/html/attributes.ts";
import { errorMessage } from "../../../functions/html/govuk/error-message.ts";
import { textarea } from "../../../functions/html/govuk/textarea.ts";
import { heading } from "../../../functions/html/heading.ts";
import { html, render, trustedMarkup } from "../../../functions/html/html.ts";

const hostile = `<script>alert("1")</script>&amp;`;

describe("markup", () => {
  it("shows whatever was typed as text", () => {
    expect(render(html`<p title="${hostile}">${hostile}</p>`)).toBe(
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;</p>',
    );
  });

  it("keeps what is markup already, joins lists, and leaves out what is not there", () => {
    const items = ["a", "<b>"].map((item) => html`<li>${item}</li>`);
    expect(render(html`<ul>${items}</ul>${undefined}${null}${false}${0}`)).toBe(
      "<ul><li>a</li><li>&lt;b&gt;</li></ul>0",
    );
  });

  it("is made here only: an object that looks like it is none", () => {
    const forged = JSON.parse('{"markup":"<b>"}') as never;
    expect(() => render(html`${forged}`)).toThrow();
  });

  it("takes no name that is none for an attribute or a heading", () => {
    expect(() => attributes({ 'x onload="alert(1)"': "" })).toThrow("no attribute's name");
    expect(() => heading(7, {}, "x")).toThrow("no heading's level");
    expect(render(attributes({ id: `"x`, hidden: true, open: false, title: undefined }))).toBe(
      ' id="&quot;x" hidden',
    );
  });

  it("can be trusted only by name", () => {
    expect(render(html`${trustedMarkup("<b>bold</b>")}`)).toBe("<b>bold</b>");
  });
});

describe("a field", () => {
  it("parts what is read aloud only from the message", () => {
    expect(render(errorMessage({ text: "Enter a name" }))).toContain("Error:</span> Enter a name");
  });

  it("keeps an empty first line in a text area", () => {
    const written = render(textarea({ name: "note", label: { text: "Note" }, value: "\nsecond line" }));
    expect(written).toContain(">\n\nsecond line</textarea>");
  });
});
