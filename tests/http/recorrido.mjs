// What the hostile tests walk: every route of the program, by every role, over the ids of a small
// world with an entity of one's own and a foreign one. A new page is walked without being named here.
import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { client } from './client.mjs';
import { newEnlace } from './cuenta.mjs';
import { planOf, plantillaBorrador } from './plan.mjs';
import { newPlan } from './tareas.mjs';
import { day, newDni, newEntidad, newPersona, newVinculo, one, quote, signedIn, sql } from './mundo.mjs';

export const roles = ['SERVIR_ADMIN', 'SERVIR_REVISOR', 'GESTOR', 'ORH_JEFE', 'ORH_ANALISTA', 'JEFE', 'SERVIDOR', 'AUDITOR'];
export const scoped = ['GESTOR', 'ORH_JEFE', 'ORH_ANALISTA', 'JEFE', 'SERVIDOR'];
export const mark = 'AJENO-PROHIBIDO'; // in every text of the foreign entity's people

export const routes = execFileSync(`${process.env.BUILD}/portal`, ['--routes'], { encoding: 'utf8' })
  .split('\n').filter(Boolean).map((line) => line.split('\t'))
  .map(([method, path, name, mask, , body]) => ({ method, path, name, mask: Number(mask), body: Number(body), section: path.split('/')[1] }));
export const open = (route, rol) => route.mask === 0 || (route.mask & (1 << roles.indexOf(rol))) !== 0;

// What the capture of a path is the id of. A page with a new kind of id is to be taught here.
const kinds = [[/^\/seguimiento\/\{id\}\/entidad$/, 'entidad'], [/^\/seguimiento\/\{id\}\/compromiso$/, 'compromiso'], [/^\/seguimiento\/\{id\}\/corregir$/, 'contacto'],
  [/^\/consulta\/\{id\}\//, 'consulta'], [/^\/mooc\/\{id\}\/resultado$/, 'vinculo'], [/^\/mooc\/\{id\}\/(vista|descargar|deshacer)$/, 'carga'], [/^\/mooc\/\{id\}\//, 'curso'],
  [/^\/evidencia\/\{id\}\//, 'evidencia'], [/^\/etapa\/\{id\}\//, 'etapa'], [/^\/tarea\/\{id\}\//, 'actividad'], [/^\/servidor\/\{id\}\//, 'vinculo'], [/^\/servir\/\{id\}\/edicion$/, 'edicion'], [/^\/servir\/deshacer\/\{id\}$/, 'decision'], [/^\/cifras\/\{id\}\//, 'informe'],
  [/^\/entidad\/\{id\}\//, 'entidad'], [/^\/usuario\/retirar\/\{id\}$/, 'asignacion'], [/^\/usuario\/\{id\}\//, 'usuario'],
  [/^\/planilla\/\{id\}\//, 'planilla'], [/^\/plan\/\{id\}\//, 'plan'], [/^\/plan\/(actividad|asistencia)\/\{id\}$/, 'planActividad'],
  [/^\/plan\/plantilla_actividad\/\{id\}$/, 'plantillaActividad'], [/^\/plan\/plantilla(_[a-z]+)?\/\{id\}$/, 'plantilla'],
  [/^\/material\/\{id\}\//, 'material'],
  [/^\/muestra\/\{id\}\//, 'muestra'], [/^\/muestra\/verificar\/\{id\}$/, 'miembro'],
  [/^\/cuenta\/enlace\/\{token\}$/, 'enlace'], [/^\/jefe\/\{token\}$/, 'jefe'], [/^\/servidor\/(datos|revisar)\/\{token\}$/, 'borrador'],
  [/^\/recordatorio\/baja\/\{token\}$/, 'baja'], [/^\/encuesta\/enlace\/\{token\}$/, 'encuesta'], [/^\/encuesta\/\{id\}\/entregar$/, 'vinculo'], [/^\/recordatorio\/\{id\}\/pausa$/, 'entidad']];
export function kindOf(path) {
  if (!path.includes('{')) return null;
  const found = kinds.find(([pattern]) => pattern.test(path));
  if (!found || path.split('{').length > 2) throw new Error(`${path}: teach recorrido.mjs what its id is`);
  return found[1];
}
export const at = (route, id) => route.path.replace(/\{(id|token)\}/, id);

// A session of a role in an entity; JEFE and SERVIDOR are people with a vinculo there.
export function session(rol, entidad, { persona, regiones } = {}) {
  const scope = /^ORH_|^JEFE|^SERVIDOR/.test(rol) ? entidad : null;
  const c = persona ? signedIn(rol, scope, persona) : signedIn(rol, scope);
  c.asignacion = one(`SELECT max(id) FROM asignacion WHERE usuario_id = ${c.usuario}`);
  c.sesion = one(`SELECT max(id) FROM sesion WHERE usuario_id = ${c.usuario}`);
  if (rol === 'GESTOR') sql(`INSERT INTO asignacion_ambito (asignacion_id, entidad_id) VALUES (${c.asignacion}, ${entidad.id})`);
  return c;
}

// A registration on its way, of the account and entity given.
export function borrador(c, entidad, datos = {}) {
  const token = randomBytes(32).toString('base64url');
  sql(`INSERT INTO registro_borrador (token, usuario_id, entidad_id, tipo_documento, numero_documento, completo, datos)
    VALUES ('${token}', ${c.usuario}, ${entidad.id}, '01', '${newDni()}', ${'puesto' in datos}, ${quote(JSON.stringify(datos))})`);
  return token;
}

// An upload with a row that waits to be corrected, whose columns may still be chosen.
export function planilla(c, entidad, word) {
  const id = one(`INSERT INTO planilla (entidad_id, usuario_id, nombre, sha256, formato)
    VALUES (${entidad.id}, ${c.usuario}, 'planilla ${word}.csv', encode(sha256('${randomBytes(8).toString('hex')}'), 'hex'), 'UTF-8') RETURNING id`);
  sql(`UPDATE planilla SET titulos = '["Documento ${word}", "Nombres"]', columnas = '["documento", "nombres"]', fila_titulos = 1,
    clave_titulos = sha256, filas = 1 WHERE id = ${id};
    INSERT INTO planilla_lote (planilla_id, entidad_id, orden, n, filas)
    VALUES (${id}, ${entidad.id}, 1, 2, '[[1, "Documento ${word}", "Nombres"], [2, "", "Persona ${word}"]]')`);
  sql(`INSERT INTO planilla_fila (planilla_id, entidad_id, numero, crudo, celdas, motivos)
    VALUES (${id}, ${entidad.id}, 2, '{"nombres": "Persona ${word}"}', '{"nombres": "Persona ${word}"}',
      '[{"columna": "puesto", "causa": "Falta el puesto", "remedio": "Escriba el puesto."}]')`);
  return id;
}

// The personal link of a jefe who has people.
function enlaceJefe(boss, nombre) {
  const token = randomBytes(32).toString('base64url');
  const hash = execFileSync('b2sum', ['-l', '256'], { input: token, encoding: 'utf8' }).split(' ')[0];
  sql(`INSERT INTO jefe_enlace (token_hash, entidad_id, persona_id, clave, nombre, vence_el)
    VALUES (decode('${hash}', 'hex'), ${boss.entidad.id}, ${boss.persona.id}, 'P${boss.persona.id}', ${quote(nombre)}, hoy() + 30)`);
  return token;
}

// A sealed report of some month: it belongs to SERVIR alone.
function informe() {
  return one(`INSERT INTO informe (edicion_id, mes, contenido, sha256, cifras)
    SELECT id, date '1900-01-01' + (floor(random() * 1200)::int || ' months')::interval, 'x', encode(sha256('x'), 'hex'),
      '[{"grupo": "total", "valor": "", "registrados": 1, "completados": 0, "vencidos": 0}]'
    FROM edicion WHERE programa = 'SERVIDORES' ORDER BY random() LIMIT 1 RETURNING id`);
}

// A reminder that was sent to a person, and the link at its foot.
export function recordatorio(v, word) {
  const token = randomBytes(32).toString('base64url');
  const hash = execFileSync('b2sum', ['-l', '256'], { input: token, encoding: 'utf8' }).split(' ')[0];
  const correo = one(`INSERT INTO correo (clave, destinatario, asunto, cuerpo, motivo, estado)
    VALUES ('${token}', 'correo.${word.toLowerCase()}@prueba.pe', 'Recordatorio', '', 'Recordatorio', 'ENVIADO') RETURNING id`);
  const envio = one(`INSERT INTO recordatorio_envio (correo_id, correo_clave, dia, estado)
    SELECT id, destinatario, hoy() - 30, 'ENVIADO' FROM correo WHERE id = ${correo} RETURNING id`);
  sql(`INSERT INTO recordatorio (envio_id, persona_id, rol, regla, objeto, entidad_id, vinculo_id, destinatario, texto, dia, estado)
    VALUES (${envio}, ${v.persona.id}, 'SERVIDOR', 'POR_VENCER', 'prueba-${envio}', ${v.entidad.id}, ${v.id}, 'correo.${word.toLowerCase()}@prueba.pe',
      ${quote(`Texto ${word}`)}, hoy() - 30, 'ENVIADO');
    INSERT INTO recordatorio_enlace (token_hash, envio_id) VALUES (decode('${hash}', 'hex'), ${envio})`);
  return token;
}

// Somebody whose induction is done, and a link to say how it went; one link is answered once.
export function terminar(v) {
  sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = fecha_limite WHERE vinculo_id = ${v.id} AND estado = 'PENDIENTE'`);
  return v;
}
export function encuesta(v) {
  const token = randomBytes(32).toString('base64url');
  const hash = execFileSync('b2sum', ['-l', '256'], { input: token, encoding: 'utf8' }).split(' ')[0];
  sql(`INSERT INTO encuesta_permiso (inscripcion_id, token_hash) SELECT id, decode('${hash}', 'hex') FROM inscripcion WHERE vinculo_id = ${terminar(v).id}`);
  return token;
}

export const borradorDatos = (word) => ({ nombres: `Persona ${word}`, apellido_paterno: 'Prueba', puesto: `Puesto ${word}`,
  regimen: '15', fecha_ingreso: day(-2).iso, modalidad: 'PRESENCIAL' });

// What SERVIR noted about an entity, what was agreed, and a query that waits; noted by nobody of the test.
function seguimiento(c, e, word) {
  const by = signedIn('SERVIR_ADMIN').usuario;
  const contacto = one(`INSERT INTO contacto (entidad_id, fecha, canal, tema, nota, usuario_id)
    VALUES (${e.id}, hoy(), 'VISITA', 'Tema ${word}', 'Nota ${word}', ${by}) RETURNING id`);
  const compromiso = one(`INSERT INTO compromiso (entidad_id, contacto_id, texto, responsable, fecha_limite, usuario_id)
    VALUES (${e.id}, ${contacto}, 'Compromiso ${word}', 'ORH', hoy() + 5, ${by}) RETURNING id`);
  const consulta = one(`INSERT INTO consulta (entidad_id, asunto, vence_en, creado_por)
    VALUES (${e.id}, 'Asunto ${word}', now() + interval '2 days', ${c.usuario}) RETURNING id`);
  sql(`INSERT INTO consulta_mensaje (consulta_id, entidad_id, lado, tipo, texto, usuario_id)
    VALUES (${consulta}, ${e.id}, 'ORH', 'PREGUNTA', 'Texto ${word}', ${c.usuario})`);
  return { contacto, compromiso, consulta };
}

// A course whose load of results has a row that waits.
export function mooc(word) {
  const curso = one(`INSERT INTO curso (codigo) VALUES ('PRUEBA-${randomBytes(6).toString('hex').toUpperCase()}') RETURNING id`);
  const version = one(`INSERT INTO curso_version (curso_id, version, nombre, acreditacion, nota_minima, moodle_id, usuario_id)
    VALUES (${curso}, 1, 'Curso de prueba', 'EVALUACION', 14, 2, 1) RETURNING id`);
  const carga = one(`INSERT INTO mooc_carga (curso_id, curso_version_id, fuente, usuario_id, nombre, sha256, fecha)
    VALUES (${curso}, ${version}, 'ARCHIVO', 1, 'resultados ${word}.csv', encode(sha256('${randomBytes(8).toString('hex')}'), 'hex'), hoy()) RETURNING id`);
  sql(`INSERT INTO mooc_fila (carga_id, numero, celdas, estado, detalle)
    VALUES (${carga}, 2, '{"nombre": "Persona ${word}", "nota": "15"}', 'SIN_COINCIDENCIA', 'No trae un documento de identidad')`);
  return { curso, carga };
}

// A file in the folder of files, as if it had been handed in.
function keep(text) {
  const sha = createHash('sha256').update(text).digest('hex'), folder = `${process.env.STACK_DIR}/archivos/${sha.slice(0, 2)}`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${sha}`, text);
  return sha;
}

// One entity with people in every state, an ORH at work, a transfer on its way.
export function entity(word, otra) {
  const e = newEntidad();
  sql(`UPDATE organo SET nombre = 'Oficina ${word}' WHERE id = ${e.organo}`);
  newPlan(e, [['ENTIDAD', 'ORH', `Tarea ${word}`], ['ENTIDAD', 'SERVIDOR', `Tarea propia ${word}`], ['ESPECIFICA', 'JEFE', `Tarea del jefe ${word}`, { opcional: true }]]);
  const person = () => newPersona({ nombres: `Persona ${word}`, paterno: 'Prueba' });
  const bond = (options = {}) => newVinculo(e, { persona: person(), puesto: `Puesto ${word}`, ...options });
  const jefe = bond(), activo = bond(), cesado = bond({ ingreso: day(-300).iso }), saliente = bond();
  sql(`UPDATE vinculo SET jefe_vinculo_id = ${jefe.id}, jefe_nombre = 'Persona ${word}' WHERE id = ${activo.id};
    UPDATE vinculo SET fecha_cese = '${day(-90).iso}', motivo_cese = 'Cese ${word}' WHERE id = ${cesado.id};
    UPDATE persona SET correo = 'correo.${word.toLowerCase()}@prueba.pe', celular = '987654321' WHERE id = ${activo.persona.id}`);
  const orhJefe = session('ORH_JEFE', e, { persona: person() }), analista = session('ORH_ANALISTA', e, { persona: person() });
  const kept = keep(`Archivo ${word}`);
  const plan = planOf(e, word, 'BORRADOR'), plantilla = plantillaBorrador();
  const ids = {
    evidencia: one(`INSERT INTO evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id)
      SELECT id, vinculo_id, entidad_id, '${kept}', 'image/png', 1, 'Nombre ${word}', ${analista.usuario} FROM etapa
      WHERE vinculo_id = ${activo.id} AND tipo = 'ENTIDAD' RETURNING id`),
    etapa: one(`SELECT id FROM etapa WHERE vinculo_id = ${activo.id} AND tipo = 'ESPECIFICA'`),
    actividad: one(`SELECT id FROM actividad WHERE vinculo_id = ${activo.id} AND quien = 'ORH'`),
    vinculo: activo.id, cesado: cesado.id, persona: activo.persona.id, entidad: e.id, organo: e.organo,
    usuario: analista.usuario, asignacion: analista.asignacion, sesion: analista.sesion,
    transferencia: otra && transfer(saliente, e, otra), edicion: one(`SELECT id FROM edicion WHERE codigo = 'DIRECTIVOS-2022'`),
    borrador: borrador(analista, e, borradorDatos(word)),
    planilla: planilla(analista, e, word),
    plan, planActividad: one(`SELECT min(id) FROM plan_actividad WHERE plan_id = ${plan}`), plantilla,
    plantillaActividad: one(`SELECT min(id) FROM plan_plantilla_actividad WHERE plantilla_id = ${plantilla}`),
    material: one(`INSERT INTO material (entidad_id, titulo, tipo, sha256, mime, bytes, nombre_archivo, para_orh, para_jefe, para_servidor)
      VALUES (${e.id}, 'Material ${word}', 'ARCHIVO', '${kept}', 'image/png', 1, 'Nombre ${word}.png', true, true, true) RETURNING id`),
    ...seguimiento(analista, e, word),
    ...mooc(word), informe: informe(),
    enlace: newEnlace({ usuario: analista.usuario }).split('/').at(-1),
    jefe: enlaceJefe(jefe, `Persona ${word}`),
    baja: recordatorio(activo, word),
    encuesta: encuesta(bond()),
  };
  Object.assign(ids, sample(word, analista.usuario, ids.etapa));
  return { e, jefe, activo, cesado, saliente, orhJefe, analista, ids, bond, person };
}

// A sample with one stage of the entity in it.
function sample(word, revisor, etapa) {
  const id = one(`INSERT INTO muestra (nombre, estado, desde, hasta, semilla, tamano, poblacion, huella, usuario_id)
    VALUES ('Muestra ${word}', 'VALIDADA', hoy(), hoy(), 'prueba-${randomBytes(6).toString('hex')}', 1, 1, repeat('a', 64), ${revisor}) RETURNING id`);
  return { muestra: id, miembro: one(`INSERT INTO muestra_etapa (muestra_id, orden, etapa_id, sorteo)
    VALUES (${id}, 1, ${etapa}, repeat('b', 64)) RETURNING id`) };
}

// What a reviewer decided a moment ago.
export const decision = (v, usuario) => one(`INSERT INTO evento (persona_id, vinculo_id, entidad_id, tipo, datos, usuario_id)
  SELECT v.persona_id, v.id, v.entidad_id, 'ETAPA_OBSERVADA', jsonb_build_object('etapa_id', e.id, 'etapa', 'B. Inducción general a la entidad', 'previo', to_jsonb(e) || jsonb_build_object('version', e.version - 1),
    'cambios', jsonb_build_object('estado', jsonb_build_array(e.estado, 'OBSERVADA'))),
    ${usuario} FROM etapa e JOIN vinculo v ON v.id = e.vinculo_id WHERE v.id = ${v.id} AND e.tipo = 'ENTIDAD' RETURNING id`);

const transfer = (v, from, to) => one(`INSERT INTO transferencia (vinculo_id, persona_id, entidad_origen, entidad_destino,
    fecha, motivo, persona_nombre, persona_documento, puesto_origen)
  SELECT v.id, v.persona_id, ${from.id}, ${to.id}, hoy() + 5, 'Motivo', v.nombre_completo, v.documento, v.puesto
  FROM vinculo v WHERE v.id = ${v.id} RETURNING id`);

// Ours and theirs, and a client of each role that belongs to ours.
export function world() {
  const third = newEntidad();
  const here = entity('propia', third), there = entity(mark, third);
  const c = {};
  for (const rol of roles) c[rol] = session(rol, here.e, rol === 'JEFE' ? { persona: here.jefe.persona } : rol === 'SERVIDOR' ? { persona: here.activo.persona } : {});
  for (const [x, by] of [[here, c.SERVIR_REVISOR], [there, signedIn('SERVIR_REVISOR')]]) x.ids.decision = decision(x.activo, by.usuario);
  const w = { here, there, third, c };
  propose(w);
  return w;
}

// A proposal that waits for the answer of our entity.
export function propose(w) {
  w.here.ids.propuesta = transfer(newVinculo(w.third), w.third, w.here.e);
}

// A fingerprint of everything that belongs to an entity: its rows, its people, their accounts.
export function fingerprint({ e }) {
  const people = `(SELECT persona_id FROM vinculo WHERE entidad_id = ${e.id} UNION SELECT u.persona_id FROM usuario u JOIN asignacion a ON a.usuario_id = u.id WHERE a.entidad_id = ${e.id})`;
  const users = `(SELECT usuario_id FROM asignacion WHERE entidad_id = ${e.id})`;
  const from = { vinculo: `entidad_id = ${e.id}`, vinculo_cambio: `entidad_id = ${e.id}`, vinculo_palabra: `entidad_id = ${e.id}`,
    inscripcion: `entidad_id = ${e.id}`, etapa: `entidad_id = ${e.id}`, evento: `entidad_id = ${e.id}`, evidencia: `entidad_id = ${e.id}`, cartera: `entidad_id = ${e.id}`, contacto: `entidad_id = ${e.id}`,
    compromiso: `entidad_id = ${e.id}`, consulta: `entidad_id = ${e.id}`, consulta_mensaje: `entidad_id = ${e.id}`, actividad: `entidad_id = ${e.id}`, organo: `entidad_id = ${e.id}`,
    entidad: `id = ${e.id}`, transferencia: `${e.id} IN (entidad_origen, entidad_destino)`, registro_borrador: `entidad_id = ${e.id}`,
    edicion_entidad: `entidad_id = ${e.id}`, plan: `entidad_id = ${e.id}`, plan_actividad: `entidad_id = ${e.id}`,
    actividad: `entidad_id = ${e.id}`, material: `entidad_id = ${e.id}`, asignacion: `entidad_id = ${e.id} OR usuario_id IN ${users}`, exportacion: `entidad_id = ${e.id}`,
    asignacion_ambito: `entidad_id = ${e.id}`, persona: `id IN ${people}`, usuario: `id IN ${users}`, enlace: `usuario_id IN ${users}`,
    sesion: `usuario_id IN ${users}`, jefe_enlace: `entidad_id = ${e.id}`, correo: `usuario_id IN ${users}`,
    recordatorio: `entidad_id = ${e.id}`, recordatorio_pausa: `entidad_id = ${e.id}`, recordatorio_baja: `persona_id IN ${people}` };
  return sql(Object.entries(from).map(([t, where]) =>
    `SELECT '${t}', count(*), md5(coalesce(string_agg((to_jsonb(x) - 'visto_en')::text, '|' ORDER BY (to_jsonb(x) - 'visto_en')::text), '')) FROM ${t} x WHERE ${where}`).join(' UNION ALL ')).map((r) => r.join(' '));
}

// --- forms ---

// What a careful person would write in a field.
export function plausible(f) {
  if (f.options) return f.value || (f.options.find((o) => o.value !== '')?.value ?? '');
  if (f.value !== '' || ['hidden', 'checkbox', 'radio'].includes(f.type)) return f.value;
  if (f.name === 'fecha_nacimiento') return '01/01/1990';
  if (/^fecha|^desde|^hasta/.test(f.name)) return day(f.name === 'fecha_ingreso' ? -3 : 3).text;
  if (/documento$|^numero/.test(f.name)) return newDni();
  if (f.type === 'email') return 'persona.prueba@prueba.pe';
  if (f.type === 'tel') return '987654321';
  if (f.type === 'password') return 'cuatro palabras de prueba juntas';
  if (f.name === 'ruc' || f.name === 'digito' || f.name === 'correo') return '';
  return f.name === 'nivel' ? '2' : 'Texto de prueba';
}
// The pairs that a browser would send of a form, empty fields filled in.
export function filled(form) {
  const pairs = [], seen = new Set();
  for (const f of form.fields) {
    if (f.attributes.disabled !== undefined || f.type === 'file') continue;
    if (f.type === 'radio' || f.type === 'checkbox') {
      const chosen = form.fields.find((x) => x.name === f.name && x.on);
      if (seen.has(f.name) || (chosen && chosen !== f) || (f.type === 'checkbox' && !f.on)) continue;
    }
    seen.add(f.name);
    pairs.push([f.name, plausible(f)]);
  }
  if (form.button) pairs.push(form.button);
  return pairs;
}
export const withValue = (pairs, name, ...values) =>
  [...pairs.filter(([k]) => k !== name), ...values.map((v) => [name, v])];

// The form of a page, not the one that signs out.
export const formOf = (page) => page.forms.find((f) => f.method === 'post' && f.action !== '/cuenta/salir');
// Queries that open more of a page: what to transfer to, which proposal, which unit.
export const queries = (w) => ['', `?propuesta=${w.here.ids.propuesta}`, `?q=${w.third.sigla}`, `?unidad=${w.here.ids.organo}`, '?codigo=abierto_nombre'];

// A form token that is good for every page of the session.
export async function token(c) {
  const page = await c.get('/cuenta/sesiones');
  return page.forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf')?.value;
}

// At most `n` at a time: an answer of 503 because of ourselves would say nothing.
export async function each(list, fn, n = 6) {
  const rest = list[Symbol.iterator]();
  await Promise.all(Array.from({ length: n }, async () => { for (const one of rest) await fn(one); }));
}
export const nobody = () => client();
