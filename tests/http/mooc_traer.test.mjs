// The pull from Moodle, against an imitation: what comes in, what is asked again, what breaks and what is killed.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { Worker, locked, pause, until } from '../mail/fondo.mjs';
import { Moodle, TOKEN } from './moodle.mjs';
import { newCurso, newGente, results, stage } from './mooc.mjs';
import { newEntidad, one, refusals, signedIn, sql } from './mundo.mjs';

const admin = signedIn('SERVIR_ADMIN');
const moodle = await new Moodle().start();
const workers = [];
after(async () => { await Promise.all(workers.map((w) => w.stop('SIGKILL'))); await moodle.stop(); });
// Pulls of the night of other courses would come in between.
const quiet = () => sql(`INSERT INTO mooc_carga (curso_id, curso_version_id, fuente, usuario_id, nombre, fecha, estado)
  SELECT DISTINCT ON (curso_id) curso_id, id, 'MOODLE', NULL::bigint, 'Noche', hoy(), 'FALLIDA' FROM curso_version WHERE moodle_id IS NOT NULL ORDER BY curso_id, version DESC`);
const start = async (extra = {}) => {
  if (!extra.night) quiet();
  const w = await new Worker({ PORTAL_MOODLE_URL: moodle.url, PORTAL_MOODLE_TOKEN: extra.PORTAL_MOODLE_TOKEN ?? TOKEN }).ready();
  workers.push(w);
  return w;
};
const DAY = 86400, now = Math.floor(Date.now() / 1000);
const user = (v, i, more = {}) => ({ id: 100 + i, username: `u${i}`, idnumber: v.persona.dni, email: v.persona.correo, fullname: 'Persona Prueba Ficticia',
  lastcourseaccess: now - 10 * DAY, ...more });
async function ask(curso, values = {}) {
  moodle.calls = [];
  await admin.get(`/mooc/${curso.id}/traer`);
  await admin.post(`/mooc/${curso.id}/traer`, values);
  assert.equal(admin.last.status, 303, admin.last.plain);
  return one(`SELECT max(id) FROM mooc_carga WHERE curso_id = ${curso.id}`);
}
const state = (id) => one(`SELECT estado FROM mooc_carga WHERE id = ${id}`);
const done = (id, ms = 30000) => until('pulled', () => state(id), (s) => s === 'HECHA', ms);
const error = (id) => one(`SELECT coalesce(error, '') FROM mooc_carga WHERE id = ${id}`);
const job = (id) => sql(`SELECT estado, intentos FROM cola WHERE tipo = 'MOODLE' AND datos ->> 'carga_id' = '${id}' ORDER BY id DESC LIMIT 1`)[0];
const hurry = (id) => sql(`UPDATE cola SET proximo_en = now() WHERE tipo = 'MOODLE' AND estado = 'PENDIENTE' AND datos ->> 'carga_id' = '${id}'; NOTIFY cola`);
const course = (more = {}) => newCurso({ moodle_id: 7, ...more });

test('marks come in, stage A ends, strangers wait; then only who moved is asked', async () => {
  const w = await start(), gente = newGente(5), curso = course();
  moodle.users = [user(gente[0], 0, { grade: 85, grademax: 100, graded: now - 9 * DAY }), user(gente[1], 1, { grade: 9 }), user(gente[2], 2),
    user(gente[3], 3, { grade: 18, lastcourseaccess: null }), { ...user(gente[4], 4, { grade: 15 }), idnumber: '' },
    { id: 900, username: 'nadie', fullname: 'Nadie', email: 'x@y.pe', lastcourseaccess: now },
    { id: 901, username: 'docente', fullname: 'Docente', email: 'd@y.pe', roles: [{ roleid: 3, name: '', shortname: 'editingteacher', sortorder: 0 }] }];
  const id = await ask(curso);
  assert.match((await admin.follow()).plain, /Trayendo de Moodle/);
  assert.equal(admin.last.headers.refresh, '5');
  await done(id);
  assert.deepEqual(gente.map(results), [['1 APROBADO 17.00 MOODLE'], [], [], [], []], 'a low mark is not final while the course is open');
  assert.match(stage(gente[0]), /^CULMINADA/);
  assert.deepEqual([moodle.count(), moodle.count('gradereport_user_get_grade_items'), moodle.count('core_enrol_get_enrolled_users')], [6, 3, 2]);
  const view = await admin.get(`/mooc/${id}/vista`);
  assert.match(view.plain, /2 sin coincidencia/);
  assert.match(view.plain, /Solo coincide el correo/);
  const page = await admin.get(`/mooc/${curso.id}/traer`);
  assert.match(page.plain, /6 inscritos allá, 1 resultado nuevo, 2 sin coincidencia/);
  assert.equal(page.headers.refresh, undefined);

  // Confirmed by hand once, it holds; who moved is asked, and whoever was never asked.
  const f = one(`SELECT id FROM mooc_fila WHERE carga_id = ${id} AND moodle_id = 104`);
  await admin.get(`/mooc/${id}/vista`);
  await admin.submit({ [`f-${f}-que`]: 'CONFIRMAR' });
  moodle.users[1] = user(gente[1], 1, { grade: 16, lastcourseaccess: now });
  const second = await ask(curso);
  await done(second);
  assert.equal(moodle.count('gradereport_user_get_grade_items'), 2, 'one who moved, one who is known now');
  assert.deepEqual([results(gente[1]), results(gente[4])], [['1 APROBADO 16.00 MOODLE'], ['1 APROBADO 15.00 MOODLE']]);
  const third = await ask(curso);
  await done(third);
  assert.ok(moodle.count('gradereport_user_get_grade_items') <= 1, String(moodle.calls));
  assert.deepEqual(results(gente[1]).length, 1);
  const all = await ask(curso, { completa: '1' });
  await done(all);
  assert.equal(moodle.count('gradereport_user_get_grade_items'), 4);
  await w.stop();
});

test('completion and mark together; who is not enrolled any more spoils nothing', async () => {
  const w = await start(), gente = newGente(4), curso = course({ acreditacion: 'AMBAS' });
  moodle.users = [user(gente[0], 0, { grade: 16, completed: true, timecompleted: now - DAY }), user(gente[1], 1, { grade: 16 }),
    user(gente[2], 2, { grade: 8, completed: true, timecompleted: now - DAY }), user(gente[3], 3, { gone: true })];
  await done(await ask(curso));
  assert.deepEqual(gente.map(results), [['1 APROBADO 16.00 MOODLE'], [], ['1 DESAPROBADO 8.00 MOODLE'], []]);
  assert.equal(moodle.count(), 3 + 8);
  await w.stop();
});

test('what this account of this site may not see is left out: nobody is lost by it', async () => {
  const w = await start(), gente = newGente(5), curso = course();
  moodle.users = gente.map((v, i) => user(v, i, { grade: 16 }));
  Object.assign(moodle.users[0], { hidden: true });
  Object.assign(moodle.users[1], { refused: 'usernotconfirmed' });
  moodle.hides = ['lastcourseaccess', 'email'];
  await done(await ask(curso));
  assert.deepEqual(gente.map((v) => results(v).length), [0, 0, 1, 1, 1]);
  moodle.users[1] = user(gente[1], 1, { grade: 16 });
  await done(await ask(curso));
  assert.equal(moodle.count('gradereport_user_get_grade_items'), 1, 'of those whose visits are hidden, who has not passed is asked again');
  assert.equal(results(gente[1]).length, 1);
  moodle.hides = ['username', 'idnumber'];
  const blind = await ask(course());
  await until('given up', () => state(blind), (s) => s === 'FALLIDA');
  assert.match(error(blind), /no muestra el número de ID ni el usuario.*moodle\/user:viewalldetails/);
  moodle.hides = [];
  await w.stop();
});

test('a page of the enrolled that is not full is not the last', async () => {
  const w = await start(), gente = newGente(1), curso = course();
  moodle.users = [...Array.from({ length: 500 }, (_, i) => ({ id: i + 1, username: `x${i}`, fullname: 'Nadie', hidden: i % 2 === 0 })), user(gente[0], 900, { grade: 16 })];
  await done(await ask(curso));
  assert.equal(results(gente[0]).length, 1);
  assert.equal(moodle.count('core_enrol_get_enrolled_users'), 3);
  await w.stop();
});

test('a maximum of nothing, or none at all: the scale of the course holds', async () => {
  const w = await start(), gente = newGente(4), curso = course();
  moodle.users = [user(gente[0], 0, { grade: 16, grademax: 0 }), user(gente[1], 1, { grade: 16, grademax: 0.000001 }), user(gente[2], 2, { grademax: 0 }), user(gente[3], 3, { grade: 1e300 })];
  const id = await ask(curso);
  await done(id);
  assert.deepEqual(gente.map((v) => results(v).join()), ['1 APROBADO 16.00 MOODLE', '1 APROBADO 16.00 MOODLE', '', '']);
  assert.equal(one(`SELECT detalle FROM mooc_fila WHERE carga_id = ${id} AND moodle_id = 102`), 'Todavía no tiene nota');
  moodle.hidesRange = true;
  moodle.users = [user(gente[2], 2, { grade: 15, lastcourseaccess: now })];
  await done(await ask(curso));
  assert.deepEqual(results(gente[2]), ['1 APROBADO 15.00 MOODLE']);
  moodle.hidesRange = false;
  moodle.breaks = () => 'bom';
  moodle.users = [user(gente[3], 3, { grade: 14, lastcourseaccess: now })];
  await done(await ask(curso));
  assert.deepEqual(results(gente[3]), ['1 APROBADO 14.00 MOODLE'], 'a mark of the encoding before the JSON');
  await w.stop();
});

const breaks = { 'a page of maintenance': ['503', /respondió 503/], 'HTML with status 200': ['html', /no respondió JSON/], 'a notice of PHP before it': ['notice', /no respondió JSON.*«<br \/><b>Notice/], 'web services that are off': ['off', /403.*servicios web y el protocolo REST/],
  'bytes that are no text': ['latin1', /no respondió JSON.*no es texto/],
  'half an answer': ['truncated', /no respondió JSON/], 'a cut connection': ['cut', /No se pudo hablar/], 'a redirect': ['redirect', /respondió 303/],
  'an answer without end': ['huge', /pasa de \d MB/], 'an unknown refusal': [{ json: { exception: 'dml_read_exception', errorcode: 'dmlreadexception', message: 'Error reading from database' } }, /dmlreadexception/] };
const shapes = { core_webservice_get_site_info: [[], { functions: 'x' }], core_enrol_get_enrolled_users: [{ users: [] }, [{ id: '5' }], ['x'], [{ id: 5, idnumber: 7 }]],
  gradereport_user_get_grade_items: [[], { usergrades: [] }, { usergrades: [{ userid: 1, gradeitems: [] }] }, { usergrades: [{ userid: 100, gradeitems: [{ itemtype: 'course', graderaw: '16', grademax: 20 }] }] }] };

test.beforeEach(() => { moodle.breaks = null; });

test('whatever breaks leaves everything as it was; the next attempt goes on', async () => {
  const w = await start(), gente = newGente(2);
  moodle.users = gente.map((v, i) => user(v, i, { grade: 16 }));
  const cases = [...Object.entries(breaks).flatMap(([what, [kind, why]]) => ['core_enrol_get_enrolled_users', 'gradereport_user_get_grade_items'].map((f) => [what, f, kind, why])),
    ...Object.entries(shapes).flatMap(([f, list]) => list.map((json, i) => [`shape ${i}`, f, { json }, /./]))];
  for (const [what, f, kind, why] of cases) {
    const curso = course();
    moodle.breaks = (name) => (name === f ? kind : null);
    const id = await ask(curso);
    const [, tries] = await until(`${what} of ${f}`, () => job(id), ([s, n]) => s === 'PENDIENTE' && n > 0);
    assert.equal(tries, '1');
    assert.match(error(id), why, `${what} of ${f}`);
    assert.ok(!error(id).includes(TOKEN));
    assert.deepEqual([state(id) === 'HECHA', ...gente.map((v) => one(`SELECT count(*) FROM curso_resultado WHERE vinculo_id = ${v.id} AND curso_id = ${curso.id}`))], [false, '0', '0'], what);
    moodle.breaks = null;
    hurry(id);
    await done(id);
    assert.equal(one(`SELECT count(*) FROM curso_resultado WHERE curso_id = ${curso.id}`), '2', what);
  }
  assert.ok(!w.log.includes(TOKEN), 'the token is in no log');
  await w.stop();
});

test('what cannot work is given up at once, said on the page, and may be asked again', async () => {
  const gente = newGente(1), curso = course();
  moodle.users = [user(gente[0], 0, { grade: 16 })];
  let w = await start({ PORTAL_MOODLE_TOKEN: 'otro' });
  const id = await ask(curso);
  await until('given up', () => state(id), (s) => s === 'FALLIDA');
  assert.match((await admin.get(`/mooc/${curso.id}/traer`)).plain, /Falló: Moodle respondió «Invalid token - token not found» \(invalidtoken\)/);
  assert.match((await admin.get(`/mooc/${id}/vista`)).plain, /Nada cambió en el portal/);
  await w.stop();
  w = await start();
  moodle.functions = moodle.functions.slice(0, 3);
  const lacks = await ask(curso);
  await until('given up', () => state(lacks), (s) => s === 'FALLIDA');
  assert.match(error(lacks), /le falta la función gradereport_user_get_grade_items/);
  moodle.functions = [...moodle.functions, 'gradereport_user_get_grade_items'];
  const wrong = course({ moodle_id: 8 });
  const none = await ask(wrong);
  await until('given up', () => state(none), (s) => s === 'FALLIDA');
  await done(await ask(curso));
  assert.equal(results(gente[0]).length, 1);
  await w.stop();
});

test('killed at each step it goes on where it was, and nothing comes twice', async () => {
  const gente = newGente(8), curso = course();
  moodle.users = gente.map((v, i) => user(v, i, { grade: 16 }));
  const id = await ask(curso);
  for (const [f, nth] of [['core_webservice_get_site_info', 1], ['core_enrol_get_enrolled_users', 1], ['gradereport_user_get_grade_items', 3]]) {
    moodle.calls = [];
    moodle.breaks = (name, n) => (name === f && n >= nth ? 'hang' : null);
    const w = await start();
    await until(`${f} called`, () => moodle.count(f), (n) => n >= nth);
    await w.stop('SIGKILL');
    assert.deepEqual(gente.flatMap(results), [], `killed in ${f}`);
    moodle.server.closeAllConnections();
    sql(`UPDATE cola SET tomado_en = now() - interval '11 minutes' WHERE tipo = 'MOODLE' AND datos ->> 'carga_id' = '${id}' AND estado = 'EN_CURSO'`);
  }
  moodle.breaks = null;
  const stop = await locked(`SELECT pg_advisory_xact_lock(hashtextextended('mooc-${curso.id}', 3))`);
  const w = await start();
  await until('all asked', () => one(`SELECT count(*) FROM mooc_fila WHERE carga_id = ${id} AND preguntado_en IS NOT NULL`), (n) => n === '8');
  await pause(500);
  await w.stop('SIGKILL'); // while it waits to put the results down
  await stop();
  assert.deepEqual(gente.flatMap(results), []);
  sql(`UPDATE cola SET tomado_en = now() - interval '11 minutes' WHERE tipo = 'MOODLE' AND datos ->> 'carga_id' = '${id}' AND estado = 'EN_CURSO'`);
  const last = await start();
  await done(id);
  assert.deepEqual(gente.map(results), gente.map(() => ['1 APROBADO 16.00 MOODLE']));
  assert.deepEqual(gente.map((v) => stage(v).split(' ')[0]), gente.map(() => 'CULMINADA'));
  await last.stop();
});

test('asked twice it runs once; the night asks once a day', async () => {
  const curso = course();
  const id = await ask(curso);
  await admin.get(`/mooc/${curso.id}/traer`);
  await admin.post(`/mooc/${curso.id}/traer`, {});
  assert.match((await admin.follow()).plain, /no se pidió otra vez/);
  assert.equal(one(`SELECT count(*) FROM mooc_carga WHERE curso_id = ${curso.id}`), '1');
  sql(`UPDATE mooc_carga SET estado = 'FALLIDA' WHERE id = ${id}`);
  quiet();
  const night = newCurso({ moodle_id: 7 });
  moodle.users = [];
  const w = await start({ night: true });
  const pulls = () => one(`SELECT count(*) FROM mooc_carga WHERE curso_id = ${night.id} AND usuario_id IS NULL AND estado = 'HECHA'`);
  await until('the night', pulls, (n) => n === '1', 60000);
  await w.stop();
  const again = await start({ night: true });
  await pause(1500);
  assert.equal(pulls(), '1');
  await again.stop();
});

test('three thousand: so many calls, each person once', async () => {
  const n = Number(process.env.MOOC_GENTE ?? 3000), e = newEntidad(), curso = course();
  const base = 10000000 + Math.floor(Math.random() * 4e6);
  const rows = sql(`WITH p AS (INSERT INTO persona (tipo_documento, numero_documento, nombres, apellido_paterno, apellido_materno)
      SELECT '01', '6' || right((${base} + g)::text, 7), 'Persona', 'Prueba', 'Ficticia' FROM generate_series(1, ${n}) g ON CONFLICT DO NOTHING RETURNING id),
    v AS (INSERT INTO vinculo (persona_id, entidad_id, organo_id, puesto, regimen, fecha_ingreso, fecha_inicio_puesto)
      SELECT id, ${e.id}, ${e.organo}, 'Puesto', '15', hoy() - 60, hoy() - 60 FROM p RETURNING id, documento) SELECT id, documento FROM v`);
  sql(`BEGIN; SELECT set_config('portal.rol', 'SERVIR_ADMIN', true);
    SELECT count(*) FROM vinculo v, LATERAL inscripcion_abrir(v.id) WHERE v.entidad_id = ${e.id}; COMMIT`);
  moodle.users = rows.map(([, dni], i) => ({ id: 5000 + i, username: dni, idnumber: '', email: '', fullname: 'Persona Prueba Ficticia', lastcourseaccess: now - 10 * DAY, grade: i % 10 === 0 ? 8 : 15 }));
  const w = await start(), began = Date.now(), id = await ask(curso);
  await done(id, 240000);
  const listing = 1 + Math.ceil(rows.length / 500) + 1; // the site, its pages, an empty one
  const ms = Date.now() - began, passed = rows.filter((_, i) => i % 10 !== 0).length;
  assert.equal(one(`SELECT count(*) FROM curso_resultado WHERE curso_id = ${curso.id}`), String(passed));
  assert.equal(moodle.count(), listing + rows.length);
  const second = await ask(curso);
  await done(second, 60000);
  assert.equal(moodle.count(), listing, 'the next night nobody is asked about');
  assert.equal(one(`SELECT count(*) FROM curso_resultado WHERE curso_id = ${curso.id}`), String(passed));
  console.log(`# ${rows.length} people: ${ms} ms, ${listing + rows.length} calls, then ${moodle.count()}`);
  await w.stop();
});

test('who may, and a course that is in no Moodle', async () => {
  const curso = course(), none = newCurso();
  await refusals(assert, `/mooc/${curso.id}/traer`, { owner: admin, role: 'ORH_JEFE', values: {} });
  assert.equal((await signedIn('AUDITOR').get(`/mooc/${curso.id}/traer`)).status, 200);
  assert.equal((await admin.get('/mooc/999999999/traer')).status, 404);
  assert.match((await admin.get(`/mooc/${none.id}/traer`)).plain, /Falta configurar/);
  const rs = await admin.post(`/mooc/${none.id}/traer`, {});
  assert.equal(rs.status, 422);
  assert.match(rs.plain, /Escriba primero el número del curso en Moodle/);
});
