// Choosers take effect at once; without this module a button does it.
for (const select of document.querySelectorAll('.preferences select, .chooser select')) {
  select.addEventListener('change', () => select.form.requestSubmit());
}
