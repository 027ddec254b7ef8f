// The file of a person: what it tells, to whom, and that looking leaves a line.
import test from 'node:test';
import assert from 'node:assert/strict';
import { accountOf, client } from './client.mjs';
import { newEntidad, newPersona, newVinculo, signedIn, one as sql } from './mundo.mjs';

const own = () => sql(`SELECT v.id FROM portal.vinculo v JOIN portal.entidad e ON e.id = v.entidad_id WHERE e.clave = 'MIDIS' ORDER BY v.id LIMIT 1`);
const foreign = () => sql(`SELECT v.id FROM portal.vinculo v JOIN portal.entidad e ON e.id = v.entidad_id WHERE e.clave <> 'MIDIS' ORDER BY v.id LIMIT 1`);

test('each look is written down before the page is shown', async () => {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  const id = own();
  const before = Number(sql(`SELECT count(*) FROM portal.acceso WHERE tabla = 'vinculo' AND registro_id = '${id}'`));
  const rs = await c.get(`/servidor/${id}/ficha`);
  assert.equal(rs.status, 200);
  assert.match(rs.plain, /A\. Inducción general al Estado/);
  assert.equal(Number(sql(`SELECT count(*) FROM portal.acceso WHERE tabla = 'vinculo' AND registro_id = '${id}'`)), before + 1);
});

test('a file of another entity does not exist, and leaves no line', async () => {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  const id = foreign();
  const before = sql(`SELECT count(*) FROM portal.acceso WHERE registro_id = '${id}'`);
  const rs = await c.get(`/servidor/${id}/ficha`);
  assert.equal(rs.status, 404);
  assert.match(rs.plain, /No encontramos la página/);
  assert.equal(sql(`SELECT count(*) FROM portal.acceso WHERE registro_id = '${id}'`), before);
});

test('ids that are no ids', async () => {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  for (const id of ['0', '-1', '01', '1e3', '9223372036854775808', 'abc', '1%2e', '%20', '999999999999'])
    assert.equal((await c.get(`/servidor/${id}/ficha`)).status, 404, id);
});

test('auditor and reviewer read it, and are not offered what they may not do', async () => {
  for (const rol of ['AUDITOR', 'SERVIR_REVISOR']) {
    const c = client();
    await c.signIn(accountOf(rol));
    const rs = await c.get(`/servidor/${foreign()}/ficha`);
    assert.equal(rs.status, 200);
    assert.ok(!/Registrar un cambio/.test(rs.plain));
  }
});

test('a shared mail is said in the singular or the plural', async () => {
  const e = newEntidad();
  const people = [newPersona(), newPersona(), newPersona()];
  const [v] = people.map((persona) => newVinculo(e, { persona }));
  const c = signedIn('ORH_ANALISTA', e);
  for (const [n, words] of [[1, /también el de 1 persona más\./], [2, /también el de 2 personas más\./]]) {
    sql(`UPDATE persona SET correo = 'comun${people[0].dni}@prueba.example' WHERE id IN (${people.slice(0, n + 1).map((p) => p.id)})`);
    assert.match((await c.get(`/servidor/${v.id}/ficha`)).plain, words);
  }
});
