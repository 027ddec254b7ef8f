// The rules of a session, on whatever page: expiry, closing, cookies, forged requests; and the form
// that an expired session interrupted comes back after signing in.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { base, client, raw } from './client.mjs';
import { newDni, newEntidad, one, sql } from './mundo.mjs';
import { abiertas, clave, conSesion, newCuenta, olvidarIntentos } from './cuenta.mjs';

before(olvidarIntentos);
after(olvidarIntentos);

const expire = (cuenta, how = "expira_en = now() - interval '1 second'") =>
  sql(`UPDATE sesion SET ${how} WHERE usuario_id = ${cuenta.usuario}`);
const idle = "visto_en = now() - interval '31 minutes'";
const analyst = () => newCuenta({ roles: [['ORH_ANALISTA', newEntidad()]] });

for (const [name, how] of [['idle for 30 minutes', idle], ['past its absolute end', undefined]]) {
  test(`a session ${name} leads to the sign-in, which says so and comes back`, async () => {
    const cuenta = newCuenta();
    const c = await conSesion(cuenta);
    expire(cuenta, how);
    const rs = await c.get('/servidor/lista?q=ana');
    assert.equal(rs.status, 303);
    assert.equal(rs.location, '/cuenta/ingresar?volver=%2Fservidor%2Flista%3Fq%3Dana&vencida=1');
    assert.match((await c.follow()).plain, /Su sesión venció\. Ingrese y seguirá donde estaba\./);
    assert.equal((await c.submit({ documento: cuenta.dni, clave: 'no es la suya' })).status, 422);
    assert.match(c.last.plain, /Su sesión venció/, 'also after a miss');
    assert.equal((await c.submit({ documento: cuenta.dni, clave })).location, '/servidor/lista?q=ana');
    assert.equal((await c.follow()).status, 200);
  });
}

test('use keeps a session alive, written at most once a minute; not beyond its absolute end', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  const seen = () => Number(one(`SELECT extract(epoch FROM now() - visto_en) FROM sesion WHERE usuario_id = ${cuenta.usuario}`));
  expire(cuenta, "visto_en = now() - interval '50 seconds'");
  await c.get('/cuenta/sesiones');
  assert.ok(seen() > 45);
  expire(cuenta, "visto_en = now() - interval '29 minutes'");
  await c.get('/cuenta/sesiones');
  assert.ok(seen() < 30);
  const left = Number(one(`SELECT extract(epoch FROM expira_en - creado_en) / 60 FROM sesion WHERE usuario_id = ${cuenta.usuario}`));
  assert.equal(Math.round(left), 720);
});

test('closed everywhere, suspended or without a role in force: over at once', async () => {
  for (const how of ['UPDATE sesion SET cerrada_en = now() WHERE usuario_id =',
    "UPDATE usuario SET estado = 'SUSPENDIDO' WHERE id =", 'UPDATE asignacion SET revocada_en = now() WHERE usuario_id =']) {
    const cuenta = newCuenta();
    const c = await conSesion(cuenta);
    sql(`${how} ${cuenta.usuario}`);
    assert.equal((await c.get('/cuenta/sesiones')).location, '/cuenta/ingresar?volver=%2Fcuenta%2Fsesiones');
  }
});

test('only the hash of a token is kept', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  const row = one(`SELECT sesion::text FROM sesion WHERE usuario_id = ${cuenta.usuario}`);
  assert.ok(!row.includes(c.cookies.get('__Host-portal')));
});

test('two session cookies are two truths: refused', async () => {
  const c = await conSesion(newCuenta());
  const token = c.cookies.get('__Host-portal');
  const two = `__Host-portal=${token}; __Host-portal=${'A'.repeat(43)}`;
  assert.equal((await c.get('/cuenta/sesiones', { headers: { cookie: two } })).status, 400);
  const answer = await raw(`GET /cuenta/sesiones HTTP/1.1\r\nHost: ${base.host}\r\nCookie: __Host-portal=${token}\r\n` +
    `Cookie: __Host-portal=${'A'.repeat(43)}\r\nConnection: close\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 400/);
});

test('a cookie that is no token is nobody', async () => {
  const c = client();
  for (const value of ['', 'x', 'A'.repeat(44), "' OR 1=1 --", '%00', 'ñ'.repeat(43)]) {
    const rs = await c.get('/cuenta/sesiones', { headers: { cookie: `__Host-portal=${encodeURI(value)}` } });
    assert.equal(rs.status, 303);
  }
});

test('a POST from elsewhere or with a foreign form token is refused and writes nothing', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  const other = await conSesion(newCuenta());
  const foreign = (await other.get('/cuenta/sesiones')).forms[0].fields.find((f) => f.name === 'csrf').value;
  const own = (await c.get('/cuenta/sesiones')).forms[0].fields.find((f) => f.name === 'csrf').value;
  const send = (csrf, headers) => c.post('/cuenta/sesiones', { cuales: 'todas', csrf }, { headers });
  assert.equal((await send(foreign)).status, 403);
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: `http://${base.host}` },
    { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }]) {
    await c.get('/cuenta/sesiones');
    assert.equal((await send(own, headers)).status, 403, JSON.stringify(headers));
  }
  assert.equal(abiertas(cuenta), 1);
});

test('old browsers send neither Origin nor Sec-Fetch-Site: the form token decides', async () => {
  const cuenta = newCuenta();
  const c = await conSesion(cuenta);
  await c.get('/cuenta/sesiones');
  const rs = await c.post('/cuenta/sesiones', { cuales: 'todas' }, { headers: { origin: undefined, 'sec-fetch-site': undefined } });
  assert.equal(rs.status, 303);
});

test('a parameter that the form does not know is refused', async () => {
  const c = await conSesion(newCuenta());
  await c.get('/cuenta/sesiones');
  assert.equal((await c.post('/cuenta/sesiones', { cuales: 'otras', mas: '1' })).status, 400);
});

// --- the form that comes back ---

async function interrupted(cuenta, values) {
  const c = await conSesion(cuenta);
  await c.get('/servidor/registrar');
  expire(cuenta, idle);
  const rs = await c.submit(values);
  return { c, rs };
}

test('a form sent when the session had expired comes back as typed, and can then be sent', async () => {
  const cuenta = analyst();
  const dni = newDni();
  const { c, rs } = await interrupted(cuenta, { documento: dni, digito: '7' });
  assert.equal(rs.status, 303);
  assert.match(rs.location, /^\/cuenta\/ingresar\?volver=%2Fservidor%2Fregistrar%3Fguardado%3D\d+&vencida=1$/);
  await c.follow();
  const back = await c.submit({ documento: cuenta.dni, clave });
  assert.match(back.location, /^\/servidor\/registrar\?guardado=\d+$/);
  const page = await c.follow();
  assert.equal(page.status, 200);
  assert.match(page.plain, /Recuperamos lo que escribió/);
  assert.ok(page.text.includes(`value="${dni}"`) && page.text.includes('value="7"'));
  assert.equal((await c.submit({ documento: dni, digito: '' })).status, 303, 'the restored form has a good token');
});

test('the kept form is let go with the POST that takes it, not with one that is refused', async () => {
  const cuenta = analyst();
  const kept = () => one(`SELECT count(*) FROM formulario_pendiente WHERE usuario_id = ${cuenta.usuario}`);
  const dni = newDni();
  const { c } = await interrupted(cuenta, { documento: dni, digito: '7' });
  await c.follow();
  const { location } = await c.submit({ documento: cuenta.dni, clave });
  await c.follow();
  assert.equal((await c.submit({ documento: '' })).status, 422);
  assert.equal(kept(), '1', 'what was refused changed nothing');
  assert.equal((await c.submit({ documento: dni, digito: '' })).status, 303);
  assert.equal(kept(), '0');
  const again = await c.get(location);
  assert.ok(!/Recuperamos/.test(again.plain) && !again.text.includes(dni), 'a reload brings nothing back');
});

test('nobody lets go of a form of somebody else', async () => {
  const cuenta = analyst();
  const { rs } = await interrupted(cuenta, { documento: newDni() });
  const guardado = /guardado%3D(\d+)/.exec(rs.location)[1];
  const stranger = await conSesion(analyst());
  for (const id of [guardado, 'x', '-1', '']) {
    await stranger.get('/servidor/registrar');
    const sent = await stranger.post('/servidor/registrar', { tipo_documento: '01', documento: newDni(), digito: '', guardado: id });
    assert.equal(sent.status, 303, id);
  }
  assert.equal(one(`SELECT count(*) FROM formulario_pendiente WHERE id = ${guardado}`), '1');
});

test('the kept form is its owner\'s alone, of its page alone, for a while', async () => {
  const cuenta = analyst();
  const dni = newDni();
  const { rs } = await interrupted(cuenta, { documento: dni });
  const id = /guardado%3D(\d+)/.exec(rs.location)[1];
  const stranger = await conSesion(analyst());
  const shows = async (who, path) => (await who.get(path)).text.includes(dni);
  assert.equal(await shows(stranger, `/servidor/registrar?guardado=${id}`), false);
  const owner = await conSesion(cuenta);
  assert.equal(await shows(owner, `/servidor/registrar?guardado=${id}`), true);
  assert.equal(await shows(owner, `/cuenta/rol?guardado=${id}`), false);
  for (const odd of ['x', '-1', '0', '9223372036854775808', '']) {
    assert.equal((await owner.get(`/servidor/registrar?guardado=${odd}`)).status, 200);
  }
  sql(`UPDATE formulario_pendiente SET expira_en = now() WHERE id = ${id}`);
  assert.equal(await shows(owner, `/servidor/registrar?guardado=${id}`), false);
});

test('a form from elsewhere, or with a password in it, is not kept', async () => {
  const kept = (cuenta) => one(`SELECT count(*) FROM formulario_pendiente WHERE usuario_id = ${cuenta.usuario}`);
  const cuenta = analyst();
  const c = await conSesion(cuenta);
  await c.get('/servidor/registrar');
  expire(cuenta, idle);
  for (const [values, headers] of [[{ csrf: null }, {}], [{ csrf: 'A'.repeat(43) }, {}], [{}, { origin: 'https://evil.example' }],
    [{}, { 'sec-fetch-site': 'cross-site' }]]) {
    await c.post('/servidor/registrar', { tipo_documento: '01', documento: newDni(), ...values }, { headers });
  }
  assert.equal(kept(cuenta), '0');
  const second = newCuenta();
  const d = await conSesion(second);
  await d.get('/cuenta/clave');
  expire(second, idle);
  const rs = await d.submit({ actual: clave, nueva: 'piedra nube camino', repite: 'piedra nube camino' });
  assert.equal(rs.location, '/cuenta/ingresar?volver=%2Fcuenta%2Fclave&vencida=1');
  assert.equal(kept(second), '0');
});

test('a closed session keeps nothing', async () => {
  const cuenta = analyst();
  const c = await conSesion(cuenta);
  await c.get('/servidor/registrar');
  expire(cuenta, 'cerrada_en = now()');
  assert.equal((await c.submit({ documento: newDni() })).location, '/cuenta/ingresar?volver=%2Fservidor%2Fregistrar');
});
