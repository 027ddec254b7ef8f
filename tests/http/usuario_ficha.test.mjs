// The file of an account: roles in force and past; each look is noted.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, newPersona, one, refusals, signedIn, sql } from './mundo.mjs';

test('roles in force, roles past, and what may be done', async () => {
  const e = newEntidad();
  const u = signedIn('ORH_JEFE', e);
  sql(`INSERT INTO asignacion (usuario_id, rol, entidad_id, desde, hasta, motivo) VALUES (${u.usuario}, 'ORH_ANALISTA', ${e.id}, current_date - 90, current_date - 30, 'Rol de prueba que terminó')`);
  const admin = signedIn('SERVIR_ADMIN');
  const rs = await admin.get(`/usuario/${u.usuario}/ficha`);
  assert.equal(rs.status, 200);
  assert.match(rs.plain, /Roles vigentes.*Jefatura de ORH.*Roles pasados.*Analista de ORH.*Rol de prueba que terminó/);
  for (const t of ['Dar un rol', 'Generar otro enlace', 'Cerrar sus sesiones', 'Suspender la cuenta', 'Retirar']) assert.ok(rs.plain.includes(t), t);
  assert.equal(one(`SELECT count(*) FROM acceso WHERE tabla = 'usuario' AND registro_id = '${u.usuario}' AND usuario_id = ${admin.usuario}`), '1');
  const auditor = await signedIn('AUDITOR').get(`/usuario/${u.usuario}/ficha`);
  assert.equal(auditor.status, 200);
  assert.ok(!auditor.plain.includes('Dar un rol'), 'an auditor changes nothing');
});

test('nobody is offered to take away their own role', async () => {
  const admin = signedIn('SERVIR_ADMIN');
  const own = await admin.get(`/usuario/${admin.usuario}/ficha`);
  assert.ok(!own.text.includes('/usuario/retirar/') && !own.plain.includes('Suspender la cuenta'));
});

test('markup is text; who may not see it', async () => {
  const u = signedIn('SERVIDOR', newEntidad(), newPersona({ nombres: canary }));
  escaped(assert, await signedIn('SERVIR_ADMIN').get(`/usuario/${u.usuario}/ficha`));
  await refusals(assert, `/usuario/${u.usuario}/ficha`, { role: 'SERVIR_REVISOR' });
  assert.equal((await signedIn('SERVIR_ADMIN').get('/usuario/99999999/ficha')).status, 404);
});
