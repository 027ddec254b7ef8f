// The simulation: dated tasks of those who entered in a month, and what deserves a look.
import test from 'node:test';
import assert from 'node:assert/strict';
import { newEntidad, newPersona, newVinculo, one, refusals, signedIn } from './mundo.mjs';
import { add, adopt, planOf } from './plan.mjs';

const month = one(`SELECT date_trunc('month', hoy()::timestamp - interval '1 month')::date`);
const other = one(`SELECT date_trunc('month', hoy()::timestamp - interval '3 months')::date`);
const working = one(`SELECT plan_fecha('${month}', 3, 'HABIL')`);

test('last month by default; another by choice; an example when nobody entered', async () => {
  const e = newEntidad(), orh = signedIn('ORH_ANALISTA', e), plan = await adopt(orh);
  assert.match((await orh.get(`/plan/${plan}/simular`)).plain, /Nadie ingresó ese mes: se usa una persona de ejemplo/);
  newVinculo(e, { ingreso: working, persona: newPersona({ nombres: 'Simulada' }) });
  newVinculo(e, { ingreso: other, persona: newPersona({ nombres: 'Antigua' }) });
  await add(orh, plan, { titulo: 'Cae en domingo', dias: one(`SELECT (7 - extract(isodow FROM '${working}'::date))::int + 7`), cuando: 'CALENDARIO_DESPUES' });
  await add(orh, plan, { titulo: 'Muy tarde', dias: '200', quien: 'JEFE', etapa: 'ESPECIFICA' });
  await add(orh, plan, { titulo: 'Antes de ingresar', dias: '2', cuando: 'HABIL_ANTES', quien: 'SERVIDOR', horas: '9' });
  const rs = await orh.get(`/plan/${plan}/simular`);
  assert.match(rs.plain, /1 persona, hasta 200/);
  assert.match(rs.plain, /Simulada/);
  assert.ok(!rs.plain.includes('Antigua'));
  for (const says of [/no tiene jefe inmediato registrado/, /cae(n)? antes de su ingreso/, /fin de semana o feriado/, /después del plazo de su etapa/, /más de 8 horas en un día/, /tareas del tutor/]) assert.match(rs.plain, says);
  assert.match((await orh.get(`/plan/${plan}/simular?mes=${other}`)).plain, /Antigua/);
  assert.equal((await orh.get(`/plan/${plan}/simular?mes=ayer`)).status, 200);
  assert.equal(one(`SELECT count(*) FROM actividad WHERE entidad_id = ${e.id}`), '0', 'nothing is kept');
});

test('others do not', async () => {
  const e = newEntidad(), plan = planOf(e);
  await refusals(assert, `/plan/${plan}/simular`, { owner: signedIn('ORH_JEFE', e), foreign: signedIn('ORH_JEFE', newEntidad()) });
  assert.equal((await signedIn('SERVIR_REVISOR').get(`/plan/${plan}/simular`)).status, 200);
});
