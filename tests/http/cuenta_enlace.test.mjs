// The personal link: reading it consumes nothing, sending its form once sets the password.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { canary, newEntidad, newPersona, one, sql } from './mundo.mjs';
import { abiertas, clave, conSesion, cookie, entrar, newCuenta, newEnlace } from './cuenta.mjs';

const nueva = 'piedra nube camino tambor';
const invited = (more = {}) => newCuenta({ estado: 'INVITADO', roles: [['ORH_ANALISTA', newEntidad()]], ...more });

test('shows whom it is for and to what, as often as it is opened; then its form signs in', async () => {
  const entidad = newEntidad();
  const cuenta = invited({ roles: [['ORH_ANALISTA', entidad]] });
  const path = newEnlace(cuenta);
  const c = client();
  for (let i = 0; i < 3; i++) {
    const page = await c.get(path);
    assert.equal(page.status, 200);
    assert.match(page.plain, /Cuenta Prueba Ficticia/);
    assert.ok(page.plain.includes(`Analista de ORH de ${entidad.nombre}`));
    assert.match(page.plain, /Sus datos fueron registrados por SERVIR/);
    assert.ok(page.text.includes('href="/publico/privacidad"'));
  }
  const rs = await c.submit({ nueva, repite: nueva });
  assert.deepEqual([rs.status, rs.location], [303, '/orh/inicio']);
  assert.match(cookie(rs), /^__Host-portal=[\w-]{43};/);
  assert.equal(one(`SELECT estado FROM usuario WHERE id = ${cuenta.usuario}`), 'ACTIVO');
  assert.equal(one(`SELECT count(*) FROM aviso_lectura WHERE usuario_id = ${cuenta.usuario}`), '1');
  assert.equal((await entrar(cuenta, client(), { con: nueva })).rs.status, 303);
});

test('says which ORH registered the data', async () => {
  const entidad = newEntidad();
  const orh = newCuenta({ roles: [['ORH_JEFE', entidad]] });
  const cuenta = invited({ roles: [['ORH_ANALISTA', entidad]] });
  sql(`UPDATE asignacion SET otorgada_por = ${orh.usuario} WHERE usuario_id = ${cuenta.usuario}`);
  assert.ok((await client().get(newEnlace(cuenta))).plain
    .includes(`Sus datos fueron registrados por la ORH de ${entidad.nombre}`));
});

test('sent twice, the second leads to the sign-in and changes nothing', async () => {
  const cuenta = invited();
  const path = newEnlace(cuenta);
  const [a, b] = [client(), client()];
  await a.get(path);
  await b.get(path);
  await a.submit({ nueva, repite: nueva });
  const rs = await b.submit({ nueva: `otra ${nueva}`, repite: `otra ${nueva}` });
  assert.deepEqual([rs.status, rs.location], [303, '/cuenta/ingresar']);
  assert.match((await b.follow()).plain, /Ese enlace ya se usó/);
  assert.equal((await entrar(cuenta, client(), { con: nueva })).rs.status, 303);
  assert.equal((await client().get(path)).status, 410);
});

test('both at once: one wins, none fails', async () => {
  const cuenta = invited();
  const path = newEnlace(cuenta);
  const pair = [client(), client()];
  for (const c of pair) await c.get(path);
  const found = await Promise.all(pair.map((c, i) => c.submit({ nueva: nueva + i, repite: nueva + i })));
  assert.deepEqual(found.map((rs) => rs.location).sort(), ['/cuenta/ingresar', '/orh/inicio']);
});

test('an unknown, ended, annulled or used link is gone', async () => {
  const cuenta = invited();
  const ended = newEnlace(cuenta, 'INVITACION', "now() - interval '1 minute'");
  const annulled = newEnlace(cuenta);
  sql(`UPDATE enlace SET anulado_en = now() WHERE usuario_id = ${cuenta.usuario}`);
  for (const path of [`/cuenta/enlace/${'A'.repeat(43)}`, ended, annulled]) {
    const c = client();
    const rs = await c.get(path);
    assert.equal(rs.status, 410);
    assert.ok(!rs.plain.includes('Cuenta Prueba'));
    await c.get('/cuenta/ingresar');
    assert.equal((await c.post(path, { nueva, repite: nueva })).status, 410);
  }
  assert.equal((await client().get('/cuenta/enlace/corto')).status, 404);
  assert.equal(one(`SELECT estado FROM usuario WHERE id = ${cuenta.usuario}`), 'INVITADO');
});

test('a link that ends between page and form is gone too', async () => {
  const cuenta = invited();
  const c = client();
  await c.get(newEnlace(cuenta));
  sql(`UPDATE enlace SET expira_en = now() WHERE usuario_id = ${cuenta.usuario}`);
  assert.equal((await c.submit({ nueva, repite: nueva })).status, 410);
});

test('a password that will not do leaves the link as it was', async () => {
  const cuenta = invited({ persona: newPersona({ nombres: 'Filomena' }) });
  const path = newEnlace(cuenta);
  for (const [uno, dos, message] of [['', '', /Escriba la contraseña nueva/], ['corta', 'corta', /12 caracteres/],
    [nueva, 'otra', /No es igual/], [`mi numero ${cuenta.dni}`, null, /No use su número/],
    ['soy yo filomena', null, /No use su nombre/]]) {
    const c = client();
    await c.get(path);
    const rs = await c.submit({ nueva: uno, repite: dos ?? uno });
    assert.equal(rs.status, 422);
    assert.match(rs.plain, message);
    assert.match(rs.plain, /Filomena/);
  }
  assert.equal((await client().get(path)).status, 200);
});

test('recovery ends every session of the account; a session of somebody else here ends as well', async () => {
  const cuenta = newCuenta();
  const before = await conSesion(cuenta);
  const somebody = newCuenta({ nombres: 'Ajena' });
  const c = await conSesion(somebody);
  const page = await c.get(newEnlace(cuenta, 'RECUPERACION'));
  assert.match(page.plain, /está abierta la sesión de Ajena Prueba/);
  assert.doesNotMatch(page.plain, /Sus datos fueron registrados/);
  assert.equal((await c.submit({ nueva, repite: nueva })).status, 303);
  assert.equal((await before.get('/cuenta/sesiones')).status, 303);
  assert.equal(abiertas(somebody), 0);
  assert.equal(abiertas(cuenta), 1);
  assert.equal((await entrar(cuenta, client(), { con: clave })).rs.status, 422, 'the old password is over');
});

test('names are escaped; forged forms are refused', async () => {
  const cuenta = invited({ persona: newPersona({ nombres: canary }), roles: [['SERVIDOR', newEntidad(`E ${canary}`)]] });
  const path = newEnlace(cuenta);
  const c = client();
  const rs = await c.get(path);
  assert.ok(!rs.text.includes(canary) && rs.plain.includes(canary));
  for (const csrf of [null, 'A'.repeat(43)]) {
    assert.equal((await c.post(path, { nueva, repite: nueva, csrf })).status, 403);
  }
  assert.equal((await c.get(path)).status, 200);
});
