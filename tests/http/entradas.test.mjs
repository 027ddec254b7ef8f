// Every field of every form and every parameter of every page, with what nobody should send: a
// message in Spanish and what was typed, never a failure.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { encode } from './client.mjs';
import { olvidarIntentos } from './cuenta.mjs';
import { one, sql } from './mundo.mjs';
import { draftOf, plantillaBorrador } from './plan.mjs';
import { newCompromiso, newConsulta, newContacto } from './seguimiento.mjs';
import { at, borrador, borradorDatos, decision, each, encuesta, filled, formOf, kindOf, mooc, nobody, open, planilla, propose, queries, roles, routes, session, withValue, world } from './recorrido.mjs';

const w = world(), { here, there, c } = w;
after(olvidarIntentos);
const setting = one("SELECT valor FROM parametro WHERE clave = 'abierto_nombre'");
after(() => sql(`UPDATE parametro SET valor = '${setting}' WHERE clave = 'abierto_nombre'`));

const texts = {
  empty: '', long: 'ñ'.repeat(5000), control: 'a\u0001b', lines: 'a\r\nSet-Cookie: x=1', rtl: 'ana\u202eana', mark: '\u200f\u200b',
  formula: '=1+1', big: '9223372036854775808', negative: '-1', digits: '9'.repeat(200), emoji: '👩‍⚖️🇵🇪', html: `<b>"'&`, quote: `' OR 1=1 --`,
  like: '%_\\', date: '31/02/2026', dateFar: '31/12/9999', other: there.ids.vinculo, combining: `e${'\u0301'.repeat(80)}`,
};
// Bytes that no text has, as they stand in a body or a query.
const bytes = { nul: 'a%00b', latin: '%F1', overlong: '%C0%AF', half: '%4' };

const bad = [];
const note = (ok, what) => { if (!ok) bad.push(what); };
const none = () => assert.deepEqual(bad.splice(0).slice(0, 40), []);
// A page of ours, or a file to keep.
const spanish = (rs) => (/<html lang="es/.test(rs.text) && rs.h1 !== '') || /^attachment/.test(rs.headers['content-disposition'] ?? '');
const summary = (rs) => /role="alert"/.test(rs.text);
const raw = (pairs, name, value) => `${encode(pairs.filter(([k]) => k !== name))}&${encodeURIComponent(name)}=${value}`;

// A stage of its own; only a finished one is observed.
function stage(route) {
  const id = one(`SELECT id FROM etapa WHERE vinculo_id = ${here.bond().id} AND tipo = 'ESPECIFICA'`);
  if (route.path.endsWith('/conformidad')) {
    const own = one(`SELECT id FROM etapa WHERE vinculo_id = ${here.activo.id} AND tipo = 'ESPECIFICA'`);
    sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE id = ${own}`);
    return own;
  }
  if (route.path.endsWith('/observar')) sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = hoy() WHERE id = ${id}`);
  return id;
}

// The task of our person, as if nobody had touched it nor its stage.
function task() {
  const id = here.ids.actividad;
  sql(`UPDATE etapa SET estado = 'EN_CURSO', fecha_inicio = hoy(), fecha_fin = NULL WHERE id = (SELECT etapa_id FROM actividad WHERE id = ${id});
    UPDATE actividad SET estado = 'PENDIENTE', hecha_el = NULL, hecha_por = NULL, hecha_por_texto = NULL, motivo = NULL WHERE id = ${id}`);
  return id;
}

// A person, with a jefe where the page is about theirs.
function bond(route) {
  const { id } = here.bond();
  if (route.path.endsWith('/jefe')) sql(`UPDATE vinculo SET jefe_nombre = 'Persona propia' WHERE id = ${id}`);
  return id;
}

// Who sends the forms of a page: a role that sees one, with ids that may be spoilt.
async function author(route) {
  const kind = kindOf(route.path);
  const own = { usuario: session('ORH_ANALISTA', here.e) };
  const renewed = {
    vinculo: () => bond(route), usuario: () => own.usuario.usuario, etapa: () => stage(route),
    asignacion: () => session('ORH_ANALISTA', here.e).asignacion,
    planilla: () => planilla(c.ORH_ANALISTA, here.e, 'propia'),
    plan: () => draftOf(here.e), plantilla: () => plantillaBorrador(),
    planActividad: () => one(`SELECT min(id) FROM plan_actividad WHERE plan_id = ${draftOf(here.e)} AND origen = 'ENTIDAD'`),
    plantillaActividad: () => one(`SELECT min(id) FROM plan_plantilla_actividad WHERE plantilla_id = ${plantillaBorrador()}`),
    borrador: () => borrador(c.ORH_ANALISTA, here.e, borradorDatos('propia')),
    consulta: () => newConsulta(c.ORH_ANALISTA, here.e), contacto: () => newContacto(c.SERVIR_ADMIN, here.e, 0),
    actividad: () => task(), carga: () => mooc('propia').carga, encuesta: () => encuesta(here.bond()), compromiso: () => newCompromiso(c.SERVIR_ADMIN, here.e, 5),
    decision: () => decision(here.bond(), c.SERVIR_REVISOR.usuario),
  };
  const id = renewed[kind] ?? (() => here.ids[kind] ?? '');
  const who = kind === 'borrador' ? ['ORH_ANALISTA'] : kind === 'asignacion' ? ['ORH_JEFE'] : roles.filter((rol) => open(route, rol));
  const path = at(route, id());
  for (const rol of who) {
    for (const query of queries(w)) {
      const x = route.mask === 0 ? nobody() : route.section === 'cuenta' ? session(rol, here.e) : c[rol];
      const form = formOf(await x.get(path + query));
      if (form) return { route, rol, x, path, query, id, renew: () => session(rol, here.e) };
    }
  }
  return null;
}

// A cell of a planilla or of a tray is named after its row: the same column of another one is as good.
const column = (name) => name.replace(/^([cf])-\d+/, '$1');
const fieldOf = (form, name) => form.fields.find((f) => column(f.name) === column(name));

// The form as it is now, with the field asked for; a new id or session when the last one was used up.
async function fresh(a, name) {
  for (let i = 0; i < 3; i++) {
    const form = formOf(await a.x.get(a.path + a.query));
    const same = /^[cf]-/.test(name ?? '') || kindOf(a.route.path) === 'consulta';
    if (form && (!same || !name || fieldOf(form, name))) return form;
    if (a.x.last.status === 303) {
      a.x = a.renew();
      // A draft that was published shows itself elsewhere.
      if (kindOf(a.route.path)?.startsWith('plan')) a.path = at(a.route, a.id());
    }
    else if (a.query.startsWith('?propuesta')) { propose(w); a.query = `?propuesta=${here.ids.propuesta}`; }
    else a.path = at(a.route, a.id());
  }
  throw new Error(`${a.route.path}: its form is gone: ${a.x.last.status}`);
}

const same = (a, b) => a.replaceAll(/\s+/g, ' ') === b.replaceAll(/\s+/g, ' ');
// A refused form shows each text again as it was typed; a password never.
function kept(rs, pairs, name, value, what, hidden) {
  const again = rs.forms.find((f) => f.method === 'post' && f.fields.some((x) => x.name === name));
  if (!again) return note(hidden, `${what}: the form is not shown again`);
  for (const [k, v] of withValue(pairs, name, value)) {
    const f = again.fields.find((x) => x.name === k);
    if (!f || k === 'csrf' || ['select', 'radio', 'checkbox', 'hidden'].includes(f.type)) continue;
    const ok = f.type === 'password' ? f.value === '' : same(f.value, String(v)) || (k === name && f.value === '' && /invisible/.test(rs.plain));
    note(ok, `${what}: ${k} shows «${f.value.slice(0, 40)}»`);
  }
}

async function tryField(a, form, first, type) {
  const pairs = filled(form);
  let name = first;
  let accepted = 0;
  const send = async (label, body, value) => {
    const what = `${a.rol} POST ${a.path} ${name} ${label}`;
    const rs = await a.x.post(a.path, body);
    note(rs.status < 500 && (rs.status >= 400 ? spanish(rs) : [200, 303].includes(rs.status)), `${what}: ${rs.status}`);
    if (rs.status === 422) note(summary(rs), `${what}: no message`);
    if (rs.status === 422 && value !== undefined) kept(rs, pairs, name, value, what, type === 'hidden');
    if (rs.status < 400) {
      const form = await fresh(a, name);
      accepted++;
      name = fieldOf(form, name)?.name ?? name;
      pairs.splice(0, pairs.length, ...filled(form));
    }
    return rs;
  };
  const list = type === 'password' ? ['empty', 'long', 'control', 'html'] : ['select', 'radio', 'checkbox'].includes(type) ? ['empty', 'long', 'big', 'other', 'html', 'lines'] : Object.keys(texts);
  for (const label of list) await send(label, withValue(pairs, name, texts[label]), texts[label]);
  for (const label of type === 'password' ? ['nul', 'latin'] : Object.keys(bytes)) {
    const rs = await send(label, raw(pairs, name, bytes[label]));
    note(rs.status === 400, `${a.path} ${name} ${label}: ${rs.status}, not 400`);
  }
  await send('absent', pairs.filter(([k]) => k !== name));
  const twice = await send('twice', withValue(pairs, name, 'a', 'b'));
  note(twice.status >= 400, `${a.path} ${name} twice: ${twice.status}`);
  return accepted;
}

// Leaving has a button and no field. Adopting a template and opening its next version neither, and only
// while there is no draft; a servidor answers the survey once: their own tests send them what they should not get.
const once = ['/cuenta/salir', '/plan/inicio', '/plan/plantillas', '/encuesta/responder'];
const posts = routes.filter((r) => r.method === 'POST' && !once.includes(r.path));
test('each field of each form', async () => {
  let fields = 0, accepted = 0, none_found = [];
  // What publishes takes the draft away that others write in; what is asked of a finished stage, its box of the jefe's link.
  const last = (route) => /publicar|conformidad/.test(route.path);
  const walk = async (route) => {
    const a = await author(route);
    if (!a) return none_found.push(route.path);
    const form = await fresh(a);
    for (const name of new Set(form.fields.map((f) => f.name).filter((n) => n !== 'csrf'))) {
      if (route.mask === 0) olvidarIntentos();
      accepted += await tryField(a, form, name, form.fields.find((f) => f.name === name).type);
      fields++;
    }
    const pairs = filled(await fresh(a));
    const extra = await a.x.post(a.path, [...pairs, ['es_admin', '1']]);
    note(extra.status === 400, `${a.path} with an unknown field: ${extra.status}`);
    const size = route.body > 0 ? 16_000_000 : 66_000;
    const huge = await a.x.post(a.path, withValue(await fresh(a).then(filled), 'csrf', 'A'.repeat(size)));
    note(huge.status === 413, `${a.path} of ${size} bytes: ${huge.status}`);
    const many = await a.x.post(a.path, `${encode(pairs)}${'&a=1'.repeat(400)}`);
    note(many.status === 400, `${a.path} with 400 fields: ${many.status}`);
  };
  await each(posts.filter((r) => !last(r)), walk, 4);
  await each(posts.filter(last), walk, 1);
  none();
  assert.deepEqual(none_found, [], 'no page showed these forms');
  assert.ok(fields > 60 && accepted > 5, `${fields} fields, ${accepted} accepted`);
});

const inQuery = ['long', 'control', 'rtl', 'formula', 'big', 'negative', 'digits', 'emoji', 'html', 'quote', 'like', 'date', 'dateFar', 'other'];
test('each parameter of each page', async () => {
  const names = new Set(['guardado', 'volver', 'vista']);
  const pages = [];
  for (const route of routes.filter((r) => r.method === 'GET')) {
    const kind = kindOf(route.path);
    for (const rol of route.mask === 0 ? ['SERVIR_ADMIN'] : roles.filter((r) => open(route, r)).slice(0, 2)) {
      const rs = await c[rol].get(at(route, kind ? here.ids[kind] : ''));
      if (rs.status !== 200) continue;
      const form = rs.forms.filter((f) => f.method === 'get').flatMap((f) => f.fields.map((x) => x.name));
      const links = [...rs.text.matchAll(/href="[^"?]*\?([^"#]*)/g)].flatMap(([, q]) => [...new URLSearchParams(q.replaceAll('&amp;', '&')).keys()]);
      [...form, ...links].forEach((n) => names.add(n));
      pages.push({ rol, path: rs.path, own: new Set([...form, ...links]) });
      break;
    }
  }
  await each(pages, async ({ rol, path, own }) => {
    const ask = async (query, status) => {
      const rs = await c[rol].get(`${path}?${query}`);
      const ok = rs.status < 500 && rs.status !== 0 && (status ? rs.status === status : true) && (rs.status === 303 || spanish(rs));
      note(ok, `${rol} GET ${path}?${query.slice(0, 60)}: ${rs.status}`);
    };
    for (const name of own) {
      for (const label of inQuery) await ask(encode({ [name]: String(texts[label]).slice(0, 600) }));
      for (const label of ['nul', 'latin', 'half']) await ask(`${name}=${bytes[label]}`, 400);
      await ask(`${name}=a&${name}=b`);
    }
    for (const name of names) if (!own.has(name)) await ask(`${name}=-9223372036854775809`);
    for (const query of ['&&&&', '=x', 'q', '?', 'a=b=c', '%26=1', `q=${'%20'.repeat(300)}`]) await ask(query);
    await ask('a&'.repeat(300), 400);
  }, 6);
  none();
});

test('what is no id is not found', async () => {
  await each(routes.filter((r) => kindOf(r.path) && r.method === 'GET'), async (route) => {
    const rol = roles.find((r) => open(route, r));
    for (const id of ['0', '-1', '01', '+1', '1e1', '9223372036854775808', '1%20', '%091', '%EF%BC%91', 'null', 'NaN', "1'", '1;--', '%F0%9F%98%80', 'A'.repeat(43), 'A'.repeat(300), '..', '%2e', '{id}', '%7Bid%7D']) {
      if (id === '..' && route.path.split('/').length === 3) continue; // the address above it is a page: the front one
      const rs = await c[rol].get(at(route, id));
      note([400, 404, 410].includes(rs.status) || (rs.status === 308 && id.startsWith('.')), `${rol} ${at(route, id)}: ${rs.status}`);
    }
  });
  none();
});
