// The administration sets the mail of an account, or takes it away; the address before is told.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, newPersona, one, refusals, signedIn, sql } from './mundo.mjs';

const admin = signedIn('SERVIR_ADMIN');
const correo = (u) => one(`SELECT coalesce(correo, '-') FROM usuario WHERE id = ${u}`);
const set = async (u, value) => {
  await admin.get(`/usuario/${u}/correo`);
  return admin.submit({ correo: value });
};

test('set, changed, taken away: told to the address before each time', async () => {
  const u = signedIn('ORH_ANALISTA', newEntidad(), newPersona({ nombres: canary })).usuario;
  assert.match((await admin.get(`/usuario/${u}/ficha`)).text, new RegExp(`href="/usuario/${u}/correo"`));
  escaped(assert, await admin.get(`/usuario/${u}/correo`));
  for (const value of ['uno@prueba.example', 'dos@prueba.example', 'dos@prueba.example', '']) {
    const rs = await set(u, value);
    assert.deepEqual([rs.status, rs.location], [303, `/usuario/${u}/ficha`]);
    assert.equal(correo(u), value || '-');
  }
  assert.match((await admin.follow()).plain, /Se cambió el correo/);
  assert.deepEqual(sql(`SELECT destinatario FROM correo WHERE usuario_id = ${u} ORDER BY id`).flat(), ['uno@prueba.example', 'dos@prueba.example']);
});

test('what is no address is refused and kept on the page', async () => {
  const u = signedIn('ORH_ANALISTA', newEntidad()).usuario;
  const rs = await set(u, `${canary}@x`);
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /Escriba el correo completo/);
  escaped(assert, rs);
});

test('nobody else, nothing unknown', async () => {
  const u = signedIn('ORH_ANALISTA', newEntidad()).usuario;
  await refusals(assert, `/usuario/${u}/correo`, { owner: admin, role: 'AUDITOR', values: { correo: 'a@b.pe' } });
  assert.equal((await signedIn('ORH_JEFE', newEntidad()).get(`/usuario/${u}/correo`)).status, 403);
  await admin.get(`/usuario/${u}/correo`);
  assert.equal((await admin.post('/usuario/99999999/correo', { correo: 'a@b.pe' })).status, 404);
  assert.equal((await admin.get('/usuario/99999999/correo')).status, 404);
});
