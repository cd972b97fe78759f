/** Builds elements. Texts stay texts: nothing here ever reads HTML out of data. */
export function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'vars') {
      // Through the object model: the content security policy forbids style attributes.
      Object.entries(value).forEach(([key, text]) => element.style.setProperty(key, text));
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

/**
 * A table that turns into cards on a narrow screen; the roles keep it a table for screen readers
 * even then. Columns are {title, numeric}; a row is an array of cells.
 */
export function table(caption, columns, rows, captionShown = false) {
  const cell = (content, index) =>
    h(
      index === 0 ? 'th' : 'td',
      {
        scope: index === 0 ? 'row' : null,
        role: index === 0 ? 'rowheader' : 'cell',
        class: columns[index].numeric ? 'number' : null,
        'data-label': columns[index].title,
      },
      content,
    );
  return h(
    'table',
    { role: 'table' },
    h('caption', { class: captionShown ? null : 'unseen' }, caption),
    h(
      'thead',
      { role: 'rowgroup' },
      h(
        'tr',
        { role: 'row' },
        columns.map((column) =>
          h(
            'th',
            { scope: 'col', role: 'columnheader', class: column.numeric ? 'number' : null },
            column.title,
          ),
        ),
      ),
    ),
    h(
      'tbody',
      { role: 'rowgroup' },
      rows.map((cells) => h('tr', { role: 'row' }, cells.map(cell))),
    ),
  );
}

/** A part that opens on a click; its key lets it stay open when the page is drawn anew. */
export function details(key, title, ...content) {
  return h('details', { 'data-key': key }, h('summary', {}, title), content);
}

/** Names and values. */
export function facts(...pairs) {
  return h(
    'dl',
    { class: 'facts' },
    pairs
      .filter((pair) => pair)
      .map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
  );
}

/** A state in words, with a shape and a colour; tone is good, wait, bad or calm. */
export function state(text, tone) {
  return h('span', { class: `state ${tone}` }, text);
}

const drawn = new Map();

/**
 * Draws a part of the page when what it shows has changed. What was open stays open, and the focus
 * stays where it was.
 */
export function draw(id, shown, content) {
  const text = JSON.stringify(shown);
  if (drawn.get(id) === text) {
    return;
  }
  drawn.set(id, text);
  const place = document.getElementById(id);
  const open = [...place.querySelectorAll('details[open]')].map((one) => one.dataset.key);
  const focused = place.contains(document.activeElement) ? focusKey(document.activeElement) : null;
  place.replaceChildren(...[content()].flat(Infinity).filter((part) => part));
  place.querySelectorAll('details').forEach((one) => {
    one.open = open.includes(one.dataset.key);
  });
  if (focused) {
    [...place.querySelectorAll('button, summary, a')].find((one) => focusKey(one) === focused)?.focus();
  }
}

function focusKey(element) {
  return element.id || element.closest('details')?.dataset.key || element.textContent;
}
