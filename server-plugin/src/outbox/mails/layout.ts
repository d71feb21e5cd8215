import { type Html, html, multiLineHtml } from '../../html.ts';

/** A mail in its parts, before it becomes text and HTML. All of it is plain text, written by people in part: whoever makes HTML of it escapes it. */
export interface MailBody {
  /** The language as a tag, for `<html lang>`. */
  readonly lang: string;
  readonly subject: string;
  readonly title: string;
  readonly greeting: string;
  readonly lines: readonly string[];
  /** The names of the products that the recipient gets. Null: none. */
  readonly list: { readonly title: string; readonly items: readonly string[] } | null;
  /** What the inviter wrote, its lines divided by `\n`. Null: nothing. */
  readonly quote: { readonly title: string; readonly text: string } | null;
  /** `copyLink` stands above the address itself, for whom the button does not work. */
  readonly button: { readonly label: string; readonly url: string; readonly copyLink: string } | null;
  /** Below the button. */
  readonly after: readonly string[];
  readonly footer: readonly string[];
}

/** Makes the HTML part of a mail. The text part stays ours. */
export type MailLayout = (mail: MailBody) => string | Promise<string>;

/** The text part. What somebody else wrote is indented, so that it cannot pass for our words. */
export function toText(mail: MailBody): string {
  const blocks = [
    mail.greeting,
    ...mail.lines,
    mail.list && [mail.list.title, ...mail.list.items.map((item) => `  - ${item}`)].join('\n'),
    mail.quote && [mail.quote.title, ...mail.quote.text.split('\n').map((line) => `  | ${line}`)].join('\n'),
    mail.button && `${mail.button.label}\n${mail.button.url}`,
    ...mail.after,
    mail.footer.length > 0 ? `-- \n${mail.footer.join('\n')}` : null,
  ];
  return `${blocks.filter((block) => block !== null).join('\n\n')}\n`;
}

// Mail programs read styles on the elements; the sheet only adds what some can do besides: dark colours and narrow screens.
const sheet = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){.page{background:#15171a!important}.card{background:#1f2226!important;border-color:#34393f!important}
.title,.line{color:#eceef0!important}.small,.small a{color:#a3abb5!important}.quote{border-color:#4a5159!important;background:#272b30!important}
.button{background:#7aa7ff!important;color:#0c1626!important}}
@media (max-width:480px){.card{padding:24px 20px!important}}`;

const font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const lineStyle = `${font};font-size:16px;line-height:1.55;color:#22262b;margin:0 0 16px`;
const smallStyle = `${font};font-size:13px;line-height:1.5;color:#5b6570;margin:0 0 8px`;

/** The HTML part: one table, one button, and the address behind the button as text. */
export function toHtml(mail: MailBody): string {
  const line = (text: string): Html => html`<p class="line" style="${lineStyle}">${text}</p>`;
  const small = (text: string): Html => html`<p class="small" style="${smallStyle}">${text}</p>`;
  return html`<!doctype html>
<html lang="${mail.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${mail.subject}</title>
<style>${{ markup: sheet }}</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f3f4f6">
<div role="main"><table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f3f4f6"><tr><td align="center" style="padding:32px 12px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px"><tr><td class="card" style="background:#ffffff;border:1px solid #e1e4e8;border-radius:12px;padding:36px 40px">
<h1 class="title" style="${font};font-size:22px;line-height:1.3;font-weight:600;color:#15181c;margin:0 0 20px">${mail.title}</h1>
${[mail.greeting, ...mail.lines].map(line)}
${mail.list && html`${line(mail.list.title)}<ul class="line" style="${lineStyle};padding-left:22px">${mail.list.items.map((item) => html`<li style="margin:0 0 4px">${item}</li>`)}</ul>`}
${
  mail.quote &&
  html`${small(mail.quote.title)}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 20px"><tr><td class="quote" style="border-left:3px solid #c4cad1;background:#f7f8f9;padding:12px 16px"><p class="line" style="${lineStyle};margin:0">${multiLineHtml(mail.quote.text)}</p></td></tr></table>`
}
${
  mail.button &&
  html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td><a class="button" href="${mail.button.url}" style="${font};display:inline-block;background:#1f5fd6;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none;padding:13px 24px;border-radius:8px">${mail.button.label}</a></td></tr></table>`
}
${mail.after.map(small)}
${mail.button && html`${small(mail.button.copyLink)}<p class="small" style="${smallStyle};word-break:break-all"><a href="${mail.button.url}" style="color:#5b6570">${mail.button.url}</a></p>`}
</td></tr><tr><td style="padding:20px 40px 0">
${mail.footer.map(small)}
</td></tr></table>
</td></tr></table></div>
</body>
</html>
`.markup;
}
