// Changing one's own password: the old one is asked, misses count, the other sessions end.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { newPersona } from './mundo.mjs';
import { abiertas, clave, conSesion, entrar, newCuenta, olvidarIntentos } from './cuenta.mjs';

before(olvidarIntentos);
after(olvidarIntentos);

const nueva = 'piedra nube camino tambor';
const change = async (c, actual, uno, dos = uno) => {
  await c.get('/cuenta/clave');
  return c.submit({ actual, nueva: uno, repite: dos });
};

test('the new password works, the old one no more; other sessions end, this one has a new token', async () => {
  const cuenta = newCuenta();
  const other = await conSesion(cuenta);
  const c = await conSesion(cuenta);
  const token = c.cookies.get('__Host-portal');
  const rs = await change(c, clave, nueva);
  assert.deepEqual([rs.status, rs.location], [303, '/cuenta/sesiones']);
  assert.notEqual(c.cookies.get('__Host-portal'), token);
  assert.match((await c.follow()).plain, /Su contraseña cambió\./);
  assert.equal(abiertas(cuenta), 1);
  assert.equal((await other.get('/cuenta/sesiones')).status, 303);
  const old = client();
  old.cookies.set('__Host-portal', token);
  assert.equal((await old.get('/cuenta/sesiones')).status, 303, 'the token before opens nothing');
  assert.equal((await entrar(cuenta)).rs.status, 422);
  assert.equal((await entrar(cuenta, client(), { con: nueva })).rs.status, 303);
});

test('a password that is due is changed and leads home', async () => {
  const cuenta = newCuenta({ debeCambiar: true });
  const { c } = await entrar(cuenta);
  assert.match((await c.get('/cuenta/clave')).plain, /provisional/);
  assert.equal((await change(c, clave, nueva)).location, '/servir/inicio');
  assert.equal((await c.get('/cuenta/sesiones')).status, 200);
});

test('what is wrong is said at its field, and nothing is shown of what was typed', async () => {
  const cuenta = newCuenta({ persona: newPersona({ nombres: 'Filomena' }) });
  const c = await conSesion(cuenta);
  const cases = [
    ['', '', '', /Escriba su contraseña actual\..*Escriba la contraseña nueva\./],
    ['no es la que tengo', nueva, nueva, /Esa no es su contraseña actual\./],
    [clave, 'corta', 'corta', /12 caracteres o más/],
    [clave, nueva, `${nueva}!`, /No es igual a la contraseña nueva/],
    [clave, clave, clave, /distinta de la actual/],
    [clave, `abc ${cuenta.dni} xyz`, null, /No use su número de documento/],
    [clave, 'la casa de filomena', null, /No use su nombre/],
    [clave, 'aaaaaaaaaaaaaa', null, /se adivina pronto/],
    [clave, 'x'.repeat(129), null, /128 caracteres como máximo/],
  ];
  for (const [actual, uno, dos, message] of cases) {
    const rs = await change(c, actual, uno, dos ?? uno);
    assert.equal(rs.status, 422, String(message));
    assert.match(rs.plain, message);
    assert.ok(!rs.text.includes(nueva) && !rs.text.includes(clave));
  }
  assert.equal((await entrar(cuenta)).rs.status, 303, 'the old one still works');
});

test('guessing the old password from an open session is slowed down', async () => {
  olvidarIntentos();
  const c = await conSesion(newCuenta());
  for (let i = 0; i < 5; i++) assert.equal((await change(c, `no es esta ${i}`, nueva)).status, 422);
  const rs = await change(c, clave, nueva);
  assert.equal(rs.status, 429);
  assert.match(rs.plain, /Espere 1 minuto/);
  assert.ok(Number(rs.headers['retry-after']) > 0 && Number(rs.headers['retry-after']) <= 60, rs.headers['retry-after']);
  olvidarIntentos();
});

test('without a session to the sign-in; a forged form is refused', async () => {
  assert.equal((await client().get('/cuenta/clave')).location, '/cuenta/ingresar?volver=%2Fcuenta%2Fclave');
  const c = await conSesion(newCuenta());
  for (const csrf of [null, 'A'.repeat(43)]) {
    const rs = await c.post('/cuenta/clave', { actual: clave, nueva, repite: nueva, csrf });
    assert.equal(rs.status, 403);
  }
});
