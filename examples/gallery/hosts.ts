/** A page of a host around its content, light or dark, with controls of its own to compare with. */
export type Host = (dark: boolean, title: string, content: string) => { readonly attributes: string; readonly body: string };

export type HostName = 'plain' | 'bootstrap' | 'moodle' | 'material' | 'dark';

/** Made-up hosts: one without any style, and some in the manner of what learning platforms are built with. */
export const hosts: Readonly<Record<HostName, Host>> = {
  plain: (dark, title, content) => ({
    attributes: dark ? 'class="dark"' : '',
    body: `<main><h1>${title}</h1>
<p>Text of the page with <a href="#">a link</a>. <input aria-label="A field"> <button>A button</button></p>${content}</main>`,
  }),

  bootstrap: (dark, title, content) => ({
    attributes: `data-bs-theme="${dark ? 'dark' : 'light'}"`,
    body: `<nav class="navbar"><a class="navbar-brand" href="#">Campus</a><a class="nav-link" href="#">Courses</a><a class="nav-link" href="#">Team</a></nav>
<main class="container"><h1>${title}</h1>
<div class="card"><div class="card-body">Text of the page with <a href="#">a link</a>. <input class="form-control" aria-label="A field">
<button class="btn btn-primary">Save</button> <button class="btn btn-outline-secondary">Back</button></div></div>${content}</main>`,
  }),

  moodle: (dark, title, content) => ({
    attributes: dark ? 'class="dark"' : '',
    body: `<div id="page-wrapper"><nav class="navbar fixed-top"><a class="navbar-brand" href="#">Learning site</a><a href="#">Dashboard</a><a href="#">My courses</a></nav>
<div id="page"><div id="topofscroll"><ol class="breadcrumb"><li><a href="#">Site</a></li><li>${title}</li></ol><h1 class="h2">${title}</h1>
<div role="main"><div class="generalbox">Text of the page with <a href="#">a link</a>. <input class="form-control" type="text" aria-label="A field">
<input type="submit" class="btn btn-primary" value="Save changes"> <button class="btn btn-secondary">Cancel</button></div>${content}</div></div></div></div>`,
  }),

  material: (dark, title, content) => ({
    attributes: dark ? 'class="dark-theme"' : '',
    body: `<header class="app-bar"><h1>${title}</h1></header>
<main class="surface"><div class="filled-card">Text of the page with <a href="#">a link</a>. <label class="text-field"><input placeholder="A field" aria-label="A field"></label>
<button class="mdc-button mdc-button--unelevated">Save</button> <button class="mdc-button">Cancel</button></div>${content}</main>`,
  }),

  dark: (_dark, title, content) => ({
    attributes: '',
    body: `<div class="shell"><aside><strong>Nocturne</strong><a href="#">Home</a><a href="#">People</a></aside>
<main><h1>${title}</h1><div class="panel">Text of the page with <a href="#">a link</a>. <input aria-label="A field"> <button class="primary">Save</button>
<button>Cancel</button></div>${content}</main></div>`,
  }),
};
