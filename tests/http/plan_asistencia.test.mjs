// The attendance list of a task: who has it to do, chosen, printed.
import test from 'node:test';
import assert from 'node:assert/strict';
import { canary, escaped, newEntidad, newPersona, newVinculo, one, refusals, signedIn, sql } from './mundo.mjs';
import { planOf } from './plan.mjs';

const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), plan = planOf(e);
const v = ['Uno', 'Dos', 'Tres', canary].map((n) => newVinculo(e, { persona: newPersona({ nombres: `Persona ${n}` }) }));
const task = one(`SELECT id FROM plan_actividad WHERE plan_id = ${plan} AND etapa = 'ENTIDAD'`), path = `/plan/asistencia/${task}`;
sql(`UPDATE actividad SET estado = 'HECHA', hecha_el = hoy() WHERE vinculo_id = ${v[2].id} AND plan_actividad_id = ${task}`);

test('those who have it pending, to choose from; the plan leads here', async () => {
  assert.ok((await orh.get(`/plan/${plan}/ver`)).text.includes(path));
  const rs = await orh.get(path);
  escaped(assert, rs);
  for (const page of [rs, await orh.get(`${path}?vista=imprimir`)]) {
    assert.ok(page.plain.includes(`•••••${v[0].persona.dni.slice(-3)}`) && !page.text.includes(v[0].persona.dni), 'the end of a document');
  }
  assert.ok(rs.plain.includes('Persona Uno') && rs.plain.includes('Persona Dos') && !rs.plain.includes('Persona Tres'));
});

test('printed: the chosen ones, or all; with date, place and empty lines', async () => {
  const rs = await orh.get(`${path}?vista=imprimir&persona=${v[0].id}.1&fecha=12/10/2026&lugar=Auditorio`);
  assert.match(rs.text, /<body class="imp">/);
  assert.ok(rs.plain.includes('Persona Uno') && !rs.plain.includes('Persona Dos'));
  assert.match(rs.plain, /Fecha 12\/10\/2026 Lugar Auditorio/);
  assert.equal(rs.text.split('&nbsp;').length - 1, 5);
  assert.ok((await orh.get(`${path}?vista=imprimir`)).plain.includes('Persona Dos'));
  const there = newVinculo(newEntidad(), { persona: newPersona({ nombres: 'Ajena' }) });
  assert.ok(!(await orh.get(`${path}?vista=imprimir&persona=${there.id}.1`)).plain.includes('Ajena'));
});

test('what it is kept as; more people than fit are told', async () => {
  assert.match((await orh.get(path)).plain, /súbala una sola vez, con todos los asistentes marcados/);
  const big = newEntidad(), office = signedIn('ORH_JEFE', big), its = planOf(big);
  const mine = `/plan/asistencia/${one(`SELECT id FROM plan_actividad WHERE plan_id = ${its} AND etapa = 'ENTIDAD'`)}`;
  sql(`BEGIN; SELECT set_config('portal.rol', 'SERVIR_ADMIN', true);
    WITH p AS (INSERT INTO persona (tipo_documento, numero_documento, nombres, apellido_paterno)
      SELECT '01', (10000000 + (random() * 8000)::int * 1000 + n)::text, 'Persona', 'Prueba' FROM generate_series(1, 201) n RETURNING id)
    INSERT INTO vinculo (persona_id, entidad_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
    SELECT id, ${big.id}, 'Analista', '15', hoy() - 10, hoy() - 10 FROM p;
    SELECT i.resultado FROM vinculo v, inscripcion_abrir(v.id) i WHERE v.entidad_id = ${big.id}; COMMIT`);
  for (const rs of [await office.get(mine), await office.get(`${mine}?vista=imprimir`)]) {
    assert.match(rs.plain, /Solo aparecen las primeras 200 personas/);
    assert.equal(rs.plain.split('Persona Prueba').length + rs.plain.split('Prueba, Persona').length - 2, 200);
  }
  assert.ok(!(await orh.get(path)).plain.includes('Solo aparecen'));
});

test('who may not', () => refusals(assert, path, { owner: orh, foreign: signedIn('ORH_JEFE', newEntidad()) }));
