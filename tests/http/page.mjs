// Just enough HTML for the tests: forms with their fields, and the text that a person reads.
const named = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export const decode = (s) =>
  s.replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, (all, name) => {
    if (name[0] !== '#') return named[name] ?? all;
    return String.fromCodePoint(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
  });

export const text = (html) =>
  decode(html.replace(/<(head|script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ').trim();

export function attributes(tag) {
  const found = {};
  for (const [, name, , a, b, c] of tag.matchAll(/\s([a-zA-Z:-]+)(\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g)) {
    found[name.toLowerCase()] = decode(a ?? b ?? c ?? '');
  }
  return found;
}

function field(tag, inner) {
  const a = attributes(tag);
  const kind = /^<(\w+)/.exec(tag)[1].toLowerCase();
  const type = kind === 'input' ? (a.type ?? 'text').toLowerCase() : kind;
  const base = { name: a.name ?? '', type, attributes: a, on: !('disabled' in a) };
  if (kind === 'textarea') return { ...base, value: decode(inner.replace(/^\n/, '')) };
  if (kind === 'select') {
    base.options = [...inner.matchAll(/(<option\b[^>]*>)([^<]*)/gi)].map(([, t, label]) => {
      const o = attributes(t);
      return { value: o.value ?? text(label), label: text(label), selected: 'selected' in o };
    });
    return { ...base, value: (base.options.find((o) => o.selected) ?? base.options[0])?.value ?? '' };
  }
  if (type === 'checkbox' || type === 'radio') {
    return { ...base, value: a.value ?? 'on', checked: 'checked' in a, on: base.on && 'checked' in a };
  }
  return { ...base, value: a.value ?? '' };
}

export function parse(html) {
  return [...html.matchAll(/(<form\b[^>]*>)([\s\S]*?)<\/form>/gi)].map(([, tag, inner]) => {
    const a = attributes(tag);
    const fields = [...inner.matchAll(/<input\b[^>]*>|<(select|textarea)\b[^>]*>[\s\S]*?<\/\1>/gi)]
      .map(([whole]) => {
        const open = /^<[^>]*>/.exec(whole)[0];
        return field(open, whole.slice(open.length).replace(/<\/(select|textarea)>$/i, ''));
      })
      .filter((f) => f.name !== '' && !['submit', 'button', 'image', 'reset'].includes(f.type));
    const buttons = [...inner.matchAll(/<button\b[^>]*>/gi)].map(([t]) => attributes(t))
      .filter((b) => (b.type ?? 'submit') === 'submit').map((b) => (b.name ? [b.name, b.value ?? ''] : null));
    return { method: (a.method ?? 'get').toLowerCase(), action: a.action ?? '', fields, buttons, button: buttons[0] ?? null };
  });
}
