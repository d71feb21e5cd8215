const choosers = document.querySelectorAll('.preferences select, .chooser select');

// Choosers take effect at once; without this module a button does it.
for (const select of choosers) {
  select.addEventListener('change', () => select.form.requestSubmit());
}

// After "Back" browsers keep what was chosen last, although the page is that of another choice.
addEventListener('pageshow', () => {
  for (const select of choosers) {
    for (const option of select.options) if (option.defaultSelected) option.selected = true;
  }
});
