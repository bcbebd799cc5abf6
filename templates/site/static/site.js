// The parts of every page that answer: version, colours, menu, search.
(function () {
  'use strict';
  var site = window.site;
  var root = document.documentElement;

  function element(id) { return document.getElementById(id); }

  // --- version
  var select = element('version');
  site.releases.forEach(function (release) {
    var option = document.createElement('option');
    option.value = release.version;
    option.textContent = release.version + (release.lts ? ' LTS' : '');
    select.append(option);
  });
  select.value = root.dataset.version || '';
  select.addEventListener('change', function () {
    site.keep('version', select.value);
    site.showVersion(select.value);
    document.dispatchEvent(new CustomEvent('site-version', { detail: select.value }));
  });

  // --- colours
  var theme = element('theme');
  var names = { '': 'as the system', light: 'light', dark: 'dark' };
  function nameTheme() { theme.setAttribute('aria-label', 'Colours: ' + names[root.dataset.theme || '']); }
  theme.addEventListener('click', function () {
    var order = ['', 'light', 'dark'];
    var next = order[(order.indexOf(root.dataset.theme || '') + 1) % order.length];
    if (next) root.dataset.theme = next; else delete root.dataset.theme;
    site.keep('theme', next);
    nameTheme();
  });
  nameTheme();

  // --- menu, where the window is too narrow to show it always
  var button = element('menu-button');
  button.addEventListener('click', function () {
    button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'));
  });
})();
