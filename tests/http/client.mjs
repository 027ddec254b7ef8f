// A small browser without a screen for the http tests: cookies, forms, no redirects unless asked.
import https from 'node:https';
import tls from 'node:tls';
import { readFileSync } from 'node:fs';
import { parse, text } from './page.mjs';

export const base = new URL(process.env.PORTAL_URL ?? 'https://127.0.0.1:8443');
const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 8 });
process.on('exit', () => agent.destroy());

const exchange = (options, body) =>
  new Promise((resolve, reject) => {
    const rq = https.request(options, (rs) => {
      const chunks = [];
      rs.on('data', (chunk) => chunks.push(chunk));
      rs.on('error', reject);
      rs.on('end', () =>
        resolve({ status: rs.statusCode, headers: rs.headers, buffer: Buffer.concat(chunks) }));
    });
    rq.setTimeout(60000, () => rq.destroy(new Error(`no answer: ${options.method} ${options.path}`)));
    // nginx may close an idle connection in the moment that it is used again; reading is tried once more.
    rq.on('error', (e) => (e.code === 'ECONNRESET' && rq.reusedSocket && options.method === 'GET'
      ? exchange(options).then(resolve, reject) : reject(e)));
    rq.end(body);
  });

// Pairs, an object (arrays repeat a name) or a ready string as a form body or a query.
export function encode(values) {
  if (typeof values === 'string') return values;
  const pairs = Array.isArray(values)
    ? values
    : Object.entries(values).flatMap(([k, v]) => [v].flat().map((one) => [k, one]));
  return new URLSearchParams(pairs.map(([k, v]) => [k, String(v)])).toString();
}

// A property that is made when somebody first asks for it: most answers are never read whole.
const asked = (object, name, make) => Object.defineProperty(object, name, { configurable: true, enumerable: true,
  get: () => Object.defineProperty(object, name, { value: make() })[name] });

class Client {
  cookies = new Map();
  last = null; // the answer that a person would have before them

  async request(method, path, { headers = {}, body } = {}) {
    const all = { host: base.host, accept: 'text/html', 'user-agent': 'tests', ...headers };
    if (this.cookies.size > 0 && !('cookie' in all)) {
      all.cookie = [...this.cookies].map(([k, v]) => `${k}=${v}`).join('; ');
    }
    if (body !== undefined) all['content-length'] = Buffer.byteLength(body);
    const rs = await exchange(
      { agent, method, path, host: base.hostname, port: base.port || 443, headers: all }, body);
    for (const line of rs.headers['set-cookie'] ?? []) this.#keep(line);
    rs.path = path;
    rs.location = rs.headers.location;
    asked(rs, 'text', () => rs.buffer.toString('utf8'));
    asked(rs, 'forms', () => (/html/.test(rs.headers['content-type'] ?? '') ? parse(rs.text) : []));
    asked(rs, 'h1', () => text(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(rs.text)?.[1] ?? ''));
    asked(rs, 'plain', () => text(rs.text));
    this.last = rs;
    return rs;
  }

  #keep(line) {
    const [pair] = line.split(';');
    const at = pair.indexOf('=');
    const gone = /;\s*max-age=0\b/i.test(line) || pair.slice(at + 1) === '';
    if (gone) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }

  get(path, options) {
    return this.request('GET', path, options);
  }

  // A POST as a browser sends it from a page of ours. Without a csrf value the one of the page
  // before is taken; {csrf: null} sends none. `headers` with undefined values leave headers out.
  post(path, values = {}, { headers = {} } = {}) {
    if (typeof values === 'object' && !Array.isArray(values)) {
      const known = this.last?.forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf');
      if (!('csrf' in values) && known) values = { ...values, csrf: known.value };
      if (values.csrf === null) values = Object.fromEntries(Object.entries(values).filter(([k]) => k !== 'csrf'));
    }
    const all = { 'content-type': 'application/x-www-form-urlencoded', origin: base.origin,
      'sec-fetch-site': 'same-origin', ...headers };
    for (const name of Object.keys(all)) if (all[name] === undefined) delete all[name];
    return this.request('POST', path, { headers: all, body: encode(values) });
  }

  // A POST of a form with files: fields as in post(), a list for boxes of one name, files {name: {filename, data}}.
  upload(path, values = {}, files = {}, { headers = {} } = {}) {
    const known = this.last?.forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf');
    const all = { ...(known ? { csrf: known.value } : {}), ...values };
    const mark = `prueba${Math.random().toString(36).slice(2)}`;
    const parts = [];
    for (const [k, v] of Object.entries(all).flatMap(([name, x]) => [x].flat().map((one) => [name, one]))) {
      parts.push(`--${mark}\r\nContent-Disposition: form-data; name="${k}"\r\n\r\n${v}\r\n`);
    }
    for (const [k, f] of Object.entries(files)) {
      parts.push(`--${mark}\r\nContent-Disposition: form-data; name="${k}"; filename="${f.filename}"\r\n` +
        'Content-Type: application/octet-stream\r\n\r\n', f.data, '\r\n');
    }
    const body = Buffer.concat([...parts, `--${mark}--\r\n`].map((p) => Buffer.from(p)));
    return this.request('POST', path, { body, headers: { 'content-type': `multipart/form-data; boundary=${mark}`,
      origin: base.origin, 'sec-fetch-site': 'same-origin', ...headers } });
  }

  // Fills a form of the page before us (the one that has the given names) and sends it, the first
  // button pressed unless `button` names another ("name=value").
  submit(values = {}, { form, button, headers } = {}) {
    const page = this.last;
    const forms = page.forms.filter((f) => (form ? f.action.includes(form) : true));
    const fits = (f) => Object.keys(values).every((k) => f.fields.some((x) => x.name === k));
    const found = forms.filter((f) => f.method === 'post').find(fits) ?? forms.find(fits);
    if (!found) throw new Error(`${page.path}: no form with ${Object.keys(values)}`);
    const pairs = found.fields.filter((f) => f.on && f.type !== 'file' && !(f.name in values)).map((f) => [f.name, f.value]);
    for (const [k, v] of Object.entries(values)) for (const one of [v].flat()) pairs.push([k, one]);
    const press = button ? button.split(/=(.*)/s) : found.button;
    if (press) pairs.push(press.slice(0, 2));
    const path = found.action === '' ? page.path.split('?')[0] : found.action;
    return found.method === 'post'
      ? this.post(path, pairs, { headers })
      : this.get(`${path.split('?')[0]}?${encode(pairs)}`);
  }

  // Follows redirects to the page where a person ends.
  async follow(rs = this.last) {
    for (let i = 0; i < 5 && rs.location; i++) rs = await this.get(new URL(rs.location, base + rs.path).pathname + new URL(rs.location, base).search);
    return rs;
  }

  // Signs in with an account of the demonstration: a role, or {documento, clave}.
  async signIn(who) {
    const account = typeof who === 'string' ? accountOf(who) : who;
    const page = await this.get('/cuenta/ingresar');
    const form = page.forms.find((f) => f.fields.some((x) => x.type === 'password'));
    const key = form.fields.find((x) => x.type === 'password').name;
    const document = form.fields.find((x) => x.type === 'text').name;
    await this.submit({ [document]: account.documento, [key]: account.clave });
    if (this.last.status !== 303) throw new Error(`sign-in of ${account.rol}: ${this.last.status} ${this.last.plain.slice(0, 400)}`);
    return this.follow();
  }
}

export const client = () => new Client();

// What `portal --demo-cuentas` printed: role, document, password, then whatever else, by tabs.
export const accounts = process.env.STACK_CUENTAS
  ? readFileSync(process.env.STACK_CUENTAS, 'utf8').split('\n').filter((l) => /^[A-Z_]+\t/.test(l))
      .map((l) => l.split('\t')).map(([rol, documento, clave, ...rest]) => ({ rol, documento, clave, rest }))
  : [];

export function accountOf(rol, nth = 0) {
  const found = accounts.filter((a) => a.rol === rol)[nth];
  if (!found) throw new Error(`no demonstration account of ${rol}`);
  return found;
}

// Bytes as they are over TLS, for what no client would send; the whole answer as text.
export const raw = (bytes, timeout = 20000) =>
  new Promise((resolve, reject) => {
    let got = '';
    const s = tls.connect({ host: base.hostname, port: base.port, rejectUnauthorized: false }, () => s.write(bytes));
    s.setTimeout(timeout, () => s.destroy());
    s.on('data', (d) => (got += d.toString('latin1')));
    s.on('error', (e) => (got ? resolve(got) : reject(e)));
    s.on('close', () => resolve(got));
  });
