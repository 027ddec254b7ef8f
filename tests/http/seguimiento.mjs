// What the tests of follow-up share: a gestor of some entities, contacts, commitments, queries.
import { newPersona, one, quote, signedIn, sql } from './mundo.mjs';

export function gestor(...entidades) {
  const c = signedIn('GESTOR', null, newPersona({ nombres: 'Gestor', paterno: 'Prueba' }));
  for (const e of entidades) scope(c, e);
  return c;
}
export const scope = (c, e) => sql(`INSERT INTO asignacion_ambito (asignacion_id, entidad_id)
  SELECT id, ${e.id} FROM asignacion WHERE usuario_id = ${c.usuario}`);
export const entrust = (c, e) => sql(`INSERT INTO cartera (entidad_id, usuario_id, asignada_por) VALUES (${e.id}, ${c.usuario}, ${c.usuario})`);
export const newContacto = (c, e, days, { tema = 'Tema de prueba', canal = 'LLAMADA', nota = null } = {}) => one(`INSERT INTO contacto
  (entidad_id, fecha, canal, tema, nota, usuario_id) VALUES (${e.id}, hoy() + ${days}, '${canal}', ${quote(tema)}, ${quote(nota)}, ${c.usuario}) RETURNING id`);
export function newCompromiso(c, e, days, texto = 'Enviar el plan') {
  const id = one(`INSERT INTO compromiso (entidad_id, texto, responsable, fecha_limite, usuario_id)
    VALUES (${e.id}, ${quote(texto)}, 'ORH', hoy() + ${days}, ${c.usuario}) RETURNING id`);
  sql(`INSERT INTO compromiso_evento (compromiso_id, entidad_id, estado, usuario_id) VALUES (${id}, ${e.id}, 'ABIERTO', ${c.usuario})`);
  return id;
}
export function newConsulta(c, e, { asunto = 'Consulta de prueba', texto = 'Texto de la consulta', hours = 24 } = {}) {
  const id = one(`INSERT INTO consulta (entidad_id, asunto, vence_en, creado_por)
    VALUES (${e.id}, ${quote(asunto)}, now() + interval '${hours} hours', ${c.usuario}) RETURNING id`);
  sql(`INSERT INTO consulta_mensaje (consulta_id, entidad_id, lado, tipo, texto, usuario_id)
    VALUES (${id}, ${e.id}, 'ORH', 'PREGUNTA', ${quote(texto)}, ${c.usuario})`);
  return id;
}
// A published plan of an entity.
export function newPlan(e) {
  const t = one('SELECT min(id) FROM plan_plantilla') || one(`INSERT INTO plan_plantilla (version, nombre, estado, publicada_en)
    VALUES (9000, 'Plantilla de prueba', 'RETIRADA', now()) RETURNING id`);
  sql(`INSERT INTO plan (entidad_id, plantilla_id, version, estado, documento_aprobacion, aprobado_el, vigente_desde, publicado_en)
    VALUES (${e.id}, ${t}, 1, 'PUBLICADO', 'Resolución de prueba', hoy(), hoy(), now())`);
}
// Many at once, for lists that go on other pages; the ids in order.
export const manyEntidades = (c, n) => sql(`WITH e AS (INSERT INTO entidad (clave, nombre, tipo, nivel_gobierno)
    SELECT 'PRUEBA-S' || ${c.usuario} || '-' || i, 'Entidad de Prueba S' || ${c.usuario} || ' ' || i, 'OTRA', 'NACIONAL' FROM generate_series(1, ${n}) i RETURNING id, nombre),
  m AS (INSERT INTO asignacion_ambito (asignacion_id, entidad_id) SELECT a.id, e.id FROM e, asignacion a WHERE a.usuario_id = ${c.usuario} RETURNING 1)
  SELECT id, nombre FROM e ORDER BY id`).map(([id, nombre]) => ({ id, nombre }));
export const manyConsultas = (c, e, n, asunto = 'Consulta de prueba') => sql(`INSERT INTO consulta (entidad_id, asunto, vence_en, creado_por)
  SELECT ${e.id}, ${quote(asunto)} || ' ' || i, now() + make_interval(hours => i % 5), ${c.usuario} FROM generate_series(1, ${n}) i RETURNING id`).map(([id]) => id);
export const manyContactos = (c, e, n) => sql(`INSERT INTO contacto (entidad_id, fecha, canal, tema, usuario_id)
  SELECT ${e.id}, hoy() - i % 7, 'LLAMADA', 'Tema número ' || i || '.', ${c.usuario} FROM generate_series(0, ${n} - 1) i`);
// The reason of an entity's light as the list shows it.
export const row = (rs, e) => new RegExp(`${e.nombre}[^]*?(Rojo|Ámbar|Verde) (.*?) (Ninguno|\\d\\d/\\d\\d/\\d{4}) `).exec(rs.plain);
