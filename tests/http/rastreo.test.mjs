// Every route by every role, over ids of one's own, of another entity and of nobody: what is foreign
// is not shown and not changed, whatever a request says.
import test from 'node:test';
import assert from 'node:assert/strict';
import { one, signedIn, sql } from './mundo.mjs';
import { at, each, filled, fingerprint, formOf, kindOf, mark, nobody, open, queries, roles, routes, scoped, session, token, withValue, world } from './recorrido.mjs';

const w = world();
const { here, there, c } = w;
const gone = { enlace: 'A'.repeat(43), jefe: 'A'.repeat(43), borrador: 'B'.repeat(43) };
// Whoever has the token is whom it is for: nothing of it is foreign.
const carried = ['enlace', 'jefe', 'baja', 'encuesta'];
const missing = (kind) => gone[kind] ?? '999999999999';
// Sessions whose routes about one's own account may be tried without ending the others.
const spare = Object.fromEntries(roles.map((rol) => [rol, session(rol, here.e)]));
const who = (route, rol) => (route.section === 'cuenta' ? spare : c)[rol];
const csrf = new Map();
for (const x of [...Object.values(c), ...Object.values(spare)]) csrf.set(x, await token(x));
const send = (x, route, path, values = []) =>
  (route.method === 'GET' ? x.get(path) : x.post(path, [...values.filter(([k]) => k !== 'csrf'), ['csrf', csrf.get(x) ?? '']]));

const bad = [];
const note = (ok, what) => { if (!ok) bad.push(what); };
const none = () => assert.deepEqual(bad.splice(0), []);
const said = (route, rol, path, rs) => `${rol} ${route.method} ${path}: ${rs.status}`;
const clean = (rs) => !rs.text.includes(mark) && !JSON.stringify(rs.headers).includes(mark);

test('each route has an id of a known kind, and each form a page at its path', () => {
  for (const route of routes) {
    kindOf(route.path);
    if (route.method === 'POST') note(routes.some((r) => r.method === 'GET' && r.path === route.path), `${route.path} has no GET`);
  }
  none();
});

test('nobody signed in: the sign-in, for every page of a role', async () => {
  await each(routes.filter((r) => r.mask !== 0), async (route) => {
    for (const cookie of [undefined, `__Host-portal=${'A'.repeat(43)}`, '__Host-portal=x', '__Host-portal=']) {
      const path = at(route, there.ids[kindOf(route.path)] ?? '');
      const rs = await nobody().request(route.method, path, { headers: { ...(cookie ? { cookie } : {}), 'content-type': 'application/x-www-form-urlencoded' }, ...(route.method === 'POST' ? { body: 'csrf=x' } : {}) });
      // A POST of nobody has no form token either, and nothing in it is known: the page comes first.
      note(rs.status === 303 && /^\/cuenta\/ingresar\?volver=/.test(rs.location ?? ''), said(route, 'nobody', path, rs));
    }
  });
  none();
});

test('a role that a page is not for: 403, whatever the id', async () => {
  const cases = routes.flatMap((route) => roles.filter((rol) => !open(route, rol)).map((rol) => [route, rol]));
  await each(cases, async ([route, rol]) => {
    const kind = kindOf(route.path);
    for (const id of kind ? [here.ids[kind], there.ids[kind], missing(kind)] : ['']) {
      const rs = await send(who(route, rol), route, at(route, id));
      note(rs.status === 403 && clean(rs), said(route, rol, at(route, id), rs));
    }
  });
  none();
});

test('pages by id: ours opens for somebody, a foreign one for nobody of ours, an unknown one for nobody', async () => {
  const opened = new Set();
  const pages = routes.filter((r) => r.method === 'GET' && kindOf(r.path) && !carried.includes(kindOf(r.path)));
  await each(pages.flatMap((route) => roles.filter((rol) => open(route, rol)).map((rol) => [route, rol])), async ([route, rol]) => {
    const kind = kindOf(route.path), x = c[rol];
    const own = await x.get(at(route, kind === 'borrador' ? here.ids.borrador : here.ids[kind]));
    note(own.status < 500 && clean(own), said(route, rol, 'own', own));
    if (own.status === 200) opened.add(route.path);
    const ids = [missing(kind), kind === 'borrador' ? 'A'.repeat(42) : '9223372036854775807'];
    if (kind !== 'edicion' && (scoped.includes(rol) || kind === 'borrador')) ids.push(there.ids[kind]);
    if (kind === 'vinculo' && scoped.includes(rol)) ids.push(there.ids.cesado, there.saliente.id);
    for (const id of ids) {
      const rs = await x.get(at(route, id));
      note([403, 404].includes(rs.status) && clean(rs), said(route, rol, at(route, id), rs));
    }
    if (kind === 'vinculo') {
      const left = await x.get(at(route, here.ids.cesado));
      note(left.status < 500 && (!['JEFE', 'SERVIDOR'].includes(rol) || [403, 404].includes(left.status)), said(route, rol, 'somebody who left', left));
    }
  });
  none();
  // A draft is its author's alone: the analyst of the world opens it.
  for (const route of pages.filter((r) => kindOf(r.path) === 'borrador')) {
    assert.equal((await here.analista.get(at(route, here.ids.borrador))).status, 200, route.path);
    assert.equal((await here.orhJefe.get(at(route, here.ids.borrador))).status, 404, `${route.path} of a colleague`);
    opened.add(route.path);
  }
  assert.deepEqual(pages.map((r) => r.path).filter((p) => !opened.has(p)), [], 'pages that opened for nobody');
});

test('lists and homes: nothing foreign, also when the query asks for it', async () => {
  const pages = routes.filter((r) => r.method === 'GET' && !kindOf(r.path));
  await each(pages.flatMap((route) => scoped.filter((rol) => open(route, rol)).map((rol) => [route, rol])), async ([route, rol]) => {
    const x = who(route, rol), ids = there.ids;
    const queries = ['', `q=${mark}`, `q=${encodeURIComponent(`Persona ${mark}`)}&vigencia=todos`, `vigencia=cesados`,
      ...Object.entries({ unidad: ids.organo, entidad: ids.entidad, propuesta: ids.transferencia, despues: ids.vinculo,
        antes: ids.vinculo, organo: ids.organo, id: ids.vinculo, guardado: '1' }).map(([k, v]) => `${k}=${v}`),
      `unidad=${ids.organo}&entidad=${ids.entidad}&propuesta=${ids.transferencia}&vista=imprimir`];
    for (const query of queries) {
      const rs = await x.get(`${route.path}?${query}`);
      // What was asked for may stand in its own field, and nowhere else.
      const shown = rs.text.replaceAll(/value="[^"]*"/g, '').replaceAll(/href="[^"]*"/g, '').replaceAll(new RegExp(`«[^»]*${mark}[^»]*»`, 'g'), '');
      note(rs.status < 400 || (rs.status < 500 && query !== ''), said(route, rol, `${route.path}?${query}`, rs));
      note(query.startsWith('q=') ? !shown.includes(`Puesto ${mark}`) : clean(rs), `${rol} ${route.path}?${query} shows what is foreign`);
    }
  });
  none();
});

// The forms of a role's own pages, each with what a person would send.
async function forms(rol) {
  const found = [];
  for (const route of routes.filter((r) => r.method === 'POST' && open(r, rol) && r.section !== 'cuenta')) {
    const kind = kindOf(route.path);
    const author = kind === 'borrador' && rol === 'ORH_ANALISTA' ? here.analista : c[rol];
    for (const query of queries(w)) {
      const path = at(route, kind ? here.ids[kind] : '') + query;
      const form = formOf(await author.get(path));
      if (!form || found.some((f) => f.route === route && f.form.fields.length === form.fields.length)) continue;
      found.push({ route, kind, author, path, query, form, values: filled(form) });
    }
    if (!found.some((f) => f.route === route)) found.push({ route, kind, author, path: null, query: '', form: { fields: [] }, values: [] });
  }
  return found;
}

test('POST to what is foreign: 403 or 404, and not a row of theirs has changed', async () => {
  const before = fingerprint(there);
  await each(scoped, async (rol) => {
    for (const { route, kind, author, values } of await forms(rol)) {
      if (!kind || kind === 'edicion' || carried.includes(kind)) continue;
      for (const id of [there.ids[kind], missing(kind), ...(kind === 'vinculo' ? [there.ids.cesado, there.saliente.id] : [])]) {
        for (const pairs of [values, []]) {
          const rs = await send(author, route, at(route, id), pairs);
          note([403, 404].includes(rs.status) && clean(rs), said(route, rol, at(route, id), rs));
        }
      }
    }
  });
  none();
  assert.deepEqual(fingerprint(there), before);
});

// To send somebody to another entity is what a transfer is for.
const carriesId = (f) => f.name !== 'csrf' && f.name !== 'destino' &&
  (f.options || f.type === 'hidden' || /id$|^(unidad|padre|jefe|organo|version)/.test(f.name));

test('POST of our own forms with foreign ids in their fields: theirs stays as it is', async () => {
  const before = fingerprint(there), counter = one('SELECT max(id) FROM auditoria');
  const ids = [...new Set(Object.entries(there.ids).filter(([k]) => !['borrador', 'edicion', ...carried].includes(k)).map(([, v]) => v))];
  let sent = 0, taken = 0;
  await each(scoped, async (rol) => {
    for (const { route, kind, author, query, form } of await forms(rol)) {
      for (const name of new Set(form.fields.filter(carriesId).map((f) => f.name))) {
        for (const id of ids) {
          // Each time the page as it is now, so that it is the id that is refused and not the version.
          let own = at(route, kind ? here.ids[kind] : ''), page = formOf(await author.get(own + query));
          if (!page && kind === 'vinculo') page = formOf(await author.get((own = at(route, here.bond().id)) + query));
          if (!page) continue;
          const rs = await author.post(own, withValue(filled(page), name, id));
          note(rs.status < 500 && clean(rs), `${said(route, rol, own, rs)} with ${name}=${id}`);
          sent++;
          taken += rs.status < 400 ? 1 : 0;
        }
      }
    }
  });
  none();
  assert.ok(sent > 100 && taken > 0, `${taken} of ${sent} were taken`);
  assert.deepEqual(fingerprint(there), before);
  assert.deepEqual(sql(`SELECT tabla, registro_id, accion FROM auditoria WHERE id > ${counter} AND entidad_id = ${there.e.id}`), []);
});

test('sessions, roles, links and drafts of others do not answer to us', async () => {
  const before = fingerprint(there);
  for (const rol of roles) {
    const x = session(rol, here.e);
    csrf.set(x, await token(x));
    for (const [path, name] of [['/cuenta/sesiones', 'sesion_id'], ['/cuenta/rol', 'asignacion_id']]) {
      for (const id of [there.ids.sesion, there.ids.asignacion, c.SERVIR_ADMIN.asignacion, c.SERVIR_ADMIN.sesion, '999999999']) {
        const rs = await x.post(path, { [name]: id, csrf: csrf.get(x) });
        note(rs.status < 500 && clean(rs), `${rol} ${path} ${name}=${id}: ${rs.status}`);
        note((await x.get('/cuenta/sesiones')).status === 200, `${rol} ${path} ${name}=${id} ended our own session`);
      }
    }
    const now = sql(`SELECT a.rol, a.usuario_id FROM sesion s JOIN asignacion a ON a.id = s.asignacion_id WHERE s.id = ${x.sesion}`)[0];
    note(now[0] === rol && now[1] === x.usuario, `${rol} became ${now}`);
  }
  none();
  assert.deepEqual(fingerprint(there), before);
  assert.equal(one(`SELECT count(*) FROM sesion s JOIN asignacion a ON a.id = s.asignacion_id WHERE a.usuario_id <> s.usuario_id AND s.usuario_id > 1`), '0');
});

test('an auditor reads all and changes nothing', async () => {
  const auditor = signedIn('AUDITOR');
  csrf.set(auditor, await token(auditor));
  const before = [fingerprint(here), fingerprint(there)];
  const admin = new Map((await forms('SERVIR_ADMIN')).concat(await forms('ORH_JEFE')).map((f) => [f.route.path, f.values]));
  for (const route of routes.filter((r) => r.method === 'POST' && r.section !== 'cuenta' && r.mask !== 0)) {
    const kind = kindOf(route.path);
    for (const id of kind ? [here.ids[kind], there.ids[kind]] : ['']) {
      const rs = await send(auditor, route, at(route, id), admin.get(route.path) ?? []);
      note(rs.status === 403 || /_(exportar|descargar|abiertos)_post$/.test(route.name), said(route, 'AUDITOR', at(route, id), rs));
    }
  }
  none();
  assert.deepEqual([fingerprint(here), fingerprint(there)], before);
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE usuario_id = ${auditor.usuario} AND tabla <> 'sesion'`), '0');
});
