// An upload taken back, and the moment when that is no longer possible.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newDni, newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';

const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);

async function registered() {
  const dni = newDni();
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: `DNI;Paterno;Nombres;Puesto;Régimen;Ingreso\n${dni};Prueba;Persona;Analista;CAS;02/11/2026\n1;;;;;\n` });
  await c.follow();
  const path = c.last.path.replace('/vista', '/deshacer');
  await c.post(c.last.path, { accion: 'aceptar' });
  await c.follow();
  assert.match(c.last.plain, /Deshacer esta planilla/);
  return { dni, path };
}

test('undone: the people are gone, the audit knows, and the file may come again', async () => {
  const { dni, path } = await registered();
  await c.get(path);
  assert.match(c.last.plain, /La 1 persona que registró/);
  await c.post(path, {});
  await c.follow();
  assert.match(c.last.plain, /Se deshizo la planilla/);
  assert.equal(one(`SELECT count(*) FROM vinculo WHERE documento = '${dni}'`), '0');
  assert.equal(one(`SELECT count(*) FROM persona WHERE numero_documento = '${dni}'`), '0');
  assert.equal(one(`SELECT count(*) FROM auditoria WHERE entidad_id = ${here.id} AND tabla = 'vinculo' AND accion = 'DELETE'`), '1');
  await c.get(path);
  assert.equal((await c.post(path, {})).status, 404, 'once');
  await c.get('/planilla/subir');
  assert.match(c.last.plain, /Deshecha/);
});

test('not when somebody has worked on one of them', async () => {
  const { dni, path } = await registered();
  sql(`UPDATE etapa SET estado = 'EN_CURSO' WHERE vinculo_id = (SELECT id FROM vinculo WHERE documento = '${dni}')`);
  await c.get(path);
  await c.post(path, {});
  assert.equal(c.last.status, 422);
  assert.match(c.last.plain, /Ya no se puede deshacer/);
  assert.equal(one(`SELECT count(*) FROM vinculo WHERE documento = '${dni}'`), '1');
});

test('events stay append-only for everybody else', () => {
  assert.throws(() => sql(`SELECT set_config('portal.deshace', 'si', false); DELETE FROM evento`), /append-only/);
});

test('who may', async () => {
  const { path } = await registered();
  await refusals(assert, path, { owner: c, foreign: signedIn('ORH_ANALISTA', newEntidad()), role: 'SERVIR_REVISOR', values: {} });
});
