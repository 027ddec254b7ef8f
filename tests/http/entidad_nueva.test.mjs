// A new entity: the RUC's check digit, repeated names, then the invitation of its ORH head.
import test from 'node:test';
import assert from 'node:assert/strict';
import { randomBytes, randomInt } from 'node:crypto';
import { canary, escaped, one, refusals, signedIn } from './mundo.mjs';

const newRuc = () => {
  const d = `20${String(randomInt(1e8)).padStart(8, '0')}`;
  const s = [...d].reduce((sum, x, i) => sum + Number(x) * [5, 4, 3, 2, 7, 6, 5, 4, 3, 2][i], 0);
  return d + ((11 - (s % 11)) % 10);
};
const values = () => {
  const key = randomBytes(4).toString('hex').toUpperCase();
  return { nombre: `Organismo de Prueba ${key}`, sigla: `OP${key}`, ruc: newRuc(), tipo: 'ORGANISMO_PUBLICO', nivel: 'NACIONAL', ubigeo: '150101' };
};

test('enters and leads to the invitation', async () => {
  const c = signedIn('SERVIR_ADMIN');
  const v = values();
  await c.get('/entidad/nueva');
  await c.submit(v);
  assert.equal(c.last.status, 303);
  const id = one(`SELECT id FROM entidad WHERE ruc = '${v.ruc}' AND ubigeo = '150101'`);
  assert.equal(c.last.location, `/entidad/${id}/orh`);
  assert.ok((await c.follow()).plain.includes('Se agregó la entidad'));
  await c.get('/entidad/nueva');
  const twice = await c.submit(v);
  assert.equal(twice.status, 422, 'sent twice');
  const bare = { nombre: values().nombre, tipo: 'OTRA', nivel: 'NACIONAL', ruc: '', sigla: '', ubigeo: '' };
  await c.get('/entidad/nueva');
  assert.equal((await c.submit(bare)).status, 303, 'without RUC, short name and place');
});

test('what is wrong is told beside its field, and what was typed stays', async () => {
  const c = signedIn('SERVIR_ADMIN');
  const known = values();
  await c.get('/entidad/nueva');
  await c.submit(known);
  const tries = [[{ nombre: '' }, 'complete este dato'], [{ ruc: '20512333798' }, 'última cifra'], [{ ruc: '123' }, 'última cifra'],
    [{ ruc: known.ruc }, 'Ya hay una entidad con ese RUC'], [{ sigla: known.sigla }, 'Ya hay una entidad que se llama así'],
    [{ tipo: '' }, 'elija una opción'], [{ nivel: 'MUNDIAL' }, 'opción de la lista'], [{ ubigeo: '990101' }, 'Ese ubigeo no existe']];
  for (const [bad, message] of tries) {
    await c.get('/entidad/nueva');
    const rs = await c.post('/entidad/nueva', { ...values(), nombre: `Entidad ${canary}`, ...bad });
    assert.equal(rs.status, 422, JSON.stringify(bad));
    assert.ok(rs.plain.includes(message), message);
    if (!('nombre' in bad)) escaped(assert, rs);
  }
});

test('only the administrator', async () => {
  await refusals(assert, '/entidad/nueva', { owner: signedIn('SERVIR_ADMIN'), role: 'SERVIR_REVISOR', values: values() });
  assert.equal((await signedIn('AUDITOR').get('/entidad/nueva')).status, 403);
});
