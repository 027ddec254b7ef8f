// The link at the foot of a reminder: opened it changes nothing, sent twice it is done once.
import assert from 'node:assert/strict';
import test from 'node:test';
import { client } from './client.mjs';
import { canary, escaped, newEntidad, newPersona, newVinculo, one, signedIn, sql } from './mundo.mjs';
import { recordatorio } from './recorrido.mjs';

const off = (v) => one(`SELECT count(*) FROM recordatorio_baja WHERE persona_id = ${v.persona.id}`);
const path = (token) => `/recordatorio/baja/${token}`;

test('one person: stop, stop again, and back; a scanner that opens the link changes nothing', async () => {
  const v = newVinculo(newEntidad(), { persona: newPersona({ nombres: canary }) }), url = path(recordatorio(v, 'baja')), c = client();
  for (let i = 0; i < 3; i++) assert.match((await client().get(url)).plain, /: recibe recordatorios/);
  assert.equal(off(v), '0');
  await c.get(url);
  escaped(assert, c.last);
  assert.equal(c.last.h1, 'Recordatorios por correo');
  const page = c.last;
  for (let i = 0; i < 2; i++) {
    c.last = page;
    await c.submit({}, { form: '', button: 'accion=baja' });
    assert.equal(c.last.status, 303);
    assert.equal(off(v), '1');
  }
  assert.match((await c.follow()).plain, /ya no recibirá recordatorios.*ya no recibe recordatorios/);
  await c.submit({}, { button: 'accion=volver' });
  assert.equal(off(v), '0');
});

test('a shared mailbox: one of its people, or all', async () => {
  const e = newEntidad(), v = newVinculo(e), w = newVinculo(e), token = recordatorio(v, 'compartido'), c = client();
  sql(`INSERT INTO recordatorio (envio_id, persona_id, rol, regla, objeto, entidad_id, vinculo_id, destinatario, texto, dia, estado)
    SELECT envio_id, ${w.persona.id}, rol, regla, objeto, entidad_id, ${w.id}, destinatario, texto, dia, estado FROM recordatorio WHERE vinculo_id = ${v.id}`);
  await c.get(path(token));
  await c.submit({ quien: `P${w.persona.id}` }, { button: 'accion=baja' });
  assert.deepEqual([off(v), off(w)], ['0', '1']);
  await c.follow();
  await c.submit({ quien: 'todas' }, { button: 'accion=baja' });
  assert.deepEqual([off(v), off(w)], ['1', '1']);
  await c.get(path(token));
  assert.equal((await c.post(path(token), { quien: `P${newVinculo(e).persona.id}`, accion: 'volver' })).status, 422, 'somebody whom it did not tell');
  assert.equal((await c.post(path(token), { quien: 'todas', accion: 'otra' })).status, 422);
  assert.match(c.last.plain, /elija una opción/i);
});

test('a jefe of whom only name and mail are known', async () => {
  const e = newEntidad(), v = newVinculo(e), token = recordatorio(v, 'nombrado'), c = client(), name = `Jefe ${canary} ${e.sigla}`;
  sql(`UPDATE recordatorio SET persona_id = NULL, jefe_nombre = '${name.replaceAll("'", "''")}', rol = 'JEFE' WHERE vinculo_id = ${v.id}`);
  const gone = () => one(`SELECT count(*) FROM recordatorio_baja WHERE entidad_id = ${e.id} AND jefe_nombre LIKE 'Jefe %'`);
  await c.get(path(token));
  escaped(assert, c.last);
  for (const [accion, n] of [['baja', '1'], ['baja', '1'], ['volver', '0'], ['baja', '1']]) {
    await c.post(path(token), { quien: 'todas', accion });
    assert.equal(c.last.status, 303, c.last.plain);
    assert.equal(gone(), n);
    await c.follow();
  }
});

test('an old link says what else to do', async () => {
  const v = newVinculo(newEntidad()), url = path(recordatorio(v, 'antiguo')), c = client();
  await c.get(url);
  const page = c.last;
  sql(`UPDATE recordatorio_enlace SET creado_en = now() - interval '181 days' WHERE envio_id IN (SELECT envio_id FROM recordatorio WHERE vinculo_id = ${v.id})`);
  assert.equal((await c.get(url)).status, 410);
  assert.match(c.last.plain, /use el enlace del último que recibió/);
  c.last = page;
  await c.submit({}, { form: '', button: 'accion=baja' });
  assert.deepEqual([c.last.status, off(v)], [410, '0']);
});

test('an unknown link, a forged form', async () => {
  const v = newVinculo(newEntidad()), url = path(recordatorio(v, 'ajeno')), c = client();
  assert.equal((await c.get(path('A'.repeat(43)))).status, 410);
  await c.get(url);
  assert.equal((await c.post(url, { quien: 'todas', accion: 'baja', csrf: 'A'.repeat(43) })).status, 403);
  assert.equal((await c.post(url, { quien: 'todas', accion: 'baja', csrf: null })).status, 403);
  assert.equal(off(v), '0');
  const other = signedIn('SERVIDOR', newEntidad());
  await other.get(url);
  await other.submit({ quien: 'todas' }, { button: 'accion=baja' });
  assert.equal(off(v), '1', 'also for whoever is signed in as somebody else');
});
