// Accounts: search, filters, paging; read by the administrator and the auditor.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newDni, newEntidad, newPersona, refusals, signedIn, sql } from './mundo.mjs';

test('found by name in any order, by document, by role and state', async () => {
  const e = newEntidad();
  const word = `Zeta${[...newDni()].map((d) => 'abcdefghij'[d]).join('')}`;
  const p = newPersona({ nombres: 'María', paterno: word });
  const u = signedIn('ORH_ANALISTA', e, p);
  const c = signedIn('SERVIR_ADMIN');
  for (const q of [`maria+${word.toLowerCase()}`, `${word}+MARÍA`, p.dni, word.slice(0, 6)]) {
    const rs = await c.get(`/usuario/lista?q=${encodeURIComponent(q).replaceAll('%2B', '+')}`);
    assert.ok(rs.text.includes(`/usuario/${u.usuario}/ficha`), q);
  }
  const rs = await c.get(`/usuario/lista?q=${word}&rol=ORH_ANALISTA&estado=ACTIVO`);
  assert.ok(rs.plain.includes(`Analista de ORH, ${e.sigla}`));
  assert.ok((await c.get(`/usuario/lista?q=${word}&rol=AUDITOR`)).plain.includes('Ninguna cuenta coincide'));
});

test('pages follow each other', async () => {
  sql(`WITH p AS (INSERT INTO persona (tipo_documento, numero_documento, nombres, apellido_paterno)
    SELECT '22', 'PAG' || g || floor(random() * 1e9)::text, 'Persona', 'Paginada' FROM generate_series(1, 60) g RETURNING id)
    INSERT INTO usuario (persona_id) SELECT id FROM p`);
  const c = signedIn('AUDITOR');
  const first = await c.get('/usuario/lista?q=paginada');
  const next = /href="([^"]+)" rel="next"/.exec(first.text)[1].replaceAll('&amp;', '&');
  const second = await c.get(next);
  const ids = (rs) => [...rs.text.matchAll(/\/usuario\/(\d+)\/ficha/g)].map((m) => Number(m[1]));
  assert.equal(ids(first).length, 50);
  assert.ok(Math.max(...ids(second)) < Math.min(...ids(first)));
});

test('markup is text; who may not see it', async () => {
  const p = newPersona({ paterno: canary });
  signedIn('SERVIDOR', newEntidad(), p);
  escaped(assert, await signedIn('SERVIR_ADMIN').get(`/usuario/lista?q=${p.dni}`));
  await refusals(assert, '/usuario/lista', { role: 'SERVIR_REVISOR' });
  assert.equal((await signedIn('ORH_JEFE', newEntidad()).get('/usuario/lista')).status, 403);
});

test('more words than are searched: the page says so', async () => {
  const c = signedIn('SERVIR_ADMIN');
  for (const [q, said] of [['uno+dos+tres', false], ['uno+dos+tres+cuatro', true]]) {
    assert.equal(/Solo se usaron las tres primeras palabras/.test((await c.get(`/usuario/lista?q=${q}`)).plain), said, q);
  }
});

test('the roles offered are those of the table; a form gives none that comes with a vinculo', async () => {
  const c = signedIn('SERVIR_ADMIN');
  const offered = async (path) => (await c.get(path)).forms.flatMap((f) => f.fields).find((f) => f.name === 'rol').options.filter((o) => o.value);
  const roles = sql('SELECT codigo, nombre, ambito FROM rol ORDER BY orden');
  assert.deepEqual((await offered('/usuario/lista')).map((o) => [o.value, o.label]), roles.map((r) => r.slice(0, 2)));
  assert.deepEqual((await offered('/usuario/nuevo')).map((o) => o.value), roles.filter((r) => r[2] !== 'PERSONA').map((r) => r[0]));
  assert.match((await c.get('/usuario/lista?rol=NADA')).plain, /elija una opción de la lista/);
  const u = signedIn('ORH_ANALISTA', newEntidad());
  for (const rol of ['SERVIDOR', 'NADA']) {
    await c.get(`/usuario/${u.usuario}/rol`);
    const rs = await c.post(`/usuario/${u.usuario}/rol`, { rol });
    assert.equal(rs.status, 422);
    assert.match(rs.plain, /Rol: elija una opción de la lista/);
  }
});
