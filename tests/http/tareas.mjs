// An entity with a published plan, so that whoever is registered there has tasks.
import { newEntidad, newPersona, newVinculo, day, one, quote, sql } from './mundo.mjs';

// Each task: [etapa, quien, titulo, {dias, evidencia, opcional}].
export function newPlan(entidad, tasks) {
  sql(`INSERT INTO plan_plantilla (version, nombre, estado, publicada_en) VALUES (1000000, 'Plantilla de prueba', 'RETIRADA', now()) ON CONFLICT DO NOTHING`);
  sql(`UPDATE plan SET estado = 'REEMPLAZADO' WHERE entidad_id = ${entidad.id} AND estado = 'PUBLICADO'`);
  const id = one(`INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
    SELECT ${entidad.id}, id, coalesce((SELECT max(version) FROM plan WHERE entidad_id = ${entidad.id}), 0) + 1, 'PUBLICADO', 'Resolución de prueba',
      hoy(), '2000-01-01', now() FROM plan_plantilla ORDER BY estado = 'PUBLICADA' DESC, id LIMIT 1 RETURNING id`);
  tasks.forEach(([etapa, quien, titulo, { dias = 5, evidencia = false, opcional = false } = {}], i) =>
    sql(`INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad, pide_evidencia, obligatoria)
      VALUES (${id}, ${entidad.id}, 'ENTIDAD', '${etapa}', ${i + 1}, ${quote(titulo)}, '${quien}', ${dias}, 'CALENDARIO', ${evidencia}, ${!opcional})`));
  return id;
}
export const planned = (tasks) => {
  const e = newEntidad();
  newPlan(e, tasks);
  return e;
};
export const task = (v, titulo) => one(`SELECT id FROM actividad WHERE vinculo_id = ${v.id} AND titulo = ${quote(titulo)}`);
export const stateOf = (v, titulo) => one(`SELECT estado FROM actividad WHERE vinculo_id = ${v.id} AND titulo = ${quote(titulo)}`);
export const stage = (v, tipo) => one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = '${tipo}'`);
export const stageState = (v, tipo) => one(`SELECT estado FROM etapa WHERE vinculo_id = ${v.id} AND tipo = '${tipo}'`);
export const box = (page, name) => page.forms.flatMap((f) => f.fields).filter((f) => f.name === name);

// A person with their jefe in an entity, registered after its plan was published.
export function withBoss(e) {
  const boss = newVinculo(e, { persona: newPersona({ nombres: 'Jefa', paterno: 'Demo' }), ingreso: day(-400).iso });
  const v = newVinculo(e, { persona: newPersona({ nombres: 'Nueva', paterno: 'Demo' }), ingreso: day(-30).iso });
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${boss.id} WHERE id = ${v.id}`);
  return { boss, v };
}
