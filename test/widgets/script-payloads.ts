/**
 * What somebody would type who wants a script to run. Whatever becomes an element or an attribute of its own is marked `boom`; whatever runs calls
 * `ran`. Names take each of them: no control character, no web address, at most 100 characters.
 */
export const payloads: readonly string[] = [
  '<script boom>ran()</script>',
  '</script><script boom>ran()</script>',
  '"><script boom>ran()</script>',
  "'><script boom>ran()</script>",
  '<img boom src=x onerror=ran()>',
  '"><img boom src=x onerror=ran()>',
  "' boom onmouseover='ran()",
  '" boom onfocus="ran()" autofocus="',
  '<svg boom onload=ran()>',
  '<svg boom><script>ran()</script></svg>',
  '<svg boom><animate onbegin=ran() attributeName=x></svg>',
  '<math boom><mtext><img src=x onerror=ran()></math>',
  '<iframe boom srcdoc="<script>parent.ran()</script>">',
  '<iframe boom src=javascript:ran()>',
  '<object boom data=javascript:ran()>',
  '<embed boom src=javascript:ran()>',
  '<a boom href=javascript:ran()>x</a>',
  'javascript:ran()//boom',
  'data:text/html,<script boom>ran()</script>',
  '<body boom onload=ran()>',
  '<details boom open ontoggle=ran()>',
  '<video boom><source onerror=ran()></video>',
  '<audio boom src onerror=ran()>',
  '<input boom autofocus onfocus=ran()>',
  '<select boom autofocus onfocus=ran()>',
  '<textarea boom autofocus onfocus=ran()>',
  '</textarea><img boom src=x onerror=ran()>',
  '</title><img boom src=x onerror=ran()>',
  '</style><img boom src=x onerror=ran()>',
  "<style boom>@import'javascript:ran()'</style>",
  '<link boom rel=stylesheet href=javascript:ran()>',
  '<meta boom http-equiv=refresh content="0;javascript:ran()">',
  '<base boom href=javascript:ran()//>',
  '<form boom action=javascript:ran()><button>x</button></form>',
  '<button boom formaction=javascript:ran()>x</button>',
  '<template boom><img src=x onerror=ran()></template>',
  '<noscript boom><img src=x onerror=ran()></noscript>',
  '<!--><img boom src=x onerror=ran()>-->',
  '--><img boom src=x onerror=ran()>',
  '<![CDATA[><img boom src=x onerror=ran()>]]>',
  '<x boom onclick=ran() tabindex=1>',
  '<p boom style="animation:x" onanimationstart=ran()>',
  '<marquee boom onstart=ran()>',
  '<img boom src="x" onerror="&#114;an()">',
  '&lt;img boom src=x onerror=ran()&gt;',
  '&#60;img boom src=x onerror=ran()&#62;',
  '\\u003cimg boom src=x onerror=ran()\\u003e',
  '%3Cimg%20boom%20src=x%20onerror=ran()%3E',
  "{{constructor.constructor('ran()')()}}",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template is what it tries to be
  '${ran()}',
  '<%= ran() %>',
  '`-ran()-`',
  "';ran();//",
  '";ran();//',
  "\\';ran();//",
  '<!--?lit$1$--><?lit$1$ boom>',
  '?lit$123456789$ boom=?lit$123456789$',
  "url('javascript:ran()');boom:expression(ran())",
  '__proto__[ran]=ran()',
  "=cmd|' /C ran'!A0",
];

/** All of them, in texts of at most so many characters. */
export function packed(most: number): string[] {
  const texts: string[] = [];
  for (const payload of payloads) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + payload.length <= most) texts.push(`${texts.pop()} ${payload}`);
    else texts.push(payload);
  }
  return texts;
}

/** All of them between two signs by which one sees whether a piece is missing. */
export const everything = `⟦${payloads.join(' ')}⟧`;

/** Looks through the page, shadow trees included, for what a payload would have made, and gathers all its texts. */
export function lookThrough(): { made: string[]; texts: string[] } {
  const made: string[] = [];
  const texts: string[] = [];
  const guests = 'script, iframe, object, embed, img, video, audio, math, base, link, meta, style, marquee, noscript, template, [boom]';
  const walk = (root: ParentNode & Node) => {
    for (const node of root.childNodes) if (node.nodeType === Node.TEXT_NODE) texts.push((node as Text).data);
    for (const element of root.children) {
      const inHead = root === document.documentElement && element.localName === 'head';
      if (inHead) continue;
      if (element.matches(guests)) made.push(element.outerHTML.slice(0, 200));
      for (const { name, value } of element.attributes) {
        if (name.startsWith('on') || /^(href|src|action|formaction|data|srcdoc)$/.test(name))
          made.push(`${element.localName} ${name}=${value}`);
        else texts.push(value);
      }
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
      walk(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document.documentElement);
  return { made, texts: texts.filter((text) => text.trim() !== '') };
}

/** The same for a browser that another process drives: the function alone, with the helper that is put into it on its way through the loader. */
export const lookingThrough = `(() => { const __name = (named) => named; return (${lookThrough})(); })()`;
