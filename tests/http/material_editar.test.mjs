// A material changed, replaced, withdrawn and back.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { adopt, add } from './plan.mjs';

const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e);
const id = one(`INSERT INTO material (entidad_id, titulo, tipo, url, para_servidor) VALUES (${e.id}, 'Video', 'ENLACE', 'https://example.org/v', true) RETURNING id`);
const path = `/material/${id}/editar`;
const send = async (values, file) => {
  const page = await orh.get(path);
  const version = page.forms.flatMap((f) => f.fields).find((f) => f.name === 'version').value;
  return orh.upload(path, { version, titulo: 'Video', enlace: 'https://example.org/v', para_servidor: '1', etapa: '', descripcion: '', ...values }, file ? { archivo: file } : {});
};

test('a file takes the place of a link; the plan keeps pointing at it', async () => {
  const plan = await adopt(orh);
  await add(orh, plan, { titulo: 'Ver el video', material: id });
  assert.match((await orh.get(path)).plain, /que lo usan: 1/);
  const data = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
  assert.equal((await send({ enlace: '', titulo: 'Video en PDF' }, { filename: 'v.pdf', data })).status, 303, orh.last.plain);
  assert.match((await orh.get(`/plan/${plan}/editar`)).text, new RegExp(`href="/material/${id}/archivo">Video en PDF`));
  assert.equal((await send({ enlace: '', titulo: 'Otro nombre' })).status, 303, 'without a file the old one stays');
  assert.equal(one(`SELECT tipo || titulo FROM material WHERE id = ${id}`), 'ARCHIVOOtro nombre');
});

test('withdrawn it shows no more, and comes back', async () => {
  const own = signedIn('SERVIDOR', e, newVinculo(e).persona);
  assert.match((await own.get('/mi/materiales')).plain, /Otro nombre/);
  await send({ titulo: 'Otro nombre', enlace: '', retirado: '1' });
  assert.ok(!(await own.get('/mi/materiales')).plain.includes('Otro nombre'));
  assert.equal((await own.get(`/material/${id}/archivo`)).status, 404);
  assert.match((await orh.get('/material/lista')).plain, /Otro nombre.*Retirado/);
  await send({ titulo: 'Otro nombre', enlace: '' });
  assert.match((await own.get('/mi/materiales')).plain, /Otro nombre/);
});

test('one of SERVIR that was withdrawn is fetched by nobody but SERVIR', async () => {
  const admin = signedIn('SERVIR_ADMIN'), titulo = `Guía ${e.sigla}`, data = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
  await admin.get('/material/nuevo');
  assert.equal((await admin.upload('/material/nuevo', { titulo, enlace: '', etapa: '', descripcion: '', para_orh: '1', para_servidor: '1' }, { archivo: { filename: 'g.pdf', data } })).status, 303, admin.last.plain);
  const file = `/material/${one(`SELECT id FROM material WHERE titulo = '${titulo}'`)}/archivo`, own = signedIn('SERVIDOR', e, newVinculo(e).persona);
  for (const c of [orh, own]) assert.equal((await c.get(file)).status, 200);
  sql(`UPDATE material SET estado = 'RETIRADO' WHERE titulo = '${titulo}'`);
  assert.equal((await orh.get(file)).status, 410);
  assert.match(orh.last.plain, /Si era un material: lo retiraron o lo reemplazaron/);
  assert.equal((await signedIn('GESTOR').get(file)).status, 410);
  assert.equal((await own.get(file)).status, 404);
  assert.equal((await admin.get(file)).status, 200);
});

test('two at once; another entity; SERVIR’s are SERVIR’s', async () => {
  assert.equal((await send({ version: '1' })).status, 422);
  assert.match(orh.last.plain, /Otra persona cambió este material/);
  await refusals(assert, path, { owner: orh, foreign: signedIn('ORH_JEFE', newEntidad()) });
  const servir = one(`INSERT INTO material (titulo, tipo, url, para_orh) VALUES ('De SERVIR ${e.sigla}', 'ENLACE', 'https://example.org/', true) RETURNING id`);
  assert.equal((await orh.get(`/material/${servir}/editar`)).status, 404);
  await orh.get(path);
  assert.equal((await orh.upload(`/material/${servir}/editar`, { version: '1', titulo: 'Tomado', enlace: 'https://example.org/', para_orh: '1', etapa: '', descripcion: '' })).status, 404);
  assert.equal((await signedIn('SERVIR_ADMIN').get(`/material/${servir}/editar`)).status, 200);
});
