// The thread of a query: each step, whose turn, the clock, what the ORH must not read.
import assert from 'node:assert/strict';
import test from 'node:test';
import { canary, escaped, newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { gestor, newConsulta } from './seguimiento.mjs';

const state = (id) => sql(`SELECT estado, vence_en IS NOT NULL, atiende_id, para_admin FROM consulta WHERE id = ${id}`)[0];
const mails = (c) => one(`SELECT count(*) FROM correo WHERE usuario_id = ${c.usuario}`);
const mail = (c) => sql(`UPDATE usuario SET correo = 'cuenta.${c.usuario}@example.org' WHERE id = ${c.usuario}`);
const step = async (c, id, accion, texto, more = {}) => {
  await c.get(`/consulta/${id}/ver`);
  await c.submit({ ...(texto === null ? {} : { texto }), ...more }, { button: `accion=${accion}` });
  return c.last;
};

test('asked back, cleared up, answered, reopened, answered, closed: who may act next, in words', async () => {
  const e = newEntidad(), g = gestor(e), c = signedIn('ORH_JEFE', e), id = newConsulta(c, e, { hours: -20 });
  [g, c].forEach(mail);
  assert.match((await g.get(`/consulta/${id}/ver`)).plain, /SERVIR debe responder antes del .*; venció/);
  assert.equal((await step(g, id, 'ACLARAR', '¿De qué régimen es?')).status, 303);
  assert.deepEqual(state(id).slice(0, 2), ['POR_ACLARAR', 'f'], 'the clock stops');
  assert.match((await c.get(`/consulta/${id}/ver`)).plain, /Por aclarar: le toca a la ORH.*¿De qué régimen es\?/);
  await step(c, id, 'ACLARAR', 'Es CAS.');
  assert.deepEqual(state(id).slice(0, 2), ['POR_RESPONDER', 't']);
  assert.equal(one(`SELECT vence_en > now() FROM consulta WHERE id = ${id}`), 't', 'and begins anew');
  await step(g, id, 'RESPONDER', 'No hace falta repetirlo.');
  assert.match((await c.get(`/consulta/${id}/ver`)).plain, /Respondida.*Respuesta de SERVIR.*No hace falta repetirlo\./);
  await step(c, id, 'REABRIR', 'Falta un caso.');
  assert.equal(state(id)[0], 'POR_RESPONDER');
  await step(g, id, 'RESPONDER', 'También ese.');
  await step(c, id, 'CERRAR', '');
  assert.equal(state(id)[0], 'CERRADA');
  assert.deepEqual([mails(c), mails(g)], ['3', '3']);
  const bodies = sql(`SELECT replace(cuerpo, E'\\n', ' ') || asunto FROM correo WHERE usuario_id IN (${c.usuario}, ${g.usuario})`).flat().join(' ');
  assert.ok(!/régimen|CAS|repetirlo|Consulta de prueba|EP[0-9A-F]{8}|Prueba,/.test(bodies), 'a mail quotes nothing');
  assert.match(bodies, /no es un recordatorio/);
});

test('referred: the colleague sees it, the clock goes on, the ORH reads no internal note', async () => {
  const e = newEntidad(), other = newEntidad(), g = gestor(e), h = gestor(other), c = signedIn('ORH_JEFE', e), id = newConsulta(c, e, { hours: 5 });
  const due = one(`SELECT vence_en FROM consulta WHERE id = ${id}`);
  assert.equal((await h.get(`/consulta/${id}/ver`)).status, 404);
  assert.equal((await step(g, id, 'DERIVAR', 'Nota interna secreta', { destino: h.usuario })).status, 303);
  assert.deepEqual(state(id), ['POR_RESPONDER', 't', h.usuario, 'f']);
  assert.equal(one(`SELECT vence_en FROM consulta WHERE id = ${id}`), due);
  assert.match((await h.get(`/consulta/${id}/ver`)).plain, /Derivada dentro de SERVIR Solo SERVIR.*Nota interna secreta/);
  const theirs = await c.get(`/consulta/${id}/ver`);
  assert.ok(!/Nota interna|Derivada/.test(theirs.plain));
  assert.equal((await h.get(`/seguimiento/${e.id}/entidad`)).status, 404, 'the query alone');
  assert.equal((await step(h, id, 'DERIVAR', '', { destino: 'ADMIN' })).status, 303);
  assert.deepEqual(state(id).slice(2), ['', 't']);
  assert.equal((await h.get(`/consulta/${id}/ver`)).status, 404, 'it left their sight');
  const admin = signedIn('SERVIR_ADMIN');
  await step(admin, id, 'RESPONDER', 'Responde la administración.');
  assert.equal(state(id)[0], 'RESPONDIDA');
});

test('no text, a step that is not due, a stale tab, an account that is no gestor', async () => {
  const e = newEntidad(), g = gestor(e), c = signedIn('ORH_JEFE', e), id = newConsulta(c, e, { texto: canary });
  assert.equal((await step(g, id, 'RESPONDER', '  ')).status, 422);
  assert.match(g.last.plain, /Escriba el texto/);
  escaped(assert, g.last);
  const page = await g.get(`/consulta/${id}/ver`);
  assert.equal((await g.post(`/consulta/${id}/ver`, { version: '1', accion: 'REABRIR', texto: 'No me toca' })).status, 422);
  g.last = page;
  assert.equal((await g.post(`/consulta/${id}/ver`, { version: '1', accion: 'DERIVAR', destino: c.usuario })).status, 422);
  g.last = page;
  await g.submit({ texto: 'Una respuesta' }, { button: 'accion=RESPONDER' });
  assert.equal(g.last.status, 303);
  g.last = page;
  await g.submit({ texto: 'Otra respuesta' }, { button: 'accion=RESPONDER' });
  assert.equal(g.last.status, 422);
  assert.match(g.last.plain, /avanzó mientras usted la veía/);
  assert.equal(one(`SELECT count(*) FROM consulta_mensaje WHERE consulta_id = ${id} AND tipo = 'RESPUESTA'`), '1');
});

test('who may not; a look at a person is written down; the auditor reads', async () => {
  const e = newEntidad(), g = gestor(e), c = signedIn('ORH_JEFE', e), id = newConsulta(c, e), v = newVinculo(e);
  sql(`UPDATE consulta SET vinculo_id = ${v.id} WHERE id = ${id}`);
  await g.get(`/consulta/${id}/ver`);
  assert.ok(g.last.plain.includes(v.persona.dni));
  assert.equal(one(`SELECT count(*) FROM acceso WHERE usuario_id = ${g.usuario} AND persona_id = ${v.persona.id}`), '1');
  const values = { version: '1', accion: 'CERRAR' };
  await refusals(assert, `/consulta/${id}/ver`, { owner: c, foreign: signedIn('ORH_JEFE', newEntidad()), role: 'SERVIDOR', values });
  const auditor = signedIn('AUDITOR');
  assert.equal((await auditor.get(`/consulta/${id}/ver`)).status, 200);
  assert.ok(!auditor.last.forms.some((f) => f.fields.some((x) => x.name === 'texto')));
  assert.equal((await auditor.post(`/consulta/${id}/ver`, values)).status, 403);
  assert.equal(state(id)[0], 'POR_RESPONDER');
});
