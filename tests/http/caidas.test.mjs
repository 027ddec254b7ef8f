// Killed workers, cut connections, a PostgreSQL that stops, dies or freezes: an honest answer, a quick
// return, nothing lost and nothing twice. The stack is whole again at the end.
import test, { after } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { client } from './client.mjs';
import { bash, dbUser, durable, kill, pause, processes, start } from './golpes.mjs';
import { day, newDni, newEntidad, one, signedIn, sql } from './mundo.mjs';

const DIR = process.env.STACK_DIR;
const stop = () => bash(`pg_down ${dbUser} ${DIR}/pg`);
const workers = () => processes(process.env.STACK_PID_WEB, 'portal');
durable(true);
after(() => { start(); durable(false); });

const backends = () => sql("SELECT pid FROM pg_stat_activity WHERE application_name = 'portal'").map(([pid]) => Number(pid));

async function until(what, fn, ms) {
  const began = Date.now();
  while (Date.now() - began < ms) {
    if (await fn()) return Date.now() - began;
    await pause(50);
  }
  assert.fail(`${what}: not within ${ms} ms`);
}
// Each worker finds out by itself that its connection is gone: all of them are asked.
const answers = (c, path) => async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => c.get(path)));
  return all.every((rs) => rs.status === 200);
};

const here = newEntidad();
const orh = signedIn('ORH_ANALISTA', here);
const form = (dni) => ({ apellido_paterno: 'Prueba', apellido_materno: 'Ficticia', nombres: `Persona ${dni}`, correo: 'persona.prueba@prueba.pe',
  fecha_ingreso: day(-3).text, organo_id: here.organo, puesto: 'Analista de prueba', regimen: '15', modalidad: 'PRESENCIAL', primer_ingreso: '1' });
const honest = (rs) => assert.ok(rs.status === 503 && /no está confirmado/.test(rs.plain) && rs.headers['retry-after'], `${rs.status} ${rs.plain.slice(0, 300)}`);
const registered = (dni) => Number(one(`SELECT count(*) FROM vinculo v JOIN persona p ON p.id = v.persona_id WHERE p.numero_documento = '${dni}'`));

// Up to the review: only the button is missing.
async function draft(c, dni, step = (fn) => fn()) {
  await step(() => c.get('/servidor/registrar'));
  const a = await step(() => c.submit({ documento: dni }));
  assert.equal(a.status, 303, a.plain);
  await step(() => c.get(a.location));
  const page = c.last;
  const b = await step(() => { c.last = page; return c.submit(form(dni)); });
  assert.equal(b.status, 303, b.plain);
  await step(() => c.get(b.location));
  return c.last;
}

// Presses the button of that review.
const confirm = (c, page) => c.post(page.path, { csrf: page.forms.flatMap((f) => f.fields).find((f) => f.name === 'csrf').value });

test('a worker killed in the middle of a write: not confirmed; again, and it is there once', async () => {
  const dni = newDni(), page = await draft(orh, dni);
  const lock = spawn('psql', ['-XAtq', process.env.STACK_DB_ADMIN], { stdio: ['pipe', 'ignore', 'inherit'] });
  try {
    lock.stdin.write('BEGIN; LOCK TABLE portal.vinculo IN SHARE ROW EXCLUSIVE MODE;\n');
    await until('the lock', () => one("SELECT count(*) FROM pg_locks WHERE mode = 'ShareRowExclusiveLock' AND relation = 'portal.vinculo'::regclass AND granted") !== '0', 5000);
    const sent = confirm(orh, page);
    await until('a write that waits', () => one("SELECT count(*) FROM pg_stat_activity WHERE application_name = 'portal' AND wait_event_type = 'Lock'") !== '0', 5000);
    const before = workers();
    assert.ok(before.length >= 2, 'workers');
    before.forEach((pid) => kill(pid));
    honest(await sent);
    await until('the workers again', () => workers().length === before.length && !workers().some((p) => before.includes(p)), 3000);
  } finally {
    lock.stdin.end('ROLLBACK;\n');
    await new Promise((r) => lock.on('close', r));
  }
  await until('answers again', answers(client(), '/publico/ayuda'), 1000);
  assert.equal(registered(dni), 0);
  const ficha = [];
  for (let i = 0; i < 2; i++) {
    const rs = await confirm(orh, page);
    assert.equal(rs.status, 303, rs.plain);
    ficha.push(rs.location);
  }
  assert.equal(ficha[0], ficha[1], 'sent twice, registered once');
  assert.equal(registered(dni), 1);
});

test('a cut connection costs nobody more than one try', async () => {
  for (let i = 0; i < 3; i++) {
    sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'portal'");
    for (let k = 0; k < 4; k++) {
      const rs = await orh.get('/servidor/lista');
      assert.ok(rs.status === 200 || (rs.status === 503 && k < 3), `${rs.status}`);
    }
    assert.equal(orh.last.status, 200);
  }
});

test('while workers die and connections are cut: what was acknowledged is there, once', async () => {
  let stopped = false;
  const killer = (async () => {
    for (let i = 0; !stopped; i++) {
      const pids = workers();
      if (pids.length > 0) kill(pids[i % pids.length]);
      if (i % 2 === 0) backends().slice(0, 1).forEach((pid) => one(`SELECT pg_terminate_backend(${pid})`));
      await pause(250);
    }
  })();
  const dnis = Array.from({ length: 16 }, newDni), acknowledged = [];
  let refused = 0;
  try { await Promise.all([0, 1, 2, 3].map(async (n) => {
    const c = signedIn('ORH_ANALISTA', here);
    const step = async (fn) => {
      for (let i = 0; i < 60; i++) {
        const before = c.last;
        const rs = await fn();
        if (rs.status < 500) return rs;
        assert.equal(rs.status, 503);
        refused++;
        c.last = before; // the person goes back and sends it again
        await pause(50);
      }
      assert.fail('sixty tries');
    };
    for (const dni of dnis.filter((_, i) => i % 4 === n)) {
      const page = await draft(c, dni, step);
      const rs = await step(() => confirm(c, page));
      assert.equal(rs.status, 303, rs.plain);
      assert.match(rs.location, /^\/servidor\/\d+\/ficha/);
      acknowledged.push(dni);
    }
  })); } finally {
    stopped = true;
    await killer;
  }
  assert.equal(acknowledged.length, dnis.length);
  assert.deepEqual(dnis.map(registered), dnis.map(() => 1), `${refused} refused on the way`);
  const twice = one(`SELECT count(*) FROM (SELECT vinculo_id FROM inscripcion i JOIN vinculo v ON v.id = i.vinculo_id WHERE v.entidad_id = ${here.id} GROUP BY 1 HAVING count(*) > 1) x`);
  assert.equal(twice, '0');
  assert.equal(one(`SELECT count(*) FROM vinculo v WHERE v.entidad_id = ${here.id} AND (SELECT count(*) FROM etapa e WHERE e.vinculo_id = v.id) <> 3`), '0');
  await until('answers again', answers(orh, '/servidor/lista'), 3000);
});

for (const [how, down] of [['stopped', stop], ['killed', () => { const pid = Number(readFileSync(`${DIR}/pg/postmaster.pid`, 'utf8').split('\n')[0]); kill(pid); }]]) {
  test(`PostgreSQL ${how}: 503 that says so, public pages stay, back within 3 s`, async () => {
    const dni = newDni(), page = await draft(orh, dni);
    down();
    if (how === 'killed') await pause(500);
    try {
      const rs = await orh.get('/servidor/lista');
      assert.equal(rs.status, 503);
      assert.ok(rs.headers['retry-after']);
      assert.doesNotMatch(rs.plain, /no está confirmado/);
      assert.equal((await client().get('/publico/ayuda')).status, 200);
      assert.equal((await orh.get('/')).status, 200, 'signed in too');
      const began = Date.now();
      honest(await confirm(orh, page));
      assert.ok(Date.now() - began < 5000);
    } finally { start(); }
    await until('back', answers(orh, '/servidor/lista'), 3000);
    assert.equal((await confirm(orh, page)).status, 303);
    assert.equal(registered(dni), 1);
  });
}

test('a database that does not answer any more: an honest 503 in time, and back at once', async () => {
  const dni = newDni(), page = await draft(orh, dni);
  const frozen = backends();
  frozen.forEach((pid) => kill(pid, 'SIGSTOP'));
  try {
    const began = Date.now();
    honest(await confirm(orh, page));
    assert.ok(Date.now() - began < 12000, `${Date.now() - began} ms`);
  } finally { frozen.forEach((pid) => kill(pid, 'SIGCONT')); }
  await until('back', answers(orh, '/servidor/lista'), 3000);
  assert.equal((await confirm(orh, page)).status, 303);
  assert.equal(registered(dni), 1);
});
