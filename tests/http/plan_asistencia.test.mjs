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

test('who may not', () => refusals(assert, path, { owner: orh, foreign: signedIn('ORH_JEFE', newEntidad()) }));
