// One more role for an account.
import test from 'node:test';
import assert from 'node:assert/strict';
import { day, newEntidad, one, refusals, signedIn } from './mundo.mjs';

test('given once', async () => {
  const e = newEntidad();
  const u = signedIn('SERVIDOR', e);
  const c = signedIn('SERVIR_ADMIN');
  const path = `/usuario/${u.usuario}/rol`;
  await c.get(path);
  await c.submit({ rol: 'ORH_ANALISTA', entidad: e.sigla, hasta: day(10).text, motivo: 'Memorando de prueba' });
  assert.equal(c.last.status, 303);
  assert.ok((await c.follow()).plain.includes('Se otorgó el rol'));
  assert.equal(one(`SELECT otorgada_por FROM asignacion WHERE usuario_id = ${u.usuario} AND rol = 'ORH_ANALISTA' AND motivo = 'Memorando de prueba'`), c.usuario);
  await c.get(path);
  const twice = await c.submit({ rol: 'ORH_ANALISTA', entidad: e.sigla });
  assert.equal(twice.status, 422);
  assert.ok(twice.plain.includes('ya tiene ese rol'));
});

test('what is wrong is told', async () => {
  const c = signedIn('SERVIR_ADMIN');
  const path = `/usuario/${signedIn('SERVIDOR', newEntidad()).usuario}/rol`;
  for (const [bad, message] of [[{ rol: '' }, 'elija una opción'], [{ rol: 'ORH_JEFE' }, 'indique cuál'], [{ rol: 'AUDITOR', hasta: day(-2).text }, 'La fecha ya pasó'],
    [{ rol: 'GESTOR', regiones: 'Nada' }, 'no es una región']]) {
    await c.get(path);
    const rs = await c.post(path, bad);
    assert.equal(rs.status, 422, JSON.stringify(bad));
    assert.ok(rs.plain.includes(message), message);
  }
});

test('only the administrator, only an account that exists', async () => {
  const owner = signedIn('SERVIR_ADMIN');
  await refusals(assert, `/usuario/${owner.usuario}/rol`, { owner, role: 'AUDITOR', values: { rol: 'AUDITOR' } });
  await owner.get('/usuario/nuevo');
  assert.equal((await owner.post('/usuario/99999999/rol', { rol: 'AUDITOR' })).status, 404);
});
