// The background worker itself: how it stops, what it outlives, what it cleans.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { Worker, pause, sql, until } from '../mail/fondo.mjs';
import { day, newEntidad, newVinculo } from './mundo.mjs';

const workers = [];
const start = async () => {
  const worker = await new Worker().ready();
  workers.push(worker);
  return worker;
};
after(() => Promise.all(workers.map((worker) => worker.stop())));

test('asked to stop while idle it goes at once', async () => {
  const worker = await start();
  await pause(500);
  const began = Date.now();
  assert.equal(await worker.stop(), 0);
  assert.ok(Date.now() - began < 2000);
  assert.match(worker.log, /msg="worker stopped"/);
});

test('it comes back when its connection is cut, and still hears of new work', async () => {
  const worker = await start();
  const connected = () => worker.log.split('database connected').length - 1;
  sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'portal-worker'");
  await until('connected again', connected, (n) => n === 2);
  await pause(500);
  sql(`INSERT INTO cola (tipo, clave) VALUES ('NADA', 'corte-${process.pid}')`);
  await until('taken', () => sql(`SELECT intentos FROM cola WHERE clave = 'corte-${process.pid}'`)[0][0], (n) => n === '1', 4000);
  sql(`DELETE FROM cola WHERE clave = 'corte-${process.pid}'`);
  assert.equal(await worker.stop(), 0);
});

test('a job under which its worker died five times is given up', async () => {
  sql(`INSERT INTO cola (tipo, clave, estado, intentos, tomado_en)
       VALUES ('LIMPIEZA', 'muerta-${process.pid}', 'EN_CURSO', 5, now() - interval '11 minutes')`);
  const worker = await start();
  const row = () => sql(`SELECT estado, error FROM cola WHERE clave = 'muerta-${process.pid}'`)[0];
  await until('given up', row, ([estado]) => estado === 'FALLIDA');
  assert.match(row()[1], /died/);
  assert.equal(await worker.stop(), 0);
});

test('the job of the day ends the stages of who left before today, and of nobody else', async () => {
  const e = newEntidad();
  const ids = [day(-1).iso, day(0).iso].map((cese) => {
    const { id } = newVinculo(e);
    sql(`UPDATE vinculo SET fecha_cese = '${cese}' WHERE id = ${id}`);
    return id;
  });
  sql(`DELETE FROM cola WHERE clave = 'limpieza-' || hoy()`);
  const worker = await start();
  const states = () => ids.map((id) => sql(`SELECT string_agg(DISTINCT estado, ',') FROM etapa WHERE vinculo_id = ${id}`)[0][0]).join(' ');
  await until('ended', states, (row) => row === 'RETIRADO PENDIENTE');
  assert.equal(await worker.stop(), 0);
});

test('the cleaning of the day: once, and only what is over', async () => {
  const tag = `limpieza ${process.pid}`;
  const ages = { vieja: '400 days', nueva: '1 hour' };
  sql(`DELETE FROM cola WHERE clave = 'limpieza-' || hoy(); SET session_replication_role = replica;
    ${Object.entries(ages).map(([name, age], i) => `
      INSERT INTO intento_acceso (documento_hash, address, exito, ocurrido_en)
        VALUES ('\\x00', '${tag} ${name}', false, now() - interval '${age}');
      INSERT INTO formulario_pendiente (usuario_id, ruta, cuerpo, expira_en)
        VALUES (1, '/${process.pid}-${name}', '', now() - interval '${age}' + interval '2 hours');
      INSERT INTO sesion (token_hash, usuario_id, asignacion_id, expira_en, address, user_agent)
        VALUES (sha256('${tag} ${name}'), 1, 1, now() - interval '${age}', '', '${tag} ${name}');
      INSERT INTO registro_borrador (token, usuario_id, entidad_id, tipo_documento, numero_documento, actualizado_en)
        VALUES (lpad('${process.pid}${i}', 43, 'b'), 1, 1, '01', '00000000', now() - interval '${age}');
      INSERT INTO recordatorio_enlace (token_hash, envio_id, creado_en) VALUES (sha256('${tag} ${name}'), 1, now() - interval '${age}');
      INSERT INTO cola (tipo, clave, estado, terminado_en)
        VALUES ('NADA', '${tag} ${name}', 'HECHA', now() - interval '${age}');`).join('')}`);
  const left = () => sql(`
    SELECT (SELECT string_agg(split_part(address, ' ', 3), ',') FROM intento_acceso WHERE address LIKE '${tag}%'),
      (SELECT string_agg(split_part(ruta, '-', 2), ',') FROM formulario_pendiente WHERE ruta LIKE '/${process.pid}-%'),
      (SELECT string_agg(split_part(user_agent, ' ', 3), ',') FROM sesion WHERE user_agent LIKE '${tag}%'),
      (SELECT string_agg(right(token, 1), ',') FROM registro_borrador WHERE token LIKE 'bbb%${process.pid}_'),
      (SELECT string_agg(split_part(clave, ' ', 3), ',') FROM cola WHERE clave LIKE '${tag}%'),
      (SELECT string_agg(x, ',') FROM unnest('{vieja,nueva}'::text[]) x WHERE sha256(('${tag} ' || x)::bytea) IN (SELECT token_hash FROM recordatorio_enlace))`)[0].join(' ');
  const worker = await start();
  await until('cleaned', left, (row) => row === 'nueva nueva nueva 1 nueva nueva');
  const second = await start();
  await pause(1000);
  const job = () => sql("SELECT estado, intentos FROM cola WHERE clave = 'limpieza-' || hoy()").flat().join(' ');
  await until('once', job, (state) => state === 'HECHA 1');
  sql(`SET session_replication_role = replica; DELETE FROM intento_acceso WHERE address LIKE '${tag}%';
    DELETE FROM formulario_pendiente WHERE ruta LIKE '/${process.pid}-%'; DELETE FROM sesion WHERE user_agent LIKE '${tag}%';
    DELETE FROM registro_borrador WHERE token LIKE 'bbb%${process.pid}_'; DELETE FROM cola WHERE clave LIKE '${tag}%';
    DELETE FROM recordatorio_enlace WHERE token_hash = sha256('${tag} nueva')`);
  assert.equal(await second.stop(), 0);
});

test('the cleaning of the day: kept files that no row names, once they have rested for a day', async () => {
  const file = (name, hours, beside = '') => {
    const sha = createHash('sha256').update(`${process.pid} ${name}`).digest('hex'), dir = `${process.env.STACK_DIR}/archivos/${sha.slice(0, 2)}`;
    const path = `${dir}/${beside}${sha}`, then = Date.now() / 1000 - hours * 3600;
    mkdirSync(dir, { recursive: true });
    writeFileSync(path, name);
    utimesSync(path, then, then);
    return { path, sha };
  };
  const gone = [file('loose', 25), file('half written', 25, '.nuevo-')];
  const stays = [file('just come', 23), file('being written', 23, '.nuevo-'), file('evidence', 9000), file('material', 9000)];
  sql(`DELETE FROM cola WHERE clave = 'limpieza-' || hoy(); SET session_replication_role = replica;
    INSERT INTO evidencia (etapa_id, vinculo_id, entidad_id, sha256, tipo, bytes, nombre, usuario_id) VALUES (1, 1, 1, '${stays[2].sha}', 'image/png', 8, 'x', 1);
    INSERT INTO material (titulo, tipo, sha256, mime, bytes, nombre_archivo, para_orh) VALUES ('De prueba', 'ARCHIVO', '${stays[3].sha}', 'image/png', 8, 'x', true)`);
  const worker = await start();
  await until('swept', () => gone.filter((x) => existsSync(x.path)).length, (n) => n === 0);
  await until('done', () => sql("SELECT estado FROM cola WHERE clave = 'limpieza-' || hoy()")[0]?.[0], (x) => x === 'HECHA');
  assert.deepEqual(stays.map((x) => existsSync(x.path)), [true, true, true, true]);
  sql(`SET session_replication_role = replica; DELETE FROM evidencia WHERE sha256 = '${stays[2].sha}'; DELETE FROM material WHERE sha256 = '${stays[3].sha}'`);
  assert.equal(await worker.stop(), 0);
});
