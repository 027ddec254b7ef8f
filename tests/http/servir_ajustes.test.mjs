// The settings by group: what each holds and who left it so.
import assert from 'node:assert/strict';
import test from 'node:test';
import { refusals, signedIn, sql } from './mundo.mjs';

const admin = signedIn('SERVIR_ADMIN');

test('every setting that exists is there, under its group, with a link to change it', async () => {
  const rs = await admin.get('/servir/ajustes');
  assert.equal(rs.status, 200);
  for (const [clave, descripcion] of sql('SELECT clave, descripcion FROM parametro')) {
    assert.ok(rs.text.includes(`/servir/ajuste?codigo=${clave}"`), clave);
    assert.ok(rs.plain.includes(descripcion), clave);
  }
  assert.deepEqual(sql("SELECT clave FROM parametro WHERE grupo = 'Otros'"), [], 'each has its group and its bounds');
  assert.match(rs.plain, /Más .*Ajustes/, 'in the menu');
  assert.doesNotMatch((await signedIn('AUDITOR').get('/auditoria/lista')).text, /\/servir\/ajustes/);
});

test('who may not', async () => {
  await refusals(assert, '/servir/ajustes', { owner: admin, role: 'SERVIR_REVISOR' });
});
