// Ninety days of reminders, day by day, through the real worker and a real mail server: the exact
// list of mails, each once, never two within a week to a mailbox, none to who finished or left.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { MailServer, Worker, until } from '../mail/fondo.mjs';
import { client } from './client.mjs';
import { newEntidad, newPersona, newVinculo, one, signedIn, sql } from './mundo.mjs';
import { newPlan } from './tareas.mjs';

const server = new MailServer();
before(() => server.start());
after(() => server.stop());

const first = '2026-12-01';
const days = Array.from({ length: 90 }, (_, i) => new Date(Date.parse(first) + i * 86400e3).toISOString().slice(0, 10));
const tag = `r${process.pid}`;
const mail = (who) => `${who}-${tag}@entidad.example`;
const who = (address) => address.replace(`-${tag}@entidad.example`, '');

// A person of the entity with a stage that is due on a day; the other two are done.
function person(e, name, { tipo = 'ESTADO', limite, correo = mail(name), jefe } = {}) {
  const persona = newPersona({ nombres: `Persona ${name}` });
  if (correo) sql(`UPDATE persona SET correo = '${correo}' WHERE id = ${persona.id}`);
  const v = newVinculo(e, { persona, ingreso: '2026-11-02' });
  if (jefe) sql(`UPDATE vinculo SET jefe_vinculo_id = ${jefe.id} WHERE id = ${v.id}`);
  sql(`UPDATE etapa SET estado = 'NO_APLICA', motivo = 'Prueba' WHERE vinculo_id = ${v.id} AND tipo <> '${tipo}';
    UPDATE etapa SET fecha_limite = '${limite}' WHERE vinculo_id = ${v.id} AND tipo = '${tipo}'`);
  return { ...v, correo };
}
const finish = (v, day) => sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day}' WHERE vinculo_id = ${v.id} AND estado IN ('PENDIENTE', 'OBSERVADA')`);
// Tasks of somebody, each for a day.
function tasks(e, v, days) {
  newPlan(e, days.map((d) => ['ENTIDAD', 'SERVIDOR', d]));
  sql(`INSERT INTO actividad (inscripcion_id, etapa_id, vinculo_id, persona_id, entidad_id, plan_id, plan_actividad_id, tipo, titulo, quien,
      fecha_prevista, pide_evidencia, obligatoria)
    SELECT e.inscripcion_id, e.id, e.vinculo_id, i.persona_id, e.entidad_id, p.plan_id, p.id, e.tipo, p.titulo, p.quien, p.titulo::date, false, true
    FROM etapa e JOIN inscripcion i ON i.id = e.inscripcion_id, plan_actividad p
    WHERE e.vinculo_id = ${v.id} AND e.tipo = 'ENTIDAD' AND p.entidad_id = ${e.id}`);
}
const plan = (day, e) => Number(sql(`SELECT set_config('portal.hoy', '${day}', false); SELECT recordatorio_planificar(1000, ${e.id})`).at(-1)[0]);
const pending = (e) => Number(one(`SELECT count(*) FROM cola c JOIN recordatorio_envio s ON c.clave = 'recordatorio-' || s.correo_id
  WHERE c.estado IN ('PENDIENTE', 'EN_CURSO') AND s.id IN (SELECT envio_id FROM recordatorio WHERE entidad_id = ${e.id})`));

// The worker as it would be on that day, until everything planned has ended.
async function send(day, e) {
  sql(`INSERT INTO cola (tipo, clave, estado) VALUES ('LIMPIEZA', 'limpieza-${day}', 'HECHA'), ('PLAN_RECORDATORIO', 'plan-recordatorio-${day}', 'HECHA')
    ON CONFLICT (clave) DO NOTHING`);
  const db = `${process.env.STACK_DB_FONDO} options='-c portal.hoy=${day}'`;
  const worker = await new Worker({ ...server.settings, PORTAL_DB: db, PORTAL_SMTP_REBOTES: 'rebotes@portal.example' }).ready();
  await until(`sent on ${day}`, () => {
    sql("UPDATE cola SET proximo_en = now() WHERE tipo = 'RECORDATORIO' AND estado = 'PENDIENTE' AND intentos BETWEEN 1 AND 4; NOTIFY cola");
    return pending(e);
  }, (n) => n === 0);
  assert.equal(await worker.stop(), 0, worker.log);
}

// Day, mailbox, lines. Saturdays, Sundays, 8, 9 and 25 December and 1 January are no working days.
const expected = [
  '2026-12-07 baja 1', '2026-12-07 nunca 1', '2026-12-07 ocupado 1', '2026-12-07 termina 1', // due on the 10th
  '2026-12-07 doce 10', // the ten of the shared mailbox who come due before it may be written to again
  '2026-12-14 doce 6', // four late, two that come due
  '2026-12-14 nunca 1', '2026-12-14 ocupado 1', // late: told once more, and then never again
  '2026-12-21 doce 8', // late; on the 28th half of them finish and the others were told
  '2026-12-21 pausada 1', // the pause ended on the 20th
  '2026-12-30 corregido 1', // the address that bounced was corrected
  '2027-01-04 jefe 2', '2027-01-11 jefe 2', // two due; one late and one due
  '2027-01-04 nombrada 1', '2027-01-11 nombrada 1', // a jefe of whom only name and mail are known
  '2026-12-11 tareas 1', '2026-12-18 tareas 1', // a task late, a week later two; their stage is not
  '2026-12-14 vista 1', // SERVIR observed the stage A
  '2027-01-18 orh 1', '2027-01-25 orh 1', '2027-02-01 orh 1', '2027-02-08 orh 1', // while b1 is not done
];
const counts = ['DETENIDO 1', 'ENVIADO 45', 'REBOTADO 1'];

test('ninety days', async () => {
  const e = newEntidad();
  const orh = signedIn('ORH_ANALISTA', e);
  const orhMail = mail('orh');
  sql(`UPDATE usuario SET correo = '${orhMail}' WHERE id = ${orh.usuario}`);
  const jefe = person(e, 'jefe', { limite: '2020-01-01' });
  const p = {
    nunca: person(e, 'nunca', { limite: '2026-12-10' }),
    termina: person(e, 'termina', { limite: '2026-12-10' }),
    justo: person(e, 'justo', { limite: '2026-12-10' }),
    cesa: person(e, 'cesa', { limite: '2026-12-10' }),
    transferida: person(e, 'transferida', { limite: '2026-12-17' }),
    sinCorreo: person(e, 'sin', { limite: '2026-12-10', correo: null }),
    baja: person(e, 'baja', { limite: '2026-12-10' }),
    rebota: person(e, 'rechaza', { limite: '2026-12-10' }),
    ocupado: person(e, 'ocupado', { limite: '2026-12-10' }),
    pausada: person(e, 'pausada', { limite: '2026-12-10' }),
    c1: person(e, 'c1', { tipo: 'ESPECIFICA', limite: '2027-01-08', correo: null, jefe }),
    c2: person(e, 'c2', { tipo: 'ESPECIFICA', limite: '2027-01-11', correo: null, jefe }),
    c3: person(e, 'c3', { tipo: 'ESPECIFICA', limite: '2027-01-22', correo: null, jefe }),
    c4: person(e, 'c4', { tipo: 'ESPECIFICA', limite: '2027-01-08', correo: null }),
    tareas: person(e, 'tareas', { tipo: 'ENTIDAD', limite: '2027-03-30' }),
    vista: person(e, 'vista', { limite: '2027-03-30' }),
    b1: person(e, 'b1', { tipo: 'ENTIDAD', limite: '2027-01-20', correo: null }),
  };
  const twelve = Array.from({ length: 12 }, (_, i) => person(e, `doce${i}`, { correo: mail('doce'), limite: `2026-12-${10 + 2 * Math.floor(i / 2)}` }));
  sql(`INSERT INTO recordatorio_pausa (entidad_id, persona_id, motivo, hasta, creado_por)
    VALUES (${e.id}, ${p.pausada.persona.id}, 'Licencia', '2026-12-20', ${orh.usuario})`);
  sql(`INSERT INTO jefe_enlace (token_hash, entidad_id, persona_id, clave, nombre, vence_el) VALUES (sha256('${tag}'), ${e.id},
    ${jefe.persona.id}, 'P${jefe.persona.id}', 'Jefe de prueba', '2027-12-31')`);
  sql(`UPDATE vinculo SET jefe_nombre = 'Jefa Nombrada ${e.sigla}' WHERE id = ${p.c4.id};
    INSERT INTO jefe_enlace (token_hash, entidad_id, clave, nombre, vence_el, correo) VALUES (sha256('nombrada ${tag}'), ${e.id},
      'N' || portal_buscable('Jefa Nombrada ${e.sigla}'), 'Jefa Nombrada', '2027-12-31', '${mail('nombrada')}')`);
  tasks(e, p.tareas, ['2026-12-10', '2026-12-17']);
  // The ORH has nothing to see to but b1: who is late in A is told to it as well, so it is off until January.
  sql(`INSERT INTO recordatorio_baja (persona_id) SELECT persona_id FROM usuario WHERE id = ${orh.usuario}`);

  const happens = {
    '2026-12-04': () => sql(`UPDATE vinculo SET fecha_cese = '2026-12-05' WHERE id = ${p.cesa.id}`),
    '2026-12-10': () => finish(p.termina, '2026-12-10'),
    '2026-12-11': () => sql(`UPDATE vinculo SET fecha_cese = '2026-12-11', motivo_cese = 'Transferencia' WHERE id = ${p.transferida.id}`),
    '2026-12-14': () => sql(`UPDATE etapa SET estado = 'OBSERVADA', motivo = 'Prueba' WHERE vinculo_id = ${p.vista.id} AND tipo = 'ESTADO'`),
    '2026-12-28': () => { for (const v of twelve.slice(0, 6)) finish(v, '2026-12-28'); },
    '2026-12-30': () => sql(`UPDATE persona SET correo = '${mail('corregido')}' WHERE id = ${p.rebota.persona.id}`),
    '2027-01-18': () => {
      for (const v of [jefe, ...Object.values(p), ...twelve].filter((v) => v !== p.b1)) finish(v, '2027-01-18');
      sql(`DELETE FROM recordatorio_baja WHERE persona_id = (SELECT persona_id FROM usuario WHERE id = ${orh.usuario})`);
    },
    '2027-02-10': () => finish(p.b1, '2027-02-10'),
  };
  const list = [];
  let seen = 0;
  for (const day of days) {
    happens[day]?.();
    if (plan(day, e) === 0) continue;
    assert.equal(plan(day, e), 0, 'planned again, nothing more');
    if (day === '2026-12-07') finish(p.justo, '2026-12-07'); // after the planning, before the mail
    await send(day, e);
    for (const m of server.mails.slice(seen).filter((x) => x.to[0].includes(tag))) { // others may wait in the queue
      assert.equal(m.to.length, 1);
      list.push(`${day} ${who(m.to[0])} ${m.body.split('\n').filter((l) => l.startsWith('- ')).length}`);
      assert.doesNotMatch(m.body, /\b9\d{7}\b/, 'no document');
      // A jefe has a link that needs no password; the ORH is told to record, not to tell the ORH.
      const [linked, orhs] = [['jefe', 'nombrada'], ['orh']].map((w) => w.includes(who(m.to[0])));
      assert.equal(/enlace personal\? Ábralo/.test(m.body), linked);
      assert.equal(/no tiene contraseña/.test(m.body), !linked && !orhs);
      assert.equal(/avise a la ORH/.test(m.body), !orhs);
      assert.match(m.from, /^rebotes\+[0-9a-f]{20}@portal\.example$/);
      const stop = /^<(https:[^>]*\/recordatorio\/baja\/[\w-]{43})>$/.exec(m.headers['list-unsubscribe'][0])[1];
      assert.ok(m.body.includes(stop));
      if (who(m.to[0]) === 'baja') await optOut(stop);
    }
    seen = server.mails.length;
  }
  assert.deepEqual(list.sort(), expected.sort());
  // Whatever the list is: a mailbox never has two within a week.
  const last = {};
  for (const [day, address] of list.map((l) => l.split(' '))) {
    assert.ok(!last[address] || Date.parse(day) - Date.parse(last[address]) >= 7 * 86400e3, `${address} ${last[address]} ${day}`);
    last[address] = day;
  }
  const states = sql(`SELECT estado, count(*) FROM recordatorio WHERE entidad_id = ${e.id} GROUP BY 1 ORDER BY 1`).map((r) => r.join(' '));
  assert.deepEqual(states, counts);
  assert.equal(one(`SELECT detalle FROM recordatorio WHERE vinculo_id = ${p.justo.id}`), 'La etapa ya no estaba pendiente: culminada');
  assert.match(one(`SELECT detalle FROM recordatorio WHERE vinculo_id = ${p.rebota.id} AND estado = 'REBOTADO'`), /^RCPT failed: 5.*no such mailbox/);
});

async function optOut(url) {
  const c = client();
  const path = new URL(url).pathname;
  for (let i = 0; i < 3; i++) assert.match((await c.get(path)).plain, /: recibe recordatorios/, 'opening it changes nothing');
  const page = c.last;
  for (let i = 0; i < 2; i++) {
    c.last = page;
    await c.submit({}, { form: '', button: 'accion=baja' });
    assert.equal(c.last.status, 303, c.last.plain);
  }
  assert.match((await c.get(path)).plain, /ya no recibe recordatorios/);
}
