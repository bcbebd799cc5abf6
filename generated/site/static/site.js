/* Made by `cargo run generate` from templates/site/static/site.js. Do not edit: change the source and run it again. */

// The parts of every page that answer: version, colours, menu, search, programs.
(function () {
  'use strict';
  var site = window.site;
  var root = document.documentElement;

  function element(id) { return document.getElementById(id); }
  function each(selector, work) { Array.prototype.forEach.call(document.querySelectorAll(selector), work); }
  function make(tag, text, classes) {
    var made = document.createElement(tag);
    if (text) made.textContent = text;
    if (classes) made.className = classes;
    return made;
  }
  // Scripts, because pages from a disk may not fetch.
  function load(path) {
    var script = document.createElement('script');
    script.src = site.root + 'static/' + path;
    document.head.append(script);
  }
  site.make = make;

  // --- version
  var select = element('version');
  site.releases.forEach(function (release) {
    var option = make('option', release.version + (release.lts ? ' LTS' : ''));
    option.value = release.version;
    select.append(option);
  });
  var others = element('others');
  function tellVersion() {
    var version = root.dataset.version;
    each('.chosen', function (place) { place.textContent = version; });
  }
  select.value = root.dataset.version || '';
  tellVersion();
  select.addEventListener('change', function () {
    site.keep('version', select.value);
    site.showVersion(select.value);
    tellVersion();
    document.dispatchEvent(new CustomEvent('site-version', { detail: select.value }));
  });
  others.addEventListener('change', function () { root.classList.toggle('others', others.checked); });

  // A link to something that the version does not have shows it all the same.
  function showTarget() {
    var target = location.hash && element(decodeURIComponent(location.hash.slice(1)));
    if (target && target.offsetParent === null && root.dataset.version) {
      others.checked = true;
      root.classList.add('others');
      target.scrollIntoView();
    }
  }
  window.addEventListener('hashchange', showTarget);
  showTarget();

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
  var current = document.querySelector('.side ul ul [aria-current]');
  if (current && current.offsetParent) {
    var side = document.querySelector('.side');
    side.scrollTop = Math.max(0, current.offsetTop - side.clientHeight / 2);
  }

  // --- the sections of a long page, in the column beside it
  var sections = document.querySelectorAll('main > h2[id]');
  if (sections.length > 2) {
    var contents = make('nav');
    contents.setAttribute('aria-label', 'On this page');
    contents.append(make('p', 'On this page', 'label'));
    Array.prototype.forEach.call(sections, function (section) {
      var link = make('a', section.textContent);
      link.href = '#' + section.id;
      contents.append(link);
    });
    document.querySelector('.toc').append(contents);
  }

  // --- the line of the spec: a link where the repository is around the site, words elsewhere
  if (location.protocol !== 'file:') {
    each('[data-source]', function (link) { link.replaceWith(make('span', link.textContent)); });
  }

  // --- programs in the chosen language
  var known = {};
  var wanted = site.read('language');
  site.programs = function (language, lines, runs) {
    known[language] = { lines: lines, runs: runs };
    each('.programs', showProgram);
  };
  function program(language, method) {
    var all = known[language];
    return all.runs[method].split(' ').map(function (run) {
      var ends = run.split('-');
      return all.lines.slice(+ends[0], +(ends[1] || ends[0]) + 1).join('\n');
    }).join('\n');
  }
  function showProgram(box) {
    var tabs = box.querySelectorAll('[role="tab"]');
    var first = tabs[0].dataset.language;
    var chosen = Array.prototype.filter.call(tabs, function (tab) { return tab.dataset.language === wanted; })[0] || tabs[0];
    var language = chosen.dataset.language;
    var panel = box.querySelector('.program');
    var code = panel.querySelector('code');
    if (box.first === undefined) box.first = code.innerHTML;
    Array.prototype.forEach.call(tabs, function (tab) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    });
    panel.setAttribute('aria-labelledby', chosen.id);
    if (language === first) code.innerHTML = box.first;
    else if (known[language]) code.innerHTML = program(language, box.dataset.method);
    else load('programs/' + language + '.js');
    box.shown = language;
    var strip = chosen.parentNode;
    if (strip.scrollWidth > strip.clientWidth) strip.scrollLeft = chosen.offsetLeft - strip.clientWidth / 3;
  }
  function choose(tab) {
    wanted = tab.dataset.language;
    site.keep('language', wanted);
    each('.programs', showProgram);
    tab.focus();
    document.dispatchEvent(new CustomEvent('site-language', { detail: wanted }));
  }
  each('.programs', function (box) {
    box.addEventListener('click', function (event) {
      var tab = event.target.closest('[role="tab"]');
      if (tab) choose(tab);
    });
    box.addEventListener('keydown', function (event) {
      var tabs = Array.prototype.slice.call(box.querySelectorAll('[role="tab"]'));
      var at = tabs.indexOf(event.target);
      var to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      choose(tabs[(to + tabs.length) % tabs.length]);
    });
    showProgram(box);
  });

  // --- copying
  each('main > pre, main > details > pre, .programs pre', function (pre) {
    if (!navigator.clipboard) return;
    var box = make('div', '', 'copied');
    var copy = make('button', 'Copy', 'copy');
    copy.type = 'button';
    copy.addEventListener('click', function () {
      navigator.clipboard.writeText(pre.textContent + '\n').then(function () { copy.textContent = 'Copied'; }, function () {
        getSelection().selectAllChildren(pre);
      });
      setTimeout(function () { copy.textContent = 'Copy'; }, 2000);
    });
    pre.replaceWith(box);
    box.append(pre, copy);
  });

  // --- search
  var input = element('search');
  var list = element('found');
  var entries = null;
  var at = -1;
  site.index = function (all) {
    entries = all.map(function (one, place) {
      return { kind: one[0], name: one[1], path: one[2], beside: one[3], place: place,
        low: one[1].toLowerCase(), more: (one[4] + ' ' + one[3]).toLowerCase() };
    });
    find();
  };
  function score(entry, words) {
    var total = entry.kind === 'method' ? 7 : entry.kind === 'page' || entry.kind === 'group' ? 3 : 0;
    for (var index = 0; index < words.length; index++) {
      var place = entry.low.indexOf(words[index]);
      if (place === 0) total += entry.low.length === words[index].length ? 12 : 8;
      else if (place > 0) total += /[\s_]/.test(entry.low[place - 1]) ? 6 : 4;
      else if (entry.more.indexOf(words[index]) >= 0) total += 1;
      else return 0;
    }
    return total;
  }
  // Many methods have a parameter of the same name; the first of them leave room for others.
  function few() {
    var seen = {};
    return function (one) {
      var key = one[1].kind + ' ' + one[1].name;
      seen[key] = (seen[key] || 0) + 1;
      return seen[key] <= 4;
    };
  }
  function find() {
    var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!entries || !words.length) { close(); return; }
    var found = entries.map(function (entry) { return [score(entry, words), entry]; })
      .filter(function (one) { return one[0] > 0; })
      .sort(function (a, b) { return b[0] - a[0] || a[1].place - b[1].place; })
      .filter(few())
      .slice(0, 12);
    list.replaceChildren();
    found.forEach(function (one, index) {
      var entry = one[1];
      var row = make('a', '', 'hit');
      row.id = 'hit-' + index;
      row.href = site.root + entry.path;
      row.tabIndex = -1;
      row.setAttribute('role', 'option');
      row.append(make('span', entry.kind, 'kind'), make('span', entry.name, 'name'), make('span', entry.beside, 'beside'));
      list.append(row);
    });
    if (!found.length) list.append(make('p', 'Nothing has this name.', 'soft'));
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(found.length ? 0 : -1);
  }
  function mark(to) {
    var rows = list.querySelectorAll('.hit');
    at = rows.length ? (to + rows.length) % rows.length : -1;
    Array.prototype.forEach.call(rows, function (row, index) { row.setAttribute('aria-selected', String(index === at)); });
    if (at >= 0) {
      input.setAttribute('aria-activedescendant', 'hit-' + at);
      rows[at].scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  }
  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
  input.addEventListener('focus', function () {
    if (!entries && !input.loading) { input.loading = true; load('index.js'); }
  });
  input.addEventListener('input', find);
  input.addEventListener('keydown', function (event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      mark(at + (event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter') {
      var row = list.querySelectorAll('.hit')[at];
      if (row && !list.hidden) { event.preventDefault(); row.click(); close(); }
    } else if (event.key === 'Escape') {
      if (list.hidden) input.value = '';
      close();
    }
  });
  document.addEventListener('click', function (event) {
    if (!event.target.closest('.search')) close();
    else if (event.target.closest('.hit')) close();
  });
  document.addEventListener('keydown', function (event) {
    var typing = /^(input|select|textarea)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
})();
