/* Made by `cargo run generate` from templates/site/static/compare.js. Do not edit: change the source and run it again. */

// What changed between any two release lines.
(function () {
  'use strict';
  var site = window.site;
  var from = document.getElementById('compare-from');
  var to = document.getElementById('compare-to');
  var count = document.getElementById('compare-count');
  var result = document.getElementById('compare-result');
  var titles = {
    method: 'Methods', parameter: 'Parameters', return: 'Answers', column: 'Columns', value: 'Values',
    callback: 'Fields of the Data Entry Trigger'
  };

  // What held in a version, of spans such as [first, last, facts].
  function held(spans, version) {
    for (var index = 0; index < spans.length; index++) {
      if (spans[index][0] <= version && version <= spans[index][1]) return spans[index][2];
    }
    return null;
  }

  function line(sign, name, classes, path, facts) {
    var item = site.make('li', sign + ' ', classes);
    if (path) {
      var link = site.make('a', name);
      link.href = site.root + path;
      item.append(link);
    } else item.append(name);
    if (facts) item.append(site.make('span', facts, 'soft'));
    return item;
  }

  function compare() {
    var a = +from.value, b = +to.value, total = 0, lists = {};
    site.allFacts.forEach(function (fact) {
      var before = held(fact[3], a), after = held(fact[3], b);
      if (before === after) return;
      total++;
      var kind = lists[fact[0]] || (lists[fact[0]] = []);
      if (before === null) kind.push(line('+', fact[1], 'plus', fact[2], after));
      else if (after === null) kind.push(line('−', fact[1], 'minus', fact[2], ''));
      else kind.push(line('~', fact[1], 'other', fact[2], before + ' → ' + after));
    });
    var behaviour = site.allNotes.filter(function (note) {
      return Math.min(a, b) < note[0] && note[0] <= Math.max(a, b);
    });
    count.textContent = total === 1 ? '1 difference' : total ? total + ' differences' : 'The API is the same in both.';
    result.replaceChildren();
    Object.keys(titles).forEach(function (kind) {
      if (!lists[kind]) return;
      var list = site.make('ul', '', 'steps-list');
      lists[kind].forEach(function (item) { list.append(item); });
      result.append(site.make('h3', titles[kind] + ' (' + lists[kind].length + ')'), list);
    });
    if (behaviour.length) {
      var notes = site.make('ul', '', 'notes');
      behaviour.forEach(function (note) {
        var item = site.make('li');
        var link = site.make('a', note[1]);
        link.href = site.root + note[2];
        item.append(link, ', ' + note[3] + ': ' + note[4]);
        notes.append(item);
      });
      result.append(site.make('h3', 'Behaviour (' + behaviour.length + ')'), notes);
    }
    return total;
  }

  site.facts = function (versions, facts, notes) {
    site.allFacts = facts;
    site.allNotes = notes;
    versions.forEach(function (version, place) {
      [from, to].forEach(function (select) {
        var option = site.make('option', version);
        option.value = place;
        select.prepend(option);
      });
    });
    // The chosen version and the newest; without a choice, the last step that changed anything.
    var last = versions.length - 1;
    var chosen = versions.indexOf(document.documentElement.dataset.version);
    to.value = last;
    from.value = chosen >= 0 && chosen < last ? chosen : last - 1;
    while (compare() === 0 && +from.value > 0) from.value = +from.value - 1;
  };
  // The newest versions are what most readers look for.
  var matrix = document.querySelector('.scroll');
  matrix.scrollLeft = matrix.scrollWidth;
  from.addEventListener('change', compare);
  to.addEventListener('change', compare);
  var script = document.createElement('script');
  script.src = site.root + 'static/changes.js';
  document.head.append(script);
})();
