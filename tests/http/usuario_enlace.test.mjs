// Another personal link: those before it stop working; nobody gets one of a stranger's account.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newPersona, one, refusals, signedIn, sql } from './mundo.mjs';

const linkOf = (rs) => /value="https:\/\/[^"]+(\/cuenta\/enlace\/[A-Za-z0-9_-]{43})"/.exec(rs.text)?.[1];
const invited = (rol, e) => {
  const u = signedIn(rol, e);
  sql(`UPDATE usuario SET estado = 'INVITADO', clave_hash = NULL WHERE id = ${u.usuario}`);
  return u;
};

test('a new link annuls the one before', async () => {
  const u = invited('ORH_JEFE', newEntidad());
  const c = signedIn('SERVIR_ADMIN');
  const path = `/usuario/${u.usuario}/enlace`;
  await c.get(path);
  const first = linkOf(await c.post(path, {}));
  await c.get(path);
  const second = linkOf(await c.post(path, {}));
  assert.ok(first && second && first !== second);
  assert.equal(one(`SELECT string_agg(tipo || (anulado_en IS NULL), ',' ORDER BY id) FROM enlace WHERE usuario_id = ${u.usuario}`), 'INVITACIONfalse,INVITACIONtrue');
  await c.get('/usuario/lista');
  assert.ok(!c.last.text.includes(second));
});

test('for who has a password it is a recovery; a suspended account gets none', async () => {
  const u = signedIn('SERVIR_REVISOR');
  const c = signedIn('SERVIR_ADMIN');
  const path = `/usuario/${u.usuario}/enlace`;
  await c.get(path);
  assert.ok(linkOf(await c.post(path, {})));
  assert.equal(one(`SELECT tipo FROM enlace WHERE usuario_id = ${u.usuario}`), 'RECUPERACION');
  await c.get(path);
  sql(`UPDATE usuario SET estado = 'SUSPENDIDO' WHERE id = ${u.usuario}`);
  const rs = await c.post(path, {});
  assert.equal(rs.status, 422);
  assert.ok(rs.plain.includes('La cuenta está suspendida'));
});

test('an ORH head: analysts of the entity, no colleague, no stranger, nobody with roles elsewhere', async () => {
  const e = newEntidad();
  const head = signedIn('ORH_JEFE', e);
  const analyst = invited('ORH_ANALISTA', e);
  await head.get(`/usuario/${analyst.usuario}/enlace`);
  assert.ok(linkOf(await head.post(`/usuario/${analyst.usuario}/enlace`, {})));
  const stranger = signedIn('ORH_ANALISTA', newEntidad());
  const colleague = signedIn('ORH_JEFE', e);
  const shared = newPersona();
  const both = signedIn('ORH_ANALISTA', e, shared);
  signedIn('SERVIR_REVISOR', null, shared);
  for (const [who, status] of [[stranger, 404], [colleague, 403], [both, 403]]) {
    assert.equal((await head.get(`/usuario/${who.usuario}/enlace`)).status, status);
    await head.get('/orh/equipo');
    assert.equal((await head.post(`/usuario/${who.usuario}/enlace`, {})).status, status);
  }
});

test('who may not', async () => {
  const u = invited('ORH_ANALISTA', newEntidad());
  await refusals(assert, `/usuario/${u.usuario}/enlace`, { owner: signedIn('SERVIR_ADMIN'), role: 'AUDITOR', values: {} });
});
