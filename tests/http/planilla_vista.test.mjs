// From the preview to registered people: correct, accept, send again, in any order, and killed on the way.
import test from 'node:test';
import assert from 'node:assert/strict';
import { processes } from './golpes.mjs';
import { newDni, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';

const titles = ['DNI', 'Paterno', 'Materno', 'Nombres', 'Puesto', 'Régimen', 'Ingreso', 'Unidad', 'Correo'];
const person = (dni, over = {}) => Object.values({ dni, paterno: 'Prueba', materno: 'Ficticia', nombres: 'Persona Demo',
  puesto: 'Analista', regimen: 'CAS', ingreso: '02/11/2026', unidad: 'Oficina de Prueba', correo: '', ...over });
const csv = (rows, heads = titles) => [heads, ...rows].map((r) => r.join(';')).join('\r\n') + '\r\n';
const base = 20000000 + Math.floor(Math.random() * 7e7);
const dnis = (n, from = 0) => Array.from({ length: n }, (_, i) => String(base + from + i));

async function send(c, rows, heads) {
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto: '' }, { archivo: { filename: 'ingresantes.csv', data: csv(rows, heads) } });
  assert.equal(c.last.status, 303, c.last.plain);
  return c.follow();
}
// A busy machine registers a part of them at a time.
const accept = async (c) => {
  do {
    await c.post(c.last.path, { accion: 'aceptar' });
    assert.equal(c.last.status, 303, c.last.plain);
    await c.follow();
  } while (/Se registró una parte/.test(c.last.plain));
};
const people = (e) => Number(one(`SELECT count(*) FROM vinculo WHERE entidad_id = ${e.id}`));
const wrong = (rs) => rs.forms.flatMap((f) => f.fields).filter((f) => f.name.startsWith('c-'));

test('a corrected row is read by the habits of its file; who has no document yet is no title', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here), [man] = dnis(1, 5000), woman = newDni();
  await send(c, [[man, {}, 'H'], ['123', {}, 'M'], ['DNI en trámite', { nombres: 'Sin Documento' }, 'M']]
    .map(([dni, over, sexo]) => [...person(dni, over), sexo]), [...titles, 'Sexo']);
  assert.match(c.last.plain, /1 entra, 2 por corregir|1 entran, 2 por corregir/);
  assert.match(c.last.plain, /Sin Documento/);
  const cell = wrong(c.last).find((f) => f.value === '123');
  await c.submit({ [cell.name]: woman });
  await c.follow();
  await accept(c);
  assert.equal(one(`SELECT sexo FROM persona WHERE numero_documento = '${woman}'`), 'MUJER');
  assert.equal(people(here), 2);
});

test('1,000 rows with 37 bad: 963 in, 37 listed; corrected and sent again, 37 in and 963 without change', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  const list = dnis(1000);
  const bad = (i) => i % 27 === 3;
  const rows = list.map((d, i) => person(d, bad(i) ? { regimen: 'Locador' } : {}));
  assert.equal(list.filter((_, i) => bad(i)).length, 37);
  await send(c, rows);
  assert.match(c.last.plain, /963 entran, 37 por corregir, 0 ya estaban, 0 cambian/);
  assert.equal(people(here), 0, 'nothing enters before it is accepted');
  assert.equal(wrong(c.last).length, 37);
  await accept(c);
  assert.match(c.last.plain, /Se registró lo que estaba bien/);
  assert.equal(people(here), 963);
  assert.equal(one(`SELECT count(*) FROM etapa WHERE entidad_id = ${here.id}`), String(3 * 963));
  assert.equal(one(`SELECT count(*) FROM evento WHERE entidad_id = ${here.id} AND tipo = 'INGRESO'`), '963');
  assert.equal(one(`SELECT count(*) FROM organo WHERE entidad_id = ${here.id}`), '1', 'the unit is the one that was there');
  await send(c, list.map((d) => person(d)));
  assert.match(c.last.plain, /37 entran, 0 por corregir, 963 ya estaban, 0 cambian/);
  await accept(c);
  assert.equal(people(here), 1000);
  // The same file twice more.
  for (let i = 0; i < 2; i++) {
    const before = one('SELECT max(id) FROM auditoria');
    await send(c, list.map((d) => person(d)));
    assert.match(c.last.plain, /Ese archivo ya se había subido: no se duplicó nada/);
    assert.match(c.last.plain, /registró a 37 personas y actualizó a 0; 963 ya estaban, sin cambio/);
    assert.equal(people(here), 1000);
    assert.equal(one(`SELECT count(*) FROM auditoria WHERE id > ${before} AND entidad_id = ${here.id} AND tabla IN ('vinculo', 'persona', 'etapa')`), '0');
  }
});

test('the wrong cells alone, corrected in the page; what is still wrong stays', async () => {
  const here = newEntidad(), c = signedIn('ORH_JEFE', here);
  const [a, b, x] = dnis(3, 2000);
  await send(c, [person(a), person('123', { correo: 'no' }), person(b, { ingreso: '31/02/2026' }), person(x, { puesto: '' })]);
  assert.match(c.last.plain, /1 entran, 3 por corregir/);
  const cells = wrong(c.last);
  assert.deepEqual(cells.map((f) => f.name.replace(/^c-\d+-/, '')), ['documento', 'correo', 'fecha_ingreso', 'puesto']);
  assert.equal(cells[2].value, '31/02/2026');
  const path = c.last.path;
  await c.submit({ [cells[0].name]: newDni(), [cells[1].name]: 'uno@example.org', [cells[2].name]: '30/02/2026', [cells[3].name]: 'Analista' });
  await c.follow();
  assert.match(c.last.plain, /3 entran, 1 por corregir/);
  assert.equal(wrong(c.last)[0].value, '30/02/2026', 'as typed');
  // A cell that was right is not changed through the form, nor one of another planilla.
  const fila = cells[2].name.split('-')[1];
  await c.post(path, { accion: 'corregir', [`c-${fila}-nombres`]: 'Otra' });
  assert.equal(one(`SELECT celdas ->> 'nombres' FROM planilla_fila WHERE id = ${fila}`), 'Persona Demo');
  const other = signedIn('ORH_ANALISTA', newEntidad());
  await send(other, [person('1')]);
  await other.post(other.last.path, { accion: 'corregir', [`c-${fila}-fecha_ingreso`]: '02/11/2026' });
  assert.equal(one(`SELECT celdas ->> 'fecha_ingreso' FROM planilla_fila WHERE id = ${fila}`), '30/02/2026');
  for (const name of ['c-x-puesto', `c-${fila}`, 'c-', 'd-1']) {
    await c.get(path);
    assert.ok([400, 422].includes((await c.post(path, { accion: 'corregir', [name]: 'x' })).status), name);
  }
});

test('who was here: without change, changed, another name, an earlier vinculo; known elsewhere', async () => {
  const here = newEntidad(), there = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  const make = (over) => newVinculo(here, { ingreso: '2026-11-02', puesto: 'Analista', ...over });
  const same = make(), moved = make(), gone = make();
  sql(`UPDATE vinculo SET fecha_cese = '2026-11-10' WHERE id = ${gone.id}`);
  const known = newPersona(), wrongName = newPersona();
  newVinculo(there, { persona: known });
  await send(c, [person(same.persona.dni, { nombres: 'Persona' }), person(moved.persona.dni, { nombres: 'PERSONA', puesto: 'Especialista' }),
    person(gone.persona.dni, { nombres: 'Persona' }), person(known.dni, { nombres: 'Persona' }),
    person(wrongName.dni, { paterno: 'Distinto', materno: 'Apellido', nombres: 'Alguien' })]);
  assert.match(c.last.plain, /1 entran, 2 por corregir, 1 ya estaban, 1 cambian/);
  assert.match(c.last.plain, /tuvo aquí un vínculo hasta el 10\/11\/2026/);
  assert.match(c.last.plain, /El nombre no es el de la persona de ese documento/);
  assert.doesNotMatch(c.last.plain, new RegExp(there.nombre));
  await c.get(`${c.last.path}?ver=CAMBIA`);
  assert.match(c.last.plain, /Puesto: Analista → Especialista/);
  await c.post(c.last.path.split('?')[0], { accion: 'aceptar' });
  await c.follow();
  assert.equal(one(`SELECT puesto FROM vinculo WHERE id = ${moved.id}`), 'Especialista');
  assert.equal(one(`SELECT count(*) FROM evento WHERE vinculo_id = ${moved.id} AND tipo = 'CORRECCION'`), '1');
  assert.equal(one(`SELECT version FROM vinculo WHERE id = ${same.id}`), '1');
  assert.equal(one(`SELECT nombres FROM persona WHERE id = ${known.id}`), 'Persona');
  assert.equal(people(here), 4);
});

test('the same rules as one by one: stages, limits, late and first entry', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  const [a] = dnis(1, 3000);
  const single = newVinculo(here, { ingreso: '2026-11-02' });
  await send(c, [person(a)]);
  await accept(c);
  const stages = (where) => sql(`SELECT e.tipo, e.estado, e.fecha_limite, i.edicion_id, i.regla_id, i.es_tardia FROM etapa e
    JOIN inscripcion i ON i.id = e.inscripcion_id JOIN vinculo v ON v.id = e.vinculo_id WHERE ${where} ORDER BY 1`);
  assert.deepEqual(stages(`v.documento = '${a}'`), stages(`v.id = ${single.id}`));
  assert.equal(stages(`v.documento = '${a}'`).length, 3);
});

test('two tabs accept: each person once', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  await send(c, dnis(60, 4000).map((d) => person(d)));
  const path = c.last.path, csrf = c.last.forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf').value;
  const both = await Promise.all([1, 2, 3].map(() => c.post(path, { accion: 'aceptar', csrf })));
  for (const rs of both) assert.equal(rs.status, 303, rs.plain);
  assert.equal(people(here), 60);
});

test('a worker killed while it accepts: page and table agree, and again is enough', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  await send(c, dnis(1500, 5000).map((d) => person(d)));
  const path = c.last.path;
  const answer = c.post(path, { accion: 'aceptar' });
  const accepting = () => one(`SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%planilla_aceptar%' AND state = 'active' AND usename = 'portal_app'`) !== '0';
  for (let i = 0; i < 200 && !accepting(); i++) await new Promise((r) => setTimeout(r, 10));
  const pids = processes(process.env.STACK_PID_WEB, 'portal');
  assert.ok(pids.length > 0 && accepting(), 'killed while it accepts');
  for (const pid of pids) process.kill(pid, 'SIGKILL');
  assert.ok([502, 503].includes((await answer).status));
  // The database finishes the statement that it was in, and finds nobody to tell.
  for (let i = 0; i < 100 && accepting(); i++) await new Promise((r) => setTimeout(r, 100));
  assert.equal(people(here), 0, 'nothing of it is in the table');
  await c.get(path);
  assert.match(c.last.plain, /1,500 entran/);
  for (let i = 0; i < 5 && /Aceptar lo que está bien/.test(c.last.plain); i++) await accept(c);
  assert.equal(people(here), 1500);
  assert.match(c.last.plain, /0 entran/);
});

test('10,000 rows are previewed while the person waits', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  await send(c, dnis(10000, 10000).map((d, i) => person(d, { unidad: `Oficina ${i % 40}`, correo: `p${i}@example.org` })));
  assert.match(c.last.plain, /10,000 entran, 0 por corregir/);
});

test('who may', async () => {
  const here = newEntidad(), c = signedIn('ORH_ANALISTA', here);
  await send(c, [person(newDni())]);
  await refusals(assert, c.last.path, { owner: c, foreign: signedIn('ORH_ANALISTA', newEntidad()), role: 'SERVIR_REVISOR', values: { accion: 'aceptar' } });
  assert.equal(people(here), 0);
});
