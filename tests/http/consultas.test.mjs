// How many statements each page needs, read from the portal's own log: a fixed number, whatever it
// shows. A page that is not in the table fails, and so does one that asks once more than it did.
import test from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { draftOf, plantilla, plantillaBorrador } from './plan.mjs';
import { accountOf, client } from './client.mjs';
import { one, sql } from './mundo.mjs';
import { decision as newDecision } from './recorrido.mjs';
import { newPlan } from './tareas.mjs';

const log = join(dirname(process.env.STACK_CUENTAS), 'log', 'portal.log');
const statements = (rs) => {
  const number = /Número de solicitud: (?:<strong>)?([0-9A-Z]{12})/.exec(rs.text)?.[1];
  assert.ok(number, `${rs.path}: ${rs.status}`);
  const line = readFileSync(log, 'utf8').split('\n').find((l) => l.includes(`req=${number} `) && l.includes(' sql_n='));
  return Number(/ sql_n=(\d+)/.exec(line)[1]);
};

const vinculo = one(`SELECT v.id FROM vinculo v JOIN entidad e ON e.id = v.entidad_id WHERE e.clave = 'MIDIS' AND v.fecha_cese IS NULL ORDER BY v.id LIMIT 1`);
const entidad = one(`SELECT id FROM entidad WHERE clave = 'MIDIS'`);
const edicion = one(`SELECT id FROM edicion WHERE codigo LIKE 'DIRECTIVOS%' ORDER BY id LIMIT 1`);
const usuario = one(`SELECT u.id FROM usuario u JOIN persona p ON p.id = u.persona_id WHERE p.numero_documento = '98000006'`);
const asignacion = one(`SELECT id FROM asignacion WHERE usuario_id = ${usuario} AND rol = 'ORH_ANALISTA' AND revocada_en IS NULL LIMIT 1`);
const planilla = one(`INSERT INTO planilla (entidad_id, usuario_id, nombre, sha256, formato, titulos)
  VALUES (${entidad}, ${usuario}, 'consultas.csv', md5(random()::text) || md5(random()::text), 'UTF-8', '["DNI", "Nombres"]') RETURNING id`);
const etapa = (estado) => one(`SELECT e.id FROM etapa e JOIN vinculo v ON v.id = e.vinculo_id
  WHERE e.entidad_id = ${entidad} AND e.tipo = 'ENTIDAD' AND e.estado = '${estado}' AND v.fecha_cese IS NULL ORDER BY e.id LIMIT 1`);
// The demonstration has no plan: a task of its own for this table, of somebody who was registered before.
const servidor = one(`SELECT v.id FROM vinculo v JOIN persona p ON p.id = v.persona_id JOIN usuario u ON u.persona_id = p.id
  JOIN asignacion a ON a.usuario_id = u.id AND a.rol = 'SERVIDOR' AND a.entidad_id = v.entidad_id WHERE p.numero_documento = '${accountOf('SERVIDOR').documento}' LIMIT 1`);
const propia = one(`SELECT id FROM etapa WHERE vinculo_id = ${servidor} AND tipo = 'ENTIDAD' ORDER BY id DESC LIMIT 1`);
const planTareas = newPlan({ id: entidad }, [['ENTIDAD', 'ORH', 'Tarea de consultas']]);
const actividad = one(`INSERT INTO actividad (inscripcion_id, etapa_id, vinculo_id, persona_id, entidad_id, plan_id, plan_actividad_id, tipo, titulo, quien,
    fecha_prevista, pide_evidencia, obligatoria)
  SELECT e.inscripcion_id, e.id, e.vinculo_id, i.persona_id, e.entidad_id, p.plan_id, p.id, e.tipo, p.titulo, p.quien, hoy(), false, false
  FROM etapa e JOIN inscripcion i ON i.id = e.inscripcion_id, plan_actividad p WHERE e.vinculo_id = ${vinculo} AND e.tipo = 'ENTIDAD' AND p.plan_id = ${planTareas}
  LIMIT 1 RETURNING id`);
sql(`UPDATE plan SET estado = 'REEMPLAZADO' WHERE id = ${planTareas}`);
const [abierta, culminada] = [etapa('PENDIENTE'), etapa('CULMINADA')];
const plan = draftOf({ id: entidad }), modelo = plantillaBorrador();
const material = one(`INSERT INTO material (entidad_id, titulo, tipo, url, para_orh)
  VALUES (${entidad}, md5(random()::text), 'ENLACE', 'https://example.org/', true) RETURNING id`);
const tarea = one(`SELECT min(id) FROM plan_actividad WHERE plan_id = ${plan} AND origen = 'ENTIDAD'`);
const consulta = one(`INSERT INTO consulta (entidad_id, asunto, vence_en, creado_por) VALUES (${entidad}, 'Consulta de prueba', now(), ${usuario}) RETURNING id`);
const gestor = one(`SELECT u.id FROM usuario u JOIN asignacion a ON a.usuario_id = u.id WHERE a.rol = 'GESTOR' AND u.persona_id IN (SELECT id FROM persona WHERE numero_documento LIKE '98%') LIMIT 1`);
const contacto = one(`INSERT INTO contacto (entidad_id, fecha, canal, tema, usuario_id) VALUES (${entidad}, hoy(), 'LLAMADA', 'Prueba', ${gestor}) RETURNING id`);
const compromiso = one(`INSERT INTO compromiso (entidad_id, texto, responsable, fecha_limite, usuario_id) VALUES (${entidad}, 'Prueba', 'ORH', hoy(), ${gestor}) RETURNING id`);
const curso = one(`INSERT INTO curso (codigo) VALUES (upper('CONSULTAS-' || left(md5(random()::text), 8))) RETURNING id`);
const carga = one(`WITH v AS (INSERT INTO curso_version (curso_id, version, nombre, acreditacion, nota_minima, moodle_id)
    VALUES (${curso}, 1, 'Curso de consultas', 'EVALUACION', 14, 2) RETURNING id)
  INSERT INTO mooc_carga (curso_id, curso_version_id, fuente, nombre, sha256, fecha)
  SELECT ${curso}, id, 'ARCHIVO', 'consultas.csv', md5(random()::text) || md5(random()::text), hoy() FROM v RETURNING id`);
const files = ['/cifras/{id}/descarga', '/planilla/plantilla', '/planilla/{id}/descargar', '/evidencia/{id}/archivo',
  '/material/{id}/archivo', '/muestra/{id}/descargar'];
const muestra = one(`SELECT id FROM (SELECT set_config('portal.rol', 'SERVIR_REVISOR', false), set_config('portal.usuario', '${usuario}', false)) r,
  LATERAL muestra_sortear('Consultas', 'VALIDADA', '2000-01-01', '2100-01-01', NULL, NULL, NULL, md5(random()::text || r::text), 20, false)`);
const miembro = one(`SELECT min(id) FROM muestra_etapa WHERE muestra_id = ${muestra}`);

const informe = one(`INSERT INTO informe (edicion_id, mes, contenido, sha256, cifras)
  SELECT id, '2019-01-01', 'x', encode(sha256('x'), 'hex'), '[{"grupo": "total", "valor": "", "registrados": 1, "completados": 0, "vencidos": 0}]' FROM edicion WHERE programa = 'SERVIDORES' ORDER BY id LIMIT 1
  ON CONFLICT (edicion_id, mes) DO UPDATE SET mes = EXCLUDED.mes WHERE false RETURNING id`) ?? one(`SELECT max(id) FROM informe WHERE mes = '2019-01-01'`);

const decision = newDecision({ id: vinculo }, one(`SELECT u.id FROM usuario u JOIN persona p ON p.id = u.persona_id WHERE p.numero_documento = '${accountOf('SERVIR_REVISOR').documento}'`));

// role, page, statements with the one that reads the session and the one that writes down a look.
const pages = [
  ['nobody', '/', 0],
  ['nobody', '/publico/privacidad', 0],
  ['nobody', '/publico/accesibilidad', 0],
  ['nobody', '/publico/ayuda', 0],
  ['nobody', '/publico/constancia', 1],
  ['nobody', '/cuenta/ingresar', 2],
  ['nobody', '/cuenta/recuperar', 2],
  ['ORH_ANALISTA', '/cuenta/salir', 1],
  ['ORH_ANALISTA', '/cuenta/sesiones', 4],
  ['ORH_ANALISTA', '/cuenta/clave', 1],
  ['ORH_ANALISTA', '/cuenta/correo', 2],
  ['ORH_ANALISTA', '/cuenta/rol', 2],
  ['ORH_ANALISTA', '/orh/inicio', 3],
  ['ORH_ANALISTA', '/orh/transferencias', 2],
  ['ORH_ANALISTA', '/servidor/registrar', 2],
  ['ORH_ANALISTA', '/servidor/lista', 5],
  ['ORH_ANALISTA', '/cifras/tablero', 4],
  ['ORH_ANALISTA', '/servidor/lista?q=prueba+mil&estado=VENCIDA', 5],
  ['ORH_ANALISTA', `/servidor/${vinculo}/ficha`, 6],
  ['ORH_ANALISTA', `/servidor/${vinculo}/corregir`, 4],
  ['ORH_ANALISTA', `/servidor/${vinculo}/cambiar`, 4],
  ['ORH_ANALISTA', `/servidor/${vinculo}/cese`, 4],
  ['ORH_ANALISTA', `/servidor/${vinculo}/transferir`, 3],
  ['ORH_ANALISTA', `/servidor/${vinculo}/historia`, 5],
  ['ORH_ANALISTA', `/servidor/${vinculo}/invitar`, 3],
  ['ORH_ANALISTA', `/servidor/${vinculo}/jefe`, 4],
  ['ORH_ANALISTA', '/servidor/exportar', 2],
  ['ORH_ANALISTA', '/orh/pendientes', 2],
  ['ORH_ANALISTA', '/orh/tareas', 2],
  ['ORH_ANALISTA', `/servidor/${vinculo}/tareas`, 4],
  ['ORH_ANALISTA', `/tarea/${actividad}/marcar`, 3],
  ['ORH_ANALISTA', `/tarea/${actividad}/evidencia`, 4],
  ['ORH_ANALISTA', '/planilla/subir', 3],
  ['ORH_ANALISTA', `/planilla/${planilla}/vista`, 5],
  ['ORH_ANALISTA', `/planilla/${planilla}/columnas`, 5],
  ['ORH_ANALISTA', `/planilla/${planilla}/deshacer`, 2],
  ['ORH_ANALISTA', '/plan/inicio', 3],
  ['ORH_ANALISTA', `/plan/${plan}/ver`, 3],
  ['ORH_ANALISTA', `/plan/${plan}/editar`, 4],
  ['ORH_ANALISTA', `/plan/${plan}/ordenar`, 3],
  ['ORH_ANALISTA', `/plan/${plan}/descartar`, 2],
  ['ORH_ANALISTA', `/plan/${plan}/simular`, 4],
  ['ORH_ANALISTA', `/plan/${plan}/publicar`, 3],
  ['ORH_ANALISTA', `/plan/actividad/${tarea}`, 3],
  ['ORH_ANALISTA', `/plan/asistencia/${tarea}`, 3],
  ['ORH_ANALISTA', '/plan/informe', 3],
  ['ORH_ANALISTA', `/servidor/${vinculo}/cronograma`, 5],
  ['ORH_ANALISTA', `/etapa/${culminada}/constancia`, 3],
  ['ORH_ANALISTA', '/material/lista', 2],
  ['ORH_ANALISTA', '/material/nuevo', 1],
  ['ORH_ANALISTA', `/material/${material}/editar`, 2],
  ['ORH_ANALISTA', `/etapa/${abierta}/marcar`, 4],
  ['ORH_ANALISTA', `/etapa/${abierta}/evidencia`, 5],
  ['ORH_ANALISTA', `/plan/plantilla/${plantilla()}`, 3],
  ['SERVIR_ADMIN', '/plan/lista', 2],
  ['SERVIR_ADMIN', '/plan/plantillas', 2],
  ['SERVIR_ADMIN', `/plan/plantilla/${modelo}`, 4],
  ['SERVIR_ADMIN', `/plan/plantilla_ordenar/${modelo}`, 3],
  ['SERVIR_ADMIN', `/plan/plantilla_publicar/${modelo}`, 2],
  ['SERVIR_ADMIN', `/plan/plantilla_actividad/${one(`SELECT min(id) FROM plan_plantilla_actividad WHERE plantilla_id = ${modelo}`)}`, 3],
  ['ORH_ANALISTA', '/recordatorio/lista', 2],
  ['ORH_ANALISTA', '/recordatorio/lista?vista=proximos', 3],
  ['ORH_ANALISTA', '/recordatorio/lista?vista=rebotes', 2],
  ['ORH_ANALISTA', `/recordatorio/${entidad}/pausa`, 3],
  ['SERVIR_REVISOR', '/servir/revision', 6],
  ['SERVIR_REVISOR', `/servir/deshacer/${decision}`, 2],
  ['SERVIR_REVISOR', '/servir/decisiones', 2],
  ['SERVIR_REVISOR', '/muestra/lista', 2],
  ['SERVIR_REVISOR', '/muestra/nueva', 2],
  ['SERVIR_REVISOR', `/muestra/${muestra}/ficha`, 3],
  ['SERVIR_REVISOR', `/muestra/${muestra}/comprobar`, 2],
  ['SERVIR_REVISOR', `/muestra/verificar/${miembro}`, 4],
  ['ORH_ANALISTA', '/encuesta/resultados', 5],
  ['ORH_ANALISTA', `/encuesta/${vinculo}/entregar`, 3],
  ['SERVIR_REVISOR', `/etapa/${culminada}/observar`, 4],
  ['GESTOR', '/seguimiento/inicio', 4],
  ['GESTOR', '/seguimiento/cartera', 5],
  ['GESTOR', '/seguimiento/cartera?luz=ROJO&nivel=LOCAL&vista=imprimir', 5],
  ['GESTOR', '/seguimiento/exportar', 4],
  ['GESTOR', `/seguimiento/${entidad}/entidad`, 7],
  ['GESTOR', `/seguimiento/${compromiso}/compromiso`, 3],
  ['GESTOR', `/seguimiento/${contacto}/corregir`, 2],
  ['GESTOR', '/consulta/bandeja', 2],
  ['GESTOR', `/consulta/${consulta}/ver`, 4],
  ['SERVIR_ADMIN', '/seguimiento/gestores', 2],
  ['SERVIR_ADMIN', '/seguimiento/asignar', 4],
  ['ORH_ANALISTA', '/consulta/nueva', 2],
  ['ORH_ANALISTA', '/consulta/lista', 3],
  ['ORH_JEFE', '/orh/equipo', 3],
  ['ORH_JEFE', `/entidad/${entidad}/unidad`, 3],
  ['ORH_JEFE', `/usuario/${usuario}/enlace`, 2],
  ['ORH_JEFE', `/usuario/retirar/${asignacion}`, 2],
  ['SERVIR_ADMIN', '/servir/inicio', 4],
  ['SERVIR_ADMIN', `/servir/${edicion}/edicion`, 9],
  ['SERVIR_ADMIN', '/servidor/lista', 4],
  ['SERVIR_ADMIN', '/cifras/tablero', 4],
  ['SERVIR_ADMIN', '/cifras/tablero?por=entidad', 4],
  ['SERVIR_ADMIN', '/cifras/abiertos', 2],
  ['SERVIR_ADMIN', '/cifras/informes', 3],
  ['SERVIR_ADMIN', `/cifras/${informe}/informe`, 3],
  ['SERVIR_ADMIN', '/entidad/lista', 4],
  ['SERVIR_ADMIN', '/entidad/nueva', 1],
  ['SERVIR_ADMIN', `/entidad/${entidad}/ficha`, 4],
  ['SERVIR_ADMIN', `/entidad/${entidad}/orh`, 4],
  ['SERVIR_ADMIN', '/usuario/lista', 3],
  ['SERVIR_ADMIN', '/usuario/nuevo', 3],
  ['SERVIR_ADMIN', `/usuario/${usuario}/ficha`, 4],
  ['SERVIR_ADMIN', `/usuario/${usuario}/rol`, 3],
  ['SERVIR_ADMIN', `/usuario/${usuario}/correo`, 2],
  ['SERVIR_ADMIN', `/usuario/${usuario}/suspender`, 2],
  ['SERVIR_ADMIN', `/usuario/${usuario}/cerrar`, 2],
  ['SERVIR_ADMIN', '/auditoria/lista', 4],
  ['SERVIR_ADMIN', '/auditoria/lista?vista=accesos', 3],
  ['SERVIR_ADMIN', '/servir/ajustes', 2],
  ['SERVIR_ADMIN', '/servir/ajuste?codigo=sesion_ocio_min', 3],
  ['SERVIR_ADMIN', '/encuesta/preguntas', 3],
  ['SERVIR_ADMIN', '/mooc/cursos', 3],
  ['SERVIR_ADMIN', '/mooc/nuevo', 2],
  ['SERVIR_ADMIN', `/mooc/${curso}/curso`, 4],
  ['SERVIR_ADMIN', `/mooc/${curso}/resultados`, 4],
  ['SERVIR_ADMIN', `/mooc/${curso}/traer`, 4],
  ['SERVIR_ADMIN', `/mooc/${curso}/conciliacion`, 5],
  ['SERVIR_ADMIN', '/mooc/cargar', 2],
  ['SERVIR_ADMIN', `/mooc/${carga}/vista`, 5],
  ['SERVIR_ADMIN', `/mooc/${carga}/deshacer`, 2],
  ['SERVIR_ADMIN', `/mooc/${carga}/descargar`, 2],
  ['ORH_ANALISTA', `/mooc/${vinculo}/resultado`, 4],
  ['SERVIDOR', '/encuesta/responder', 2],
  ['SERVIDOR', '/mi/inicio', 5],
  ['SERVIDOR', '/mi/datos', 2],
  ['SERVIDOR', `/etapa/${propia}/conformidad`, 3],
  ['SERVIDOR', '/mi/materiales', 2],
  ['JEFE', '/mi/inicio', 2],
];

const pattern = (path) => path.split('?')[0].replace(/\/\d+(?=\/|$)/g, '/{id}').replace(/\/[A-Za-z0-9_-]{43}$/, '/{token}');

test('every page that a person may open is in the table', () => {
  const known = new Set(pages.map(([, path]) => pattern(path)));
  const missing = execFileSync(`${process.env.BUILD}/portal`, ['--routes'], { encoding: 'utf8' }).trim().split('\n')
    .map((l) => l.split('\t')).filter(([method, path]) => method === 'GET' && !path.includes('{token}') && !files.includes(path))
    .map(([, path]) => path).filter((path) => !known.has(path));
  assert.deepEqual(missing, []);
});

for (const rol of [...new Set(pages.map(([r]) => r))]) {
  test(`statements of the pages of ${rol}`, async () => {
    const c = client();
    if (rol !== 'nobody') await c.signIn(rol);
    const seen = [];
    for (const [, path] of pages.filter(([r]) => r === rol)) seen.push([rol, path, statements(await c.get(path))]);
    assert.deepEqual(seen, pages.filter(([r]) => r === rol));
  });
}

test('a list of one and a list of five hundred ask the same', async () => {
  const c = client();
  await c.signIn('ORH_ANALISTA');
  const few = statements(await c.get('/servidor/lista?q=99900289'));
  const many = statements(await c.get('/servidor/lista?vista=imprimir&vigencia=TODOS'));
  assert.equal(few, many);
});
