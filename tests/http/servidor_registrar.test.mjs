// Registration from the document to the file, in order; each step refused, repeated and forged.
import test from 'node:test';
import assert from 'node:assert/strict';
import { client } from './client.mjs';
import { newEntidad, one as sql, signedIn } from './mundo.mjs';

const fresh = () => String(70000000 + Math.floor(Math.random() * 9999999));
const person = { apellido_paterno: 'Prueba', apellido_materno: 'Ñandú', nombres: 'Persona <b>"\'&', puesto: 'Analista de prueba',
  fecha_ingreso: '02/11/2026', regimen: '15', modalidad: 'PRESENCIAL' };

async function analyst() {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  return c;
}

async function toForm(c, documento) {
  await c.get('/servidor/registrar');
  await c.submit({ documento });
  assert.equal(c.last.status, 303, c.last.plain);
  return c.follow();
}

test('new person: four pages from the document to the file, and stages dated by the rule', async () => {
  const c = await analyst();
  const documento = fresh();
  const form = await toForm(c, documento);
  assert.match(form.plain, /Persona nueva/);
  await c.submit(person);
  assert.equal(c.last.status, 303, c.last.plain);
  const review = await c.follow();
  assert.match(review.plain, /Revise antes de registrar/);
  assert.match(review.plain, /Falta el jefe inmediato/);
  assert.ok(!review.text.includes('<b>"'), 'the name is escaped');
  await c.post(review.path, {});
  assert.equal(c.last.status, 303, c.last.plain);
  const ficha = await c.follow();
  assert.match(ficha.plain, /Quedó registrado/);
  assert.match(ficha.plain, /Hasta el 12 de noviembre de 2026/);
  assert.match(ficha.plain, /Hasta el 2 de diciembre de 2026/);
  assert.equal(sql(`SELECT count(*) FROM portal.etapa e JOIN portal.vinculo v ON v.id = e.vinculo_id WHERE v.documento = '${documento}'`), '3');
  assert.ok(Number(sql(`SELECT count(*) FROM portal.auditoria a JOIN portal.vinculo v ON a.registro_id = v.id::text
    WHERE a.tabla = 'vinculo' AND a.accion = 'INSERT' AND v.documento = '${documento}' AND a.usuario_id IS NOT NULL AND a.address <> ''`)) === 1);
});

test('a second click and a second tab answer the same file, nobody twice', async () => {
  const c = await analyst();
  const documento = fresh();
  await toForm(c, documento);
  await c.submit(person);
  await c.follow();
  const path = c.last.path;
  const csrf = c.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf').value;
  const answers = await Promise.all([1, 2, 3, 4].map(() => c.post(path, { csrf })));
  assert.deepEqual([...new Set(answers.map((a) => a.status))], [303]);
  assert.equal(new Set(answers.map((a) => a.location)).size, 1);
  assert.equal(sql(`SELECT count(*) FROM portal.vinculo WHERE documento = '${documento}'`), '1');
  const back = await c.get(path);
  assert.equal(back.status, 303, 'the back button leads to the file');
});

test('the same document again leads to the file that exists', async () => {
  const c = await analyst();
  const documento = sql(`SELECT v.documento FROM portal.vinculo v JOIN portal.entidad e ON e.id = v.entidad_id
    WHERE e.clave = 'MIDIS' AND v.fecha_cese IS NULL ORDER BY v.id LIMIT 1`);
  await c.get('/servidor/registrar');
  await c.submit({ documento });
  const ficha = await c.follow();
  assert.match(ficha.path, /^\/servidor\/\d+\/ficha$/);
  assert.match(ficha.plain, /ya está registrada en su entidad/);
});

test('a person of another entity: their name, and nothing else of theirs', async () => {
  const c = await analyst();
  const row = sql(`SELECT v.documento || '|' || v.puesto || '|' || e.nombre || '|' || coalesce(p.correo, 'nobody@x')
    FROM portal.vinculo v JOIN portal.entidad e ON e.id = v.entidad_id JOIN portal.persona p ON p.id = v.persona_id
    WHERE e.clave <> 'MIDIS' AND NOT EXISTS (SELECT FROM portal.vinculo w JOIN portal.entidad f ON f.id = w.entidad_id
      WHERE w.persona_id = v.persona_id AND f.clave = 'MIDIS') ORDER BY v.id LIMIT 1`);
  const [documento, , entidad, correo] = row.split('|');
  const form = await toForm(c, documento);
  assert.match(form.plain, /ya conoce a/);
  assert.ok(!form.plain.includes(entidad), 'no word of where they are');
  assert.ok(!form.plain.includes(correo), 'no contact of theirs');
  assert.ok(!form.text.includes('name="apellido_paterno"'), 'their names are not typed again');
});

for (const [documento, tipo, message] of [
  ['', '01', /número de documento/], ['1234567', '01', /Revise el número/], ['123456789', '01', /Revise el número/],
  ['1234567A', '01', /Revise el número/], ['<script>', '01', /solo cifras y letras/], ['12345678', '99', /Revise el número|lista/],
  ['12345678', "01' OR '1'='1", /lista|Revise/],
]) {
  test(`document «${documento}» of type «${tipo}» is refused with a message and kept`, async () => {
    const c = await analyst();
    await c.get('/servidor/registrar');
    await c.post('/servidor/registrar', { tipo_documento: tipo, documento, digito: '' });
    assert.equal(c.last.status, 422, c.last.plain);
    assert.match(c.last.plain, message);
    assert.match(c.last.text, /<title>Error: /);
    const kept = c.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'documento');
    assert.equal(kept.value, documento);
  });
}

test('a wrong check digit is caught, the right ones pass', async () => {
  const c = await analyst();
  for (const [digito, status] of [['3', 422], ['2', 303], ['g', 303]]) {
    await c.get('/servidor/registrar');
    await c.submit({ documento: '10117410', digito });
    assert.equal(c.last.status, status, `${digito}: ${c.last.plain}`);
  }
});

for (const [change, message] of [
  [{ fecha_ingreso: '31/02/2026' }, /escriba la fecha como/], [{ fecha_ingreso: '' }, /Fecha de ingreso/],
  [{ fecha_ingreso: '01/01/1900' }, /Revise la fecha de ingreso/], [{ fecha_ingreso: '02/11/2099' }, /Revise la fecha de ingreso/],
  [{ puesto: '' }, /nombre del puesto/], [{ puesto: 'x'.repeat(201) }, /200 caracteres/], [{ regimen: 'ZZ' }, /Régimen|lista|corregir/],
  [{ correo: 'no-es-correo' }, /correo completo/], [{ celular: 'abc' }, /dígitos/], [{ nombres: '' }, /Escriba los nombres/],
  [{ apellido_paterno: '', apellido_materno: '' }, /al menos un apellido/], [{ organo_id: '999999999' }, /Unidad: elija/],
  [{ organo_id: '-1' }, /lista/], [{ organo_id: '9223372036854775808' }, /lista/], [{ puesto: 'a\u202Eb' }, /invisibles/],
]) {
  test(`form refused: ${JSON.stringify(change).slice(0, 60)}`, async () => {
    const c = await analyst();
    await toForm(c, fresh());
    const path = c.last.path;
    await c.submit({ ...person, ...change });
    assert.equal(c.last.status, 422, c.last.plain.slice(0, 300));
    assert.match(c.last.plain, message);
    const fields = c.last.forms.find((f) => f.method === 'post' && f.fields.some((x) => x.name === 'puesto')).fields;
    if (!('puesto' in change)) assert.equal(fields.find((f) => f.name === 'puesto').value, person.puesto);
    assert.equal(c.last.path, path);
  });
}

test('who may: not SERVIR, not a stranger, not another ORH with the token, not without its form token', async () => {
  const c = await analyst();
  await toForm(c, fresh());
  const path = c.last.path;
  const other = client();
  await other.signIn({ ...(await import('./client.mjs')).accountOf('ORH_ANALISTA', 1) });
  assert.equal((await other.get(path)).status, 404);
  const servir = client();
  await servir.signIn('SERVIR_REVISOR');
  assert.equal((await servir.get('/servidor/registrar')).status, 403);
  assert.equal((await client().get('/servidor/registrar')).status, 303);
  assert.equal((await c.post('/servidor/registrar', { tipo_documento: '01', documento: '12345678', csrf: null })).status, 403);
  assert.equal((await c.post('/servidor/registrar', { tipo_documento: '01', documento: '12345678', csrf: 'x'.repeat(43) })).status, 403);
});

test('an account that asks for document after document is stopped', async () => {
  const c = signedIn('ORH_ANALISTA', newEntidad());
  await c.get('/servidor/registrar');
  sql(`INSERT INTO portal.registro_borrador (token, usuario_id, entidad_id, tipo_documento, numero_documento)
    SELECT substr(md5(random()::text) || md5(random()::text), 1, 43), ${c.usuario}, a.entidad_id, '01', '70000000'
    FROM portal.asignacion a, generate_series(1, 120) WHERE a.usuario_id = ${c.usuario} RETURNING 1`);
  const documento = fresh();
  const rs = await c.submit({ documento });
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /Consultó demasiados documentos en la última hora/);
  assert.ok(rs.text.includes(documento), 'what was typed stays');
});
