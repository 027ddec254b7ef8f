// Planillas so long that the background worker reads and registers them, killed on the way.
import test from 'node:test';
import assert from 'node:assert/strict';
import { until } from '../mail/fondo.mjs';
import { kill, pause, processes } from './golpes.mjs';
import { book } from './libro.mjs';
import { newEntidad, one, signedIn, sql } from './mundo.mjs';

const titles = ['DNI', 'Paterno', 'Nombres', 'Puesto', 'Régimen', 'Ingreso', 'Unidad'];
const base = 20000000 + Math.floor(Math.random() * 7e7);
const rows = (n, from = 0) => Array.from({ length: n }, (_, i) => [String(base + from + i), 'Prueba', 'Persona Demo', 'Analista', 'CAS',
  i % 1000 === 7 ? '31/02/2026' : '02/11/2026', `Oficina ${i % 20}`]);
const people = (e) => Number(one(`SELECT count(*) FROM vinculo WHERE entidad_id = ${e.id}`));
const state = (id) => one(`SELECT estado FROM planilla WHERE id = ${id}`);

async function send(c, data, filename = 'larga.xlsx') {
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: '' }, { archivo: { filename, data } });
  assert.equal(c.last.status, 303, c.last.plain);
  return c.follow();
}

// The background worker dies in the middle; its supervisor starts another one. The job stays taken
// until whoever waits asks for somebody to go on.
async function killed() {
  const [worker, ...more] = processes(process.env.STACK_PID_BACKGROUND, 'portal-worker');
  assert.deepEqual(more, []);
  kill(worker);
  // The database ends the statement that it was in.
  await pause(2000);
  sql(`UPDATE cola SET tomado_en = tomado_en - interval '2 minutes' WHERE tipo = 'PLANILLA' AND estado = 'EN_CURSO'`);
}

test('12,000 rows: read, judged and registered by workers that die; nothing twice, nothing lost', { timeout: 400000 }, async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  await send(c, book([titles, ...rows(12000)]));
  const path = c.last.path, id = path.split('/')[2];
  assert.match(c.last.plain, /Leyendo la planilla[\s\S]*de 12,000 filas/);
  assert.equal(c.last.headers.refresh, '5');
  assert.doesNotMatch(c.last.plain, /Aceptar lo que está bien/);
  const loaded = () => Number(one(`SELECT count(*) FROM planilla_fila WHERE planilla_id = ${id}`));
  await until('some are read', loaded, (n) => n > 2000, 60000);
  await killed();
  const then = loaded();
  assert.ok(then > 0 && then % 1000 === 0, 'whole batches');
  assert.equal(people(here), 0);
  await c.get(path);
  assert.match(c.last.plain, /Leyendo la planilla/);
  await c.post(path, { accion: 'seguir' });
  await until('judged', () => state(id), (s) => s === 'ABIERTA', 120000);
  await c.get(path);
  assert.match(c.last.plain, /11,988 entran, 12 por corregir, 0 ya estaban, 0 cambian/);
  assert.equal(c.last.headers.refresh, undefined);
  assert.equal(one(`SELECT count(*) FROM planilla_lote WHERE planilla_id = ${id}`), '0', 'read, and gone');
  // Accepted: in the background too, and killed again.
  await c.post(path, { accion: 'aceptar' });
  await c.follow();
  assert.match(c.last.plain, /se está registrando[\s\S]*Registrando/);
  assert.equal((await c.post(path, { accion: 'aceptar' })).status, 404, 'once');
  await until('some are registered', () => people(here), (n) => n > 500, 60000);
  await killed();
  const registered = () => Number(one(`SELECT count(*) FROM planilla_fila WHERE planilla_id = ${id} AND estado = 'REGISTRADA'`));
  assert.equal(people(here), registered(), 'page and table agree');
  await c.get(path);
  assert.match(c.last.plain, new RegExp(`Registradas ${registered().toLocaleString('en-US')}`));
  await c.post(path, { accion: 'seguir' });
  await until('all are registered', () => state(id), (s) => s === 'ABIERTA', 300000);
  assert.equal(people(here), 11988);
  assert.equal(one(`SELECT count(*) FROM etapa WHERE entidad_id = ${here.id}`), String(3 * 11988));
  assert.equal(one(`SELECT count(*) FROM evento WHERE entidad_id = ${here.id} AND tipo = 'INGRESO'`), '11988');
  assert.equal(one(`SELECT count(DISTINCT usuario_id) || ' ' || min(usuario_id) FROM auditoria WHERE entidad_id = ${here.id} AND tabla = 'vinculo'`), `1 ${c.usuario}`, 'in the name of who accepted');
  await c.get(path);
  assert.match(c.last.plain, /0 entran, 12 por corregir[\s\S]*11,988 registradas/);
  // The same file again.
  await send(c, book([titles, ...rows(12000)]));
  assert.match(c.last.plain, /ya se había subido/);
});

test('a role that ended meanwhile: nothing more is registered', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here), boss = signedIn('ORH_JEFE', here);
  await send(c, book([titles, ...rows(10100, 20000)]));
  const path = c.last.path, id = path.split('/')[2];
  sql(`UPDATE asignacion SET revocada_en = now() WHERE usuario_id = ${c.usuario}`);
  await until('given back', () => one(`SELECT count(*) FROM cola WHERE tipo = 'PLANILLA' AND estado <> 'HECHA' AND (datos ->> 'planilla_id')::bigint = ${id}`), (n) => n === '0', 60000);
  assert.equal(state(id), 'LEYENDO');
  // Somebody else of the office goes on.
  await boss.get(path);
  await boss.post(path, { accion: 'seguir' });
  await until('read', () => state(id), (s) => s === 'ABIERTA', 120000);
});

test('too long, and rows of old planillas', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: '' }, { archivo: { filename: 'x.xlsx', data: book([titles, ...rows(51500)]) } });
  assert.equal(c.last.status, 422);
  assert.match(c.last.plain, /pártala en archivos de 50,000 personas/);
  await send(c, book([titles, ...rows(3, 40000)]));
  const path = c.last.path, id = path.split('/')[2];
  await c.post(path, { accion: 'aceptar' });
  await c.follow();
  assert.match(c.last.plain, /Sus filas se guardan hasta el/);
  sql(`UPDATE planilla SET creado_en = now() - interval '181 days' WHERE id = ${id}`);
  sql(`INSERT INTO cola (tipo, clave) VALUES ('LIMPIEZA', 'planillas-${id}')`);
  await until('archived', () => state(id), (s) => s === 'ARCHIVADA', 30000);
  assert.equal(one(`SELECT count(*) FROM planilla_fila WHERE planilla_id = ${id}`), '0');
  assert.equal(people(here), 3, 'who was registered stays');
  await c.get(path);
  assert.match(c.last.plain, /se borraron por su antigüedad, y ya no se puede deshacer/);
  await c.get(path.replace('vista', 'deshacer'));
  assert.equal((await c.post(path.replace('vista', 'deshacer'), {})).status, 404);
  // The same file is read anew.
  await send(c, book([titles, ...rows(3, 40000)]));
  assert.match(c.last.plain, /0 entran, 0 por corregir, 3 ya estaban|2 ya estaban/);
});
