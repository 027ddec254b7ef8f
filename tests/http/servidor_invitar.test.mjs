// The link that an ORH hands to a servidor: shown once, opens their account, and theirs alone.
import test from 'node:test';
import assert from 'node:assert/strict';
import { accountOf, client } from './client.mjs';
import { one } from './mundo.mjs';

const somebody = () => one(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id
  WHERE e.clave = 'MIDIS' AND v.fecha_cese IS NULL AND NOT EXISTS (SELECT FROM usuario u WHERE u.persona_id = v.persona_id) ORDER BY v.id DESC LIMIT 1`);

async function orh() {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  return c;
}

test('link, password, own induction', async () => {
  const c = await orh();
  const id = somebody();
  const form = await c.get(`/servidor/${id}/invitar`);
  assert.equal(form.status, 200);
  const shown = await c.submit({ rol: 'SERVIDOR' });
  assert.equal(shown.status, 200, shown.plain);
  const link = /https:\/\/[^\s"<]+\/cuenta\/enlace\/([A-Za-z0-9_-]{43})/.exec(shown.text);
  assert.ok(link, shown.plain);
  const who = client();
  for (let i = 0; i < 2; i++) assert.equal((await who.get(`/cuenta/enlace/${link[1]}`)).status, 200, 'opening it does not use it up');
  const fields = who.last.forms.flatMap((f) => f.fields).filter((f) => f.type === 'password').map((f) => f.name);
  await who.submit(Object.fromEntries(fields.map((n) => [n, 'cuatro palabras al azar'])));
  assert.equal(who.last.status, 303, who.last.plain);
  const home = await who.follow();
  assert.match(home.path, /^\/mi\/inicio/);
  assert.equal((await who.get(`/servidor/${id}/ficha`)).status, 200);
  const other = one(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id WHERE e.clave = 'MIDIS' AND v.id <> ${id} LIMIT 1`);
  assert.equal((await who.get(`/servidor/${other}/ficha`)).status, 404);
});

test('not for another entity\'s people, nor by who may not', async () => {
  const c = await orh();
  const foreign = one(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id WHERE e.clave <> 'MIDIS' LIMIT 1`);
  assert.equal((await c.get(`/servidor/${foreign}/invitar`)).status, 404);
  await c.get('/servidor/registrar');
  assert.equal((await c.post(`/servidor/${foreign}/invitar`, { rol: 'SERVIDOR' })).status, 404);
  const id = somebody();
  assert.equal((await c.post(`/servidor/${id}/invitar`, { rol: 'SERVIR_ADMIN' })).status, 422);
  assert.equal((await c.post(`/servidor/${id}/invitar`, { rol: 'SERVIDOR', csrf: null })).status, 403);
  const s = client();
  await s.signIn(accountOf('SERVIDOR'));
  assert.equal((await s.get(`/servidor/${id}/invitar`)).status, 403);
});
