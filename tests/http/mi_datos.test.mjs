// One's own mail and phone, and nothing else.
import assert from 'node:assert/strict';
import test from 'node:test';
import { newEntidad, newPersona, newVinculo, one, refusals, signedIn } from './mundo.mjs';
import { box } from './tareas.mjs';

const e = newEntidad();

test('corrected by oneself, seen by the ORH in the history; twice is once', async () => {
  const p = newPersona(), v = newVinculo(e, { persona: p }), own = signedIn('SERVIDOR', e, p);
  for (let i = 0; i < 2; i++) {
    await own.get('/mi/datos');
    assert.equal((await own.submit({ correo: 'propia.demo@prueba.pe', celular: '987 654 321' })).status, 303, own.last.plain);
  }
  assert.match((await own.get('/mi/inicio')).plain, /propia\.demo@prueba\.pe/);
  assert.equal(one(`SELECT correo FROM persona WHERE id = ${p.id}`), 'propia.demo@prueba.pe');
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${v.id} AND tipo = 'CORRECCION'`), '1');
  assert.match((await signedIn('ORH_JEFE', e).get(`/servidor/${v.id}/historia`)).plain, /Correo: vacío → propia\.demo@prueba\.pe/);
});

test('bad values keep what was typed; who may not', async () => {
  const own = signedIn('SERVIDOR', e, newVinculo(e).persona);
  for (const [name, value] of [['correo', 'no es correo'], ['celular', 'abc']]) {
    await own.get('/mi/datos');
    const rs = await own.submit({ [name]: value });
    assert.equal(rs.status, 422);
    assert.equal(box(rs, name)[0].value, value);
  }
  await refusals(assert, '/mi/datos', { owner: own, role: 'ORH_JEFE', values: { correo: '', celular: '' } });
});
