// The report of an entity: by month of entry, within the period asked for.
import test from 'node:test';
import assert from 'node:assert/strict';
import { day, newEntidad, newVinculo, refusals, signedIn, sql } from './mundo.mjs';
import { planOf } from './plan.mjs';

test('counts what there is, and only of this entity and period', async () => {
  const e = newEntidad(), orh = signedIn('ORH_JEFE', e);
  planOf(e, 'del informe');
  const done = newVinculo(e, { ingreso: day(-20).iso }), late = newVinculo(e, { ingreso: day(-60).iso });
  newVinculo(e, { ingreso: day(-400).iso });
  newVinculo(newEntidad());
  sql(`UPDATE etapa SET estado = 'VALIDADA', fecha_fin = hoy() WHERE vinculo_id = ${done.id};
    UPDATE actividad SET estado = 'HECHA', hecha_el = hoy() WHERE vinculo_id = ${late.id} AND tipo = 'ENTIDAD'`);
  const query = `desde=${day(-90).iso}&hasta=${day(0).iso}`;
  const rs = await orh.get(`/plan/informe?${query}`);
  assert.match(rs.plain, /2 personas ingresaron; 1 terminaron sus tres etapas y SERVIR validó las de 1\. 1 tienen alguna etapa vencida\. De 4 tareas del plan se hicieron 1\./);
  assert.match(rs.plain, /aprobada con Resolución del informe/);
  assert.match((await orh.get(`/plan/informe?vista=imprimir&${query}`)).text, /<body class="imp">/);
  assert.match((await orh.get(`/plan/informe?desde=${day(-2).iso}`)).plain, /Nadie ingresó en ese periodo/);
  assert.equal((await orh.get('/plan/informe?desde=ayer')).status, 200);
  await refusals(assert, '/plan/informe', { owner: orh });
});
