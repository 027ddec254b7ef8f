// The step alone; the way through all three is in servidor_registrar.test.mjs.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';

test('a token that is nobody\'s, or of another form, is not found', async () => {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  assert.equal((await c.get('/servidor/datos/' + 'A'.repeat(43))).status, 404);
  assert.equal((await c.get('/servidor/datos/' + 'A'.repeat(42))).status, 404);
  assert.equal((await c.get('/servidor/datos/' + 'A'.repeat(42) + '%20')).status, 404);
  await c.get('/servidor/registrar');
  const values = 'datos' === 'datos' ? { puesto: 'Analista', fecha_ingreso: '02/11/2026', regimen: '15', modalidad: 'PRESENCIAL', nombres: 'Persona', apellido_paterno: 'Prueba' } : {};
  assert.equal((await c.post('/servidor/datos/' + 'A'.repeat(43), values)).status, 404);
});

test('a stranger is sent to the sign-in', async () => {
  const rs = await client().get('/servidor/datos/' + 'A'.repeat(43));
  assert.equal(rs.status, 303);
  assert.match(rs.location, /^\/cuenta\/ingresar\?volver=/);
});
