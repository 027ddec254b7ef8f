// Plans of entities for the tests of their pages.
import { one, sql } from './mundo.mjs';

export const plantilla = () => one(`SELECT id FROM plan_plantilla WHERE estado = 'PUBLICADA'`);

// Adopts SERVIR's template as the ORH does; answers the id of the draft.
export async function adopt(orh) {
  await orh.get('/plan/inicio');
  const rs = await orh.post('/plan/inicio', {});
  if (rs.status !== 303) throw new Error(`adopt: ${rs.status} ${rs.plain.slice(0, 300)}`);
  return /\/plan\/(\d+)\/editar/.exec(rs.location)[1];
}

export const activity = (values = {}) => ({ titulo: 'Recorrido por la sede', etapa: 'ENTIDAD', quien: 'ORH', dias: '2', cuando: 'HABIL_DESPUES', ...values });

export async function add(orh, plan, values = {}) {
  await orh.get(`/plan/${plan}/editar`);
  return orh.submit(activity(values));
}

export async function publish(orh, plan, values = {}) {
  await orh.get(`/plan/${plan}/publicar`);
  return orh.submit({ documento: 'Resolución 012-2026-GG', ...values });
}

// A plan of an entity as the superuser makes it: published, with one task.
export function planOf(entidad, word = 'Plan', estado = 'PUBLICADO') {
  const id = one(`INSERT INTO plan (entidad_id, plantilla_id, version, estado${estado === 'BORRADOR' ? '' : ', documento_aprobacion, aprobado_el, vigente_desde, publicado_en'})
    VALUES (${entidad.id}, ${plantilla()}, coalesce((SELECT max(version) FROM plan WHERE entidad_id = ${entidad.id}), 0) + 1, '${estado}'
      ${estado === 'BORRADOR' ? '' : `, 'Resolución ${word}', hoy(), '2000-01-01', now()`}) RETURNING id`);
  sql(`INSERT INTO plan_actividad (plan_id, entidad_id, origen, etapa, orden, titulo, quien, dias, unidad)
    SELECT ${id}, ${entidad.id}, 'ENTIDAD', e, 1, 'Tarea ' || e || ' ${word}', 'ORH', 1, 'HABIL' FROM unnest(ARRAY['ENTIDAD', 'ESPECIFICA']) e`);
  return id;
}
export const lines = (plan) => sql(`SELECT etapa, titulo, origen FROM plan_actividad WHERE plan_id = ${plan}
  ORDER BY array_position(ARRAY['ESTADO', 'ENTIDAD', 'ESPECIFICA'], etapa), orden, id`);

// The draft of SERVIR's template, of which there is one at most.
export function plantillaBorrador() {
  const found = one(`SELECT id FROM plan_plantilla WHERE estado = 'BORRADOR'`);
  if (found) return found;
  const id = one(`INSERT INTO plan_plantilla (version, nombre) SELECT max(version) + 1, 'Plantilla de prueba' FROM plan_plantilla
    ON CONFLICT DO NOTHING RETURNING id`);
  if (!id) return plantillaBorrador();
  sql(`INSERT INTO plan_plantilla_actividad (plantilla_id, etapa, orden, titulo, quien, dias, unidad)
    VALUES (${id}, 'ENTIDAD', 1, 'De prueba', 'ORH', 1, 'HABIL');
    INSERT INTO plan_plantilla_actividad (plantilla_id, etapa, orden, titulo, quien, dias, unidad, obligatoria)
    SELECT ${id}, a.etapa, a.orden + 1, a.titulo, a.quien, a.dias, a.unidad, a.obligatoria FROM plan_plantilla_actividad a
    WHERE a.plantilla_id = ${plantilla()} AND a.titulo <> 'De prueba'`);
  return id;
}

// The draft of an entity's plan, made when it has none; in a test that publishes it there is always another.
export function draftOf(entidad, word = 'propia') {
  const found = one(`SELECT id FROM plan WHERE entidad_id = ${entidad.id} AND estado = 'BORRADOR'`);
  return found ?? planOf(entidad, word, 'BORRADOR');
}
