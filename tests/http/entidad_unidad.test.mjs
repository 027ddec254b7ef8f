// Units of an entity: added, changed, ended; nobody touches those of another entity.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, day, escaped, newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';

const values = { nombre: 'Dirección de Prueba', sigla: 'DP', tipo: 'LINEA', nivel: '2' };

test('a unit is added, renamed and ended', async () => {
  const e = newEntidad();
  const c = signedIn('ORH_JEFE', e);
  const path = `/entidad/${e.id}/unidad`;
  await c.get(path);
  await c.submit({ ...values, padre: e.organo });
  assert.equal(c.last.status, 303);
  const unit = one(`SELECT id FROM organo WHERE entidad_id = ${e.id} AND nombre = 'Dirección de Prueba' AND padre_id = ${e.organo}`);
  assert.ok(unit);
  const form = await c.get(`${path}?unidad=${unit}`);
  const field = (n) => form.forms.flatMap((f) => f.fields).find((f) => f.name === n);
  assert.equal(field('nombre').value, 'Dirección de Prueba');
  assert.equal(field('nivel').value, '2');
  await c.submit({ nombre: 'Dirección Nueva' });
  assert.equal(c.last.status, 303);
  assert.equal(one(`SELECT nombre FROM organo WHERE id = ${unit}`), 'Dirección Nueva');
  await c.get(`${path}?unidad=${unit}`);
  await c.submit({ hasta: day(0).text });
  assert.equal(c.last.status, 303);
  assert.equal(one(`SELECT vigente_hasta = current_date FROM organo WHERE id = ${unit}`), 't');
});

test('somebody saved first: what was typed stays, what is stored is shown, the next try is about that', async () => {
  const e = newEntidad();
  const c = signedIn('ORH_JEFE', e);
  const path = `/entidad/${e.id}/unidad?unidad=${e.organo}`;
  await c.get(path);
  sql(`UPDATE organo SET nombre = 'Oficina ${canary.replaceAll("'", "''")}', tipo = 'LINEA' WHERE id = ${e.organo}`);
  const rs = await c.submit({ nombre: 'Oficina Mía', sigla: 'OM', hasta: '' });
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /Otra persona guardó cambios mientras usted escribía/);
  assert.match(rs.plain, /lo que hay guardado ahora Nombre Oficina .* Tipo de órgano Línea/);
  escaped(assert, rs);
  assert.ok(rs.text.includes('value="Oficina Mía"') && rs.text.includes('value="OM"'));
  assert.equal((await c.submit({ nombre: 'Oficina Mía' })).status, 303);
  assert.deepEqual(sql(`SELECT nombre, sigla, tipo FROM organo WHERE id = ${e.organo}`), [['Oficina Mía', 'OM', 'APOYO']]);
});

test('the second of two clicks succeeds without a second unit or a second change', async () => {
  const e = newEntidad();
  const c = signedIn('ORH_JEFE', e);
  const path = `/entidad/${e.id}/unidad`;
  const twice = async (page, more) => {
    await c.get(page);
    const { csrf, version, unidad } = Object.fromEntries(c.last.forms.flatMap((f) => f.fields).map((f) => [f.name, f.value]));
    const sent = { ...values, ...more, csrf, ...(unidad ? { unidad, version } : {}) };
    const both = await Promise.all([c.post(path, sent), c.post(path, sent)]);
    assert.deepEqual(both.map((rs) => [rs.status, rs.location]), Array(2).fill([303, `/entidad/${e.id}/ficha`]));
    assert.equal((await c.post(path, sent)).status, 303);
  };
  await twice(path, { predeterminado: '1' });
  const [[unit, n]] = sql(`SELECT max(id), count(*) FROM organo WHERE entidad_id = ${e.id} AND nombre = 'Dirección de Prueba'`);
  assert.equal(n, '1');
  const version = () => Number(one(`SELECT version FROM organo WHERE id = ${unit}`));
  const before = version();
  await twice(`${path}?unidad=${unit}`, { sigla: 'DPX', predeterminado: '1', hasta: day(0).text });
  assert.equal(version(), before + 1);
});

test('what is wrong is told beside its field, and what was typed stays', async () => {
  const e = newEntidad();
  const c = signedIn('SERVIR_ADMIN');
  const path = `/entidad/${e.id}/unidad`;
  const tries = [[{ nombre: '' }, 'complete este dato'], [{ tipo: '' }, 'elija una opción'], [{ tipo: 'NADA' }, 'opción de la lista'],
    [{ nombre: 'oficina de PRUEBA' }, 'Ya hay una unidad vigente con ese nombre'], [{ hasta: '31/02/2026' }, 'escriba la fecha'], [{ padre: 'x' }, 'opción de la lista']];
  for (const [bad, message] of tries) {
    await c.get(path);
    const rs = await c.post(path, { ...values, sigla: canary.slice(0, 8), ...bad });
    assert.equal(rs.status, 422, JSON.stringify(bad));
    assert.ok(rs.plain.includes(message), `${message}: ${JSON.stringify(bad)}`);
    escaped(assert, rs, canary.slice(0, 8));
  }
});

test('another entity, other roles', async () => {
  const e = newEntidad();
  const foreign = signedIn('ORH_JEFE', newEntidad());
  await refusals(assert, `/entidad/${e.id}/unidad`, { owner: signedIn('ORH_JEFE', e), values });
  assert.equal((await foreign.get(`/entidad/${e.id}/unidad`)).status, 404);
  await foreign.get('/orh/equipo');
  assert.equal((await foreign.post(`/entidad/${e.id}/unidad`, values)).status, 404);
  assert.equal((await signedIn('ORH_ANALISTA', e).get(`/entidad/${e.id}/unidad`)).status, 403);
  const mine = signedIn('ORH_JEFE', e);
  const other = newEntidad();
  assert.equal((await mine.get(`/entidad/${e.id}/unidad?unidad=${other.organo}`)).status, 404);
});

test('a unit does not depend on one that depends on it', async () => {
  const e = newEntidad();
  const c = signedIn('ORH_JEFE', e);
  const under = one(`INSERT INTO organo (entidad_id, nombre, tipo, nivel, padre_id) VALUES (${e.id}, 'Debajo', 'LINEA', 3, ${e.organo}) RETURNING id`);
  await c.get(`/entidad/${e.id}/unidad?unidad=${e.organo}`);
  const rs = await c.submit({ padre: under });
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /ni de una que depende de ella/);
  assert.equal(one(`SELECT count(*) FROM organo WHERE id = ${e.organo} AND padre_id IS NULL`), '1');
});
