/* Made by `cargo run generate` from templates/site/static/boot.js.jinja. Do not edit: change the source and run it again. */

// Runs before the page is drawn, so that the chosen colours, language and version are there from the first moment.
(function () {
  'use strict';
  var root = document.documentElement;
  // Release lines, newest first, and all versions in which something came or went.
  var releases = [{"lts": false, "note": "Newest standard version known. Since 17.4.0 Import a File takes `new` as the instance.", "version": "17.4.1"}, {"lts": true, "note": "Newest LTS version known. Since 17.3.0 accents in new unique event and group names are transliterated.", "version": "17.3.7"}, {"lts": true, "note": "First LTS line with the additions of 15.6.0 to 16.0.8; the version whose help page is known best.", "version": "16.1.3"}, {"lts": false, "note": "The list of the File Repository gets `role` and `dag`.", "version": "16.0.8"}, {"lts": false, "note": "Users get `data_access_group_label`.", "version": "16.0.0"}, {"lts": false, "note": "The project information gets `project_pi_email`, user-role assignments get `data_access_group`.", "version": "15.8.2"}, {"lts": false, "note": "Form rights get new codes (128 and up), and Export Records gets `combineCheckboxOptions`.", "version": "15.6.0"}, {"lts": true, "note": "First LTS line with the survey access code. The External Module API gets more endpoints.", "version": "15.5.2"}, {"lts": false, "note": "New is Export a Survey Access Code for a Participant, the 55th and so far last method.", "version": "15.1.0"}, {"lts": true, "note": "First LTS version with the features of 14.6.4, and so with the External Module API. Randomize Record belongs to\nthis line too, as far as can be inferred.\n", "version": "15.0.9"}, {"lts": false, "note": "New is Randomize Record. The External Module API is one line older (14.6.4).", "version": "14.7.0"}, {"lts": false, "note": "By now Import Records can run in the background, and users have the columns `alerts` and `email_logging`.", "version": "14.5.0"}, {"lts": true, "note": "First LTS version with the features of 14.0.2. About this line, DAG methods and exports of users and roles start\nto ask for the rights of the pages they replace.\n", "version": "14.0.5"}, {"lts": true, "note": "First LTS version with the features of 13.4.11 and 13.7.0. Since 13.4.10 names such as `redcap_event_name`\nin the list of fields are an error.\n", "version": "13.7.3"}, {"lts": true, "note": "First LTS version with the features of 12.5.9 and 13.1.0, and so with the File Repository.", "version": "13.1.5"}, {"lts": false, "note": "New are the five methods of the File Repository. DAGs get `data_access_group_id` about now.", "version": "13.1.0"}, {"lts": true, "note": "First LTS version with the features of 12.4.1. Between 10.5.1 and 12.5.2 the export right of users changed from\none value (`data_export`) to one for each instrument (`forms_export`).\n", "version": "12.4.6"}, {"lts": true, "note": "First LTS version with the features of 12.0.4, and so with user roles, Switch DAG and Rename Record.", "version": "12.0.8"}, {"lts": false, "note": "Export Records gets `exportBlankForGrayFormStatus`.", "version": "11.4.0"}, {"lts": false, "note": "New is Rename Record; Switch DAG came shortly before, in 11.3.1.", "version": "11.3.3"}, {"lts": false, "note": "New are Delete Users, the five methods for user roles, and the deletion of parts of records.", "version": "11.3.0"}, {"lts": true, "note": "First LTS version with the features of 10.8.2 and 11.1.1, and so with Export Logging.", "version": "11.1.5"}, {"lts": false, "note": "New is Export Logging. The methods for Data Access Groups came at the latest now; their version is not known.", "version": "10.8.0"}, {"lts": true, "note": "First LTS version with the features of 10.4.1, and so with the CSV delimiter for Import Records (10.3.0).", "version": "10.6.4"}, {"lts": true, "note": "First LTS version with the features of 9.7.8 and 9.10.0.", "version": "10.0.5"}, {"lts": true, "note": "An invalid form name in a list sent with commas returned everything here, instead of an error.", "version": "9.5.13"}, {"lts": true, "note": "First LTS version with the features of 8.11.6 and 9.1.1.", "version": "9.1.3"}, {"lts": false, "note": "One guide calls 9.0 an LTS version and lists its 34 methods; the LTS branch is really 9.1.\nThe guide either means that branch or names the standard version it grew from.\n", "version": "9.0.0"}, {"lts": false, "note": "New is Import Repeating Instruments and Events, which makes 34 methods.", "version": "8.10.0"}, {"lts": false, "note": "By now Export Records has date ranges, a CSV delimiter and a decimal character.", "version": "8.7.3"}, {"lts": false, "note": "New is Export Repeating Instruments and Events.", "version": "8.2.0"}, {"lts": true, "note": "First LTS version with the features of 8.0.0.", "version": "8.1.2"}, {"lts": false, "note": "Repeating instruments and events enter the data, with `redcap_repeat_instrument` and `redcap_repeat_instance`.", "version": "7.0.0"}, {"lts": false, "note": "New is Generate Next Record Name. Delete Records and Import Project Information came between 6.12.1 and 7.0.0.", "version": "6.18.0"}, {"lts": false, "note": "The project as REDCap XML holds uploaded files only when `exportFiles` asks for them.", "version": "6.12.1"}, {"lts": false, "note": "New are the project as REDCap XML and the format `odm`.", "version": "6.12.0"}, {"lts": false, "note": "The first version with methods that change a project: arms, events, mappings, metadata, users, and new projects\nby super token; 28 methods in all. `filterLogic` appears, and users get most of their columns.\n", "version": "6.11.0"}, {"lts": false, "note": "The project information gets the numbers of ethics approval and grant and the name of the investigator.", "version": "6.7.0"}, {"lts": false, "note": "New is Export Project Information. Users get the two columns of the mobile app.", "version": "6.5.0"}, {"lts": false, "note": "The PDF method spells its flag `allRecords`; before, it was `allrecords`.", "version": "6.4.3"}, {"lts": false, "note": "New are the PDF of instruments, export field names, and four survey methods.", "version": "6.4.0"}, {"lts": false, "note": "New are Export REDCap Version and Export Reports. Data export rights apply to the API from here on, label exports\nof checkboxes change, the record ID is no longer added to filtered exports, and CSV errors start with `ERROR:`.\n", "version": "6.0.0"}, {"lts": false, "note": "Oldest version on which a client was tried with arms, events, mappings, instruments and users.", "version": "5.8.2"}, {"lts": false, "note": "Its help page already had `exportDataAccessGroups` for Export Records.", "version": "5.2.3"}, {"lts": false, "note": "One client dates the export of arms, events, instrument-event mappings and users to this version;\nother sources only prove them for 5.8.2.\n", "version": "4.7.0"}, {"lts": false, "note": "Stands for the oldest version described in public: six methods, for records, metadata and files.\nThe exact number of that version is not known.\n", "version": "4.0.0"}];
  var marks = ["4.0.0", "4.7.0", "5.0.0", "5.2.3", "5.8.2", "5.9.15", "6.0.0", "6.2.0", "6.3.0", "6.4.0", "6.4.3", "6.5.0", "6.7.0", "6.8.1", "6.10.0", "6.11.0", "6.12.0", "6.12.1", "6.14.3", "6.18.0", "7.0.0", "7.6.0", "8.2.0", "8.5.0", "8.7.3", "8.10.0", "9.3.6", "10.3.0", "10.8.0", "11.3.0", "11.3.1", "11.3.3", "11.4.0", "12.0.0", "12.5.2", "13.0.0", "13.1.0", "13.4.0", "13.4.3", "13.4.10", "14.0.0", "14.0.2", "14.0.3", "14.0.5", "14.1.0", "14.4.0", "14.5.0", "14.6.4", "14.7.0", "14.7.3", "14.9.1", "15.0.0", "15.1.0", "15.2.0", "15.5.2", "15.6.0", "15.8.2", "16.0.0", "16.0.8", "16.1.3", "17.3.0", "17.4.0"];
  var sheet = null;

  // Choices are kept where the browser allows it; pages from a disk may not be.
  function read(name) {
    try { return localStorage.getItem('redcap-' + name) || ''; } catch (error) { return ''; }
  }
  function keep(name, value) {
    try {
      if (value) localStorage.setItem('redcap-' + name, value); else localStorage.removeItem('redcap-' + name);
    } catch (error) { /* then it holds for this page */ }
  }
  function compare(one, other) {
    var a = one.split('.'), b = other.split('.');
    for (var at = 0; at < 3; at++) if (a[at] !== b[at]) return a[at] - b[at];
    return 0;
  }
  function all(name, versions) {
    return versions.map(function (version) { return '[data-' + name + '="' + version + '"]'; });
  }

  // What the version does not have yet, and no longer, is hidden by rules, so that nothing jumps.
  function showVersion(version) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      document.adoptedStyleSheets = document.adoptedStyleSheets.concat(sheet);
    }
    root.dataset.version = version;
    if (!version) { sheet.replaceSync(''); return; }
    var later = marks.filter(function (mark) { return compare(mark, version) > 0; });
    var reached = marks.filter(function (mark) { return compare(mark, version) <= 0; });
    var older = releases.filter(function (one) { return compare(one.version, version) < 0; })[0];
    var fresh = reached.filter(function (mark) { return older && compare(mark, older.version) > 0; });
    var absent = all('since', later).concat(all('until', reached)).join(',') || '.none';
    var told = all('before', later).concat(all('after', reached)).join(',') || '.none';
    var rules = 'html:not(.others) :is(' + absent + '){display:none!important}' +
      'html.others :is(' + absent + '){opacity:.6}' +
      'html :is(' + told + '){display:block}';
    if (fresh.length) {
      rules += ':is(' + all('since', fresh).join(',') + ') .since{background:var(--mark);color:var(--text)}' +
        ':is(' + all('since', fresh).join(',') + ') .since::before{content:"new \\00b7  "}';
    }
    sheet.replaceSync(rules);
  }

  window.site = {
    root: root.dataset.root,
    releases: releases,
    read: read,
    keep: keep,
    compare: compare,
    showVersion: showVersion
  };
  root.classList.add('js');
  var theme = read('theme');
  if (theme === 'dark' || theme === 'light') root.dataset.theme = theme;
  var version = read('version');
  var known = releases.some(function (one) { return one.version === version; });
  showVersion(known ? version : '');
})();
