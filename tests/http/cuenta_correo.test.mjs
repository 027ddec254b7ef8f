// The mail of one's own account: the password is asked, the address before is told.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { canary, newPersona, one, sql } from './mundo.mjs';
import { clave, conSesion, newCuenta, newEnlace, olvidarIntentos } from './cuenta.mjs';

before(olvidarIntentos);
after(olvidarIntentos);

const correo = (cuenta) => one(`SELECT coalesce(correo, '-') FROM usuario WHERE id = ${cuenta.usuario}`);
const mails = (cuenta) => sql(`SELECT destinatario, cuerpo LIKE '%@%' FROM correo WHERE usuario_id = ${cuenta.usuario} ORDER BY id`);
const set = async (c, values) => {
  await c.get('/cuenta/correo');
  return c.submit(values);
};

test('an account without mail gets one from its owner, and can then recover by mail', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  assert.match((await c.get('/cuenta/sesiones')).text, /href="\/cuenta\/correo">Registrar un correo/);
  const rs = await set(c, { correo: 'nuevo@prueba.example', actual: clave });
  assert.deepEqual([rs.status, rs.location], [303, '/cuenta/sesiones']);
  assert.match((await c.follow()).plain, /Se cambió el correo\..*nuevo@prueba\.example/);
  assert.equal(correo(cuenta), 'nuevo@prueba.example');
  assert.deepEqual(mails(cuenta), [], 'there was nobody to tell');
  const nobody = client();
  await nobody.get('/cuenta/recuperar');
  await nobody.submit({ documento: cuenta.dni });
  assert.equal(mails(cuenta).length, 1);
});

test('the address before is told once, without the new one; a recovery link sent there is void', async () => {
  const cuenta = newCuenta({ correo: 'antes@prueba.example', persona: newPersona({ nombres: canary }) });
  const link = newEnlace(cuenta, 'RECUPERACION');
  const c = await conSesion(cuenta);
  for (const notice of [/Se cambió el correo/, /El correo ya era ese/]) {
    assert.equal((await set(c, { correo: 'despues@prueba.example', actual: clave })).status, 303);
    assert.match((await c.follow()).plain, notice);
  }
  assert.deepEqual(mails(cuenta), [['antes@prueba.example', 'f']]);
  assert.equal((await client().get(link)).status, 410);
});

test('what is wrong is said, the address kept, and a guessed password slowed down', async () => {
  olvidarIntentos();
  const cuenta = newCuenta({ correo: 'antes@prueba.example' });
  const c = await conSesion(cuenta);
  for (const [values, message] of [[{ correo: '', actual: clave }, /Escriba su correo\./], [{ correo: canary, actual: clave }, /Escriba el correo completo/],
    [{ correo: 'a@b.pe', actual: '' }, /Escriba su contraseña actual/], [{ correo: 'a@b.pe', actual: 'no es la suya' }, /Esa no es su contraseña actual/],
    [{ correo: `${'x'.repeat(250)}@b.pe`, actual: clave }, /254 caracteres/]]) {
    const rs = await set(c, values);
    assert.equal(rs.status, 422);
    assert.match(rs.plain, message);
    assert.ok(!rs.text.includes(canary) && !rs.text.includes(clave));
    if (values.correo === 'a@b.pe') assert.ok(rs.text.includes('value="a@b.pe"'));
  }
  for (let i = 0; i < 4; i++) assert.equal((await set(c, { correo: 'a@b.pe', actual: `no es esta ${i}` })).status, 422);
  const rs = await set(c, { correo: 'a@b.pe', actual: clave });
  assert.equal(rs.status, 429);
  assert.ok(Number(rs.headers['retry-after']) > 0);
  assert.equal(correo(cuenta), 'antes@prueba.example');
  olvidarIntentos();
});

test('without a session to the sign-in; a forged form is refused', async () => {
  assert.equal((await client().get('/cuenta/correo')).location, '/cuenta/ingresar?volver=%2Fcuenta%2Fcorreo');
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  for (const csrf of [null, 'A'.repeat(43)]) {
    assert.equal((await c.post('/cuenta/correo', { correo: 'a@b.pe', actual: clave, csrf })).status, 403);
  }
  assert.equal(correo(cuenta), '-');
});
