// Evidence of a stage: taken by its content, kept by its hash, given back only to whom it concerns.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import test from 'node:test';
import { base } from './client.mjs';
import { canary, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const here = newEntidad(), there = newEntidad();
const orh = signedIn('ORH_ANALISTA', here), other = signedIn('ORH_ANALISTA', there);
const stage = (v, tipo = 'ENTIDAD') => one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = '${tipo}'`);
const path = (id) => `/etapa/${id}/evidencia`;
const pdf = () => Buffer.concat([Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n'), Buffer.from(randomBytes(40).toString('hex')), Buffer.from('\n%%EOF\n')]);
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function upload(c, id, bytes, { name = 'lista.pdf', csrf, field = 'archivo', headers = {} } = {}) {
  await c.get(path(id));
  const token = csrf ?? c.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf')?.value ?? '';
  const boundary = `----${randomBytes(12).toString('hex')}`;
  const body = Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${token}\r\n--${boundary}\r\n`
      + `Content-Disposition: form-data; name="${field}"; filename="${name.replaceAll('"', '%22')}"\r\nContent-Type: image/png\r\n\r\n`),
    bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return c.request('POST', path(id), { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}`,
    origin: base.origin, 'sec-fetch-site': 'same-origin', ...headers } });
}
const count = (id) => one(`SELECT count(*) FROM evidencia WHERE etapa_id = ${id}`);

test('a file and a photo go in and come back the same, as an attachment; twice is once', async () => {
  const v = newVinculo(here), id = stage(v), bytes = pdf();
  for (let i = 0; i < 2; i++) {
    assert.equal((await upload(orh, id, bytes, { name: `lista ${canary}.pdf` })).status, 303, orh.last.plain);
  }
  assert.equal(count(id), '1');
  assert.equal(one(`SELECT sha256 FROM evidencia WHERE etapa_id = ${id}`), createHash('sha256').update(bytes).digest('hex'));
  assert.match((await orh.follow()).plain, /La evidencia quedó guardada/);
  escaped(assert, orh.last);
  assert.equal((await upload(orh, id, png, { name: 'foto.pdf' })).status, 303);
  const file = one(`SELECT id FROM evidencia WHERE etapa_id = ${id} AND tipo = 'application/pdf'`);
  const rs = await orh.get(`/evidencia/${file}/archivo`);
  assert.equal(rs.status, 200);
  assert.ok(rs.buffer.equals(bytes));
  assert.equal(rs.headers['content-type'], 'application/pdf');
  assert.match(rs.headers['content-disposition'], /^attachment; filename="evidencia-\d+\.pdf"$/);
  assert.equal(rs.headers['x-content-type-options'], 'nosniff');
  assert.equal(one(`SELECT tipo FROM evidencia WHERE etapa_id = ${id} ORDER BY id DESC LIMIT 1`), 'image/png', 'by content, not by name');
  assert.equal(one(`SELECT count(*) FROM acceso WHERE tabla = 'evidencia' AND registro_id = '${file}'`), '1');
  const second = stage(newVinculo(here));
  await upload(orh, second, bytes);
  assert.match((await orh.get(path(second))).plain, /El mismo archivo está en otra etapa/);
});

test('refused: another kind, empty, too large, none, too many, validated', async () => {
  const id = stage(newVinculo(here));
  for (const bytes of [Buffer.from('<script>alert(1)</script>'), Buffer.from('MZ\x90\0programa'), Buffer.from('GIF89a'), Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]) {
    const rs = await upload(orh, id, bytes, { name: 'foto.png' });
    assert.equal(rs.status, 422);
    assert.match(rs.plain, /Elija un PDF o una foto/);
  }
  assert.match((await upload(orh, id, Buffer.alloc(0), { name: 'vacio.pdf' })).plain, /está vacío/);
  assert.match((await upload(orh, id, Buffer.alloc(0), { name: '' })).plain, /Elija un archivo o tome una foto/);
  const big = Buffer.concat([pdf(), Buffer.alloc(5 * 1024 * 1024)]);
  assert.match((await upload(orh, id, big)).plain, /pesa demasiado/);
  assert.equal((await upload(orh, id, Buffer.alloc(7 * 1024 * 1024))).status, 413);
  assert.equal(count(id), '0');
  for (let i = 0; i < 10; i++) await upload(orh, id, pdf());
  assert.match((await upload(orh, id, pdf())).plain, /diez archivos/);
  sql(`UPDATE etapa SET estado = 'VALIDADA', fecha_fin = hoy() WHERE id = ${id}`);
  assert.ok(!(await orh.get(path(id))).plain.includes('Agregar la evidencia'));
  const rs = await upload(orh, id, pdf(), { csrf: (await orh.get('/cuenta/sesiones')).forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf').value });
  assert.match(rs.plain, /ya no puede agregar archivos/);
  assert.equal(count(id), '10');
});

test('the person adds to their own, the jefe to stage C of theirs; others do not see it', async () => {
  const p = newPersona(), boss = newVinculo(here, { persona: p }), v = newVinculo(here);
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id = ${v.id}`);
  const own = signedIn('SERVIDOR', here, v.persona), jefe = signedIn('JEFE', here, p), id = stage(v);
  assert.equal((await upload(own, id, pdf())).status, 303);
  assert.equal((await upload(jefe, stage(v, 'ESPECIFICA'), pdf())).status, 303);
  const token = (await jefe.get('/cuenta/sesiones')).forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf').value;
  assert.match((await upload(jefe, id, pdf(), { csrf: token })).plain, /ya no puede agregar/);
  const file = one(`SELECT id FROM evidencia WHERE etapa_id = ${id}`);
  assert.equal((await own.get(`/evidencia/${file}/archivo`)).status, 200);
  assert.equal((await signedIn('SERVIR_REVISOR').get(`/evidencia/${file}/archivo`)).status, 200);
  for (const c of [other, signedIn('SERVIDOR', here, newVinculo(here).persona)]) {
    assert.equal((await c.get(`/evidencia/${file}/archivo`)).status, 404);
    assert.equal((await c.get(path(id))).status, 404);
    const csrf = (await c.get('/cuenta/sesiones')).forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf').value;
    assert.equal((await upload(c, id, pdf(), { csrf })).status, 404);
  }
  assert.equal(count(id), '1');
  assert.equal((await upload(signedIn('SERVIR_REVISOR'), id, pdf())).status, 403, 'SERVIR reads');
});

test('no token, from elsewhere, nobody', async () => {
  const id = stage(newVinculo(here));
  assert.equal((await upload(orh, id, pdf(), { csrf: 'A'.repeat(43) })).status, 403);
  assert.equal((await upload(orh, id, pdf(), { headers: { origin: 'https://otro.example', 'sec-fetch-site': 'cross-site' } })).status, 403);
  assert.equal((await upload(orh, id, pdf(), { field: 'otro' })).status, 400);
  assert.equal((await orh.get('/evidencia/999999999999/archivo')).status, 404);
  assert.equal(count(id), '0');
});
