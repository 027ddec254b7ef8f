// Sign-in: one answer for every wrong pair, throttling, a new token each time, the way back.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { canary, newDni, newEntidad, newPersona, one, sql } from './mundo.mjs';
import { abiertas, clave, conSesion, cookie, entrar, newCuenta, olvidarIntentos } from './cuenta.mjs';

before(olvidarIntentos);
after(olvidarIntentos);

const wrong = 'El documento y la contraseña no corresponden a una cuenta activa.';
const steady = (rs) => rs.plain.replace(/Número de solicitud: \S+/g, '').replace(/\b98\d{6}\b/g, '');

test('signs in and goes home by role; the cookie is a __Host- session cookie', async () => {
  for (const [rol, home] of [['SERVIR_REVISOR', '/servir/inicio'], ['GESTOR', '/seguimiento/inicio']]) {
    const { rs } = await entrar(newCuenta({ roles: [[rol]] }));
    assert.equal(rs.status, 303);
    assert.equal(rs.location, home);
    assert.match(cookie(rs), /^__Host-portal=[A-Za-z0-9_-]{43}; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
  }
  const { rs } = await entrar(newCuenta({ roles: [['ORH_ANALISTA', newEntidad()]] }));
  assert.equal(rs.location, '/orh/inicio');
});

test('a document with dots, spaces or small letters is the same document', async () => {
  const cuenta = newCuenta();
  const { rs } = await entrar({ dni: ` ${cuenta.dni.slice(0, 4)}.${cuenta.dni.slice(4)} ` });
  assert.equal(rs.status, 303);
});

test('one answer for a wrong password, an unknown, suspended or invited account', async () => {
  const answers = [];
  for (const [dni, con] of [[newCuenta().dni, 'otra cosa que no es'], [newDni(), clave],
    [newCuenta({ estado: 'SUSPENDIDO' }).dni, clave], [newCuenta({ estado: 'INVITADO' }).dni, clave],
    [newPersona().dni, clave]]) {
    const { rs } = await entrar({ dni }, client(), { con });
    assert.equal(rs.status, 422);
    assert.ok(rs.plain.includes(wrong));
    assert.ok(rs.text.includes(`value="${dni}"`), 'the document is kept');
    assert.ok(!rs.text.includes(clave), 'the password is not');
    assert.equal(cookie(rs), undefined);
    answers.push(steady(rs));
  }
  assert.equal(new Set(answers).size, 1);
});

test('the documents offered are those in force, DNI first, here and to recover', async () => {
  const vigentes = sql('SELECT codigo FROM tipo_documento WHERE vigente ORDER BY orden').flat();
  for (const path of ['/cuenta/ingresar', '/cuenta/recuperar']) {
    const { options } = (await client().get(path)).forms.flatMap((f) => f.fields).find((f) => f.name === 'tipo_documento');
    assert.deepEqual(options.map((o) => o.value), vigentes);
    assert.equal(options[0].label, 'Documento Nacional de Identidad (DNI)');
  }
});

test('each missing or bad field has its message and keeps the rest', async () => {
  const c = client();
  await c.get('/cuenta/ingresar');
  let rs = await c.submit({ documento: '', clave: '' });
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /Escriba el número de su documento\. .*Escriba su contraseña\./);
  assert.match(rs.text, /<title>Error: /);
  rs = await c.submit({ documento: canary, clave: 'x' });
  assert.equal(rs.status, 422);
  assert.ok(!rs.text.includes(canary) && rs.text.includes('&lt;b&gt;'));
  rs = await c.submit({ tipo_documento: '99', documento: '12345678', clave: 'x' });
  assert.match(rs.plain, /elija una opción de la lista/);
  rs = await c.submit({ documento: '12345678', clave: 'x'.repeat(129) });
  assert.match(rs.plain, /128 caracteres como máximo/);
});

test('after five misses the document waits, known or not, also with the right password', async () => {
  for (const cuenta of [newCuenta(), { dni: newDni() }]) {
    olvidarIntentos();
    for (let i = 0; i < 5; i++) {
      assert.equal((await entrar(cuenta, client(), { con: `no es esta ${i}` })).rs.status, 422);
    }
    assert.equal(one("SELECT count(*) FROM intento_acceso WHERE NOT exito"), '5');
    const { rs } = await entrar(cuenta);
    assert.equal(rs.status, 429);
    assert.match(rs.plain, /Espere 1 minuto y vuelva a intentarlo/);
    assert.match(rs.headers['retry-after'], /^([1-9]|[1-5]\d|60)$/);
    sql("UPDATE intento_acceso SET ocurrido_en = ocurrido_en - interval '1 hour'");
    assert.equal((await entrar(cuenta)).rs.status, cuenta.usuario ? 303 : 422);
  }
});

test('sixty misses of one address make it wait, whoever it is', async () => {
  olvidarIntentos();
  sql(`INSERT INTO intento_acceso (documento_hash, address, exito)
    SELECT documento_hash('01', g::text), '127.0.0.1', false FROM generate_series(1, 60) g`);
  const { rs } = await entrar(newCuenta());
  olvidarIntentos();
  assert.equal(rs.status, 429);
  assert.match(rs.plain, /Espere 1[56] minutos/);
});

test('an account without a role in force is told whom to ask, once its password was right', async () => {
  const cuenta = newCuenta();
  sql(`UPDATE asignacion SET revocada_en = now() WHERE usuario_id = ${cuenta.usuario}`);
  const { rs } = await entrar(cuenta);
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /no tiene un rol vigente\. Pida/);
  assert.ok((await entrar(cuenta, client(), { con: 'no es la suya' })).rs.plain.includes(wrong));
  assert.equal(abiertas(cuenta), 0);
});

test('the way back is only a page of ours', async () => {
  const cuenta = newCuenta();
  for (const [volver, location] of [
    ['/cuenta/sesiones', '/cuenta/sesiones'],
    ['/servidor/lista?q=a%26b&etapa=ESTADO', '/servidor/lista?q=a%26b&etapa=ESTADO'],
    ['//evil.example/', '/servir/inicio'], ['/\\evil.example', '/servir/inicio'],
    ['https://evil.example/', '/servir/inicio'], ['/no/existe', '/servir/inicio'],
    ['/cuenta/salir', '/servir/inicio'], ['/cuenta/ingresar?volver=/', '/servir/inicio'],
    ['/\t/evil.example', '/servir/inicio'], ['/servidor/lista\r\nX-Bad: 1', '/servir/inicio']]) {
    const { rs } = await entrar(cuenta, client(), { path: `/cuenta/ingresar?volver=${encodeURIComponent(volver)}` });
    assert.equal(rs.status, 303, volver);
    assert.equal(rs.location, location, volver);
    assert.equal(rs.headers['x-bad'], undefined);
  }
  const c = client();
  await c.get('/cuenta/ingresar');
  const rs = await c.submit({ documento: cuenta.dni, clave, volver: '//evil.example' });
  assert.equal(rs.location, '/servir/inicio', 'also when the form itself was changed');
});

test('who must change the password goes there first, and nowhere else', async () => {
  const { c, rs } = await entrar(newCuenta({ debeCambiar: true }), client(), { path: '/cuenta/ingresar?volver=/cuenta/sesiones' });
  assert.equal(rs.location, '/cuenta/clave');
  assert.equal((await c.get('/cuenta/sesiones')).location, '/cuenta/clave');
  assert.equal((await c.get('/cuenta/clave')).status, 200);
});

test('a known token is never taken over: signing in makes a new one', async () => {
  const c = client();
  c.cookies.set('__Host-portal', 'A'.repeat(43));
  const { rs } = await entrar(newCuenta(), c);
  assert.equal(rs.status, 303);
  assert.doesNotMatch(cookie(rs), /A{43}/);
});

test('who is signed in may go home or sign in as another, which closes the first session', async () => {
  const first = newCuenta({ nombres: 'Primera' });
  const second = newCuenta();
  const c = await conSesion(first);
  const page = await c.get('/cuenta/ingresar');
  assert.match(page.plain, /ya ingresó Primera Prueba/);
  assert.ok(page.text.includes('href="/servir/inicio"'));
  const rs = await c.submit({ documento: second.dni, clave });
  assert.equal(rs.status, 303);
  assert.equal(abiertas(first), 0);
  assert.equal(abiertas(second), 1);
});

test('a second click signs in again and is harmless', async () => {
  const cuenta = newCuenta();
  const c = client();
  const page = await c.get('/cuenta/ingresar');
  const values = Object.fromEntries(page.forms[0].fields.map((f) => [f.name, f.value]));
  Object.assign(values, { documento: cuenta.dni, clave });
  assert.equal((await c.post('/cuenta/ingresar', values)).status, 303);
  assert.equal((await c.post('/cuenta/ingresar', values)).status, 303);
  assert.equal(abiertas(cuenta), 1);
});

test('a form without its token, with a forged or a foreign one is refused', async () => {
  const cuenta = newCuenta();
  const other = client();
  const foreign = (await other.get('/cuenta/ingresar')).forms[0].fields.find((f) => f.name === 'csrf').value;
  for (const csrf of [null, '', 'A'.repeat(43), foreign]) {
    const c = client();
    await c.get('/cuenta/ingresar');
    const rs = await c.post('/cuenta/ingresar', { tipo_documento: '01', documento: cuenta.dni, clave, csrf });
    assert.equal(rs.status, 403);
    assert.equal(cookie(rs), undefined);
  }
});
