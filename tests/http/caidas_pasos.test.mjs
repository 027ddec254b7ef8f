// Each step of an upload, a mark, an evidence and a validation of many, struck on its way: all of it or
// nothing, page and table agree, and sending it again ends as it should, once.
//   GOLPES=N rounds of every step and blow (1), SEMILLA=N to repeat a run.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import test, { after } from 'node:test';
import { blows, durable, pause, random, start } from './golpes.mjs';
import { day, newEntidad, newVinculo, one, signedIn, sql } from './mundo.mjs';

const seed = Number(process.env.SEMILLA ?? randomBytes(4).readUInt32BE());
const chance = random(seed);
const rounds = Number(process.env.GOLPES ?? 1);
durable(true);
after(() => { start(); durable(false); });

const ROWS = 40;
let serial = 10000000 + (seed % 50000000);
const lines = (n, bad = 0) => `DNI;Paterno;Nombres;Puesto;Régimen;Ingreso\n${Array.from({ length: n }, (_, i) =>
  `${String(serial++).padStart(8, '0')};Prueba;Persona Demo;Analista;CAS;${i < bad ? '30/02/2026' : '02/11/2026'}`).join('\n')}\n`;
const count = (text) => Number(one(`SELECT count(*) FROM ${text}`));
const stageOf = (v) => one(`SELECT id FROM etapa WHERE vinculo_id = ${v.id} AND tipo = 'ENTIDAD'`);
const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010806000000 1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082'.replace(/ /g, ''), 'hex');

async function uploaded(bad = 0) {
  const e = newEntidad(), c = signedIn('ORH_ANALISTA', e), texto = lines(ROWS, bad);
  await c.get('/planilla/subir');
  await c.upload('/planilla/subir', { texto });
  assert.equal(c.last.status, 303, c.last.plain);
  const path = new URL(c.last.location, 'https://x').pathname;
  return { e, c, path };
}
const accept = async ({ c, path }) => { await c.get(path); return c.post(path, { accion: 'aceptar' }); };
const people = ({ e }) => count(`vinculo WHERE entidad_id = ${e.id}`);

// Of each step: what is before it, the page that it is sent from, sending it, how much of it is there,
// how much is all, what must hold besides, and what the person is shown.
const steps = {
  upload: {
    before: async () => { const e = newEntidad(); return { e, c: signedIn('ORH_ANALISTA', e), texto: lines(ROWS) }; },
    page: (x) => x.c.get('/planilla/subir'),
    send: (x) => x.c.upload('/planilla/subir', { texto: x.texto }),
    done: (x) => count(`planilla_fila WHERE entidad_id = ${x.e.id}`),
    all: ROWS,
    besides: (x) => assert.equal(count(`planilla WHERE entidad_id = ${x.e.id}`), 1),
    shown: async (x) => assert.match((await x.c.follow()).plain, new RegExp(`${ROWS} entran`)),
  },
  correct: {
    before: async () => uploaded(1),
    page: (x) => x.c.get(x.path),
    send: (x) => {
      const cell = x.c.last.forms.flatMap((f) => f.fields).find((f) => /^c-\d+-fecha_ingreso$/.test(f.name));
      x.cell ??= cell?.name;
      return x.c.post(x.path, { accion: 'corregir', [x.cell]: '02/11/2026' });
    },
    done: (x) => count(`planilla_fila WHERE entidad_id = ${x.e.id} AND estado IN ('ENTRA', 'ACEPTADA')`) - (ROWS - 1),
    all: 1,
    besides: () => {},
    again: [303, 400, 422], // the cell is no longer asked for once it is right
    shown: async (x) => assert.match((await x.c.get(x.path)).plain, new RegExp(`${ROWS} entran`)),
  },
  accept: {
    before: async () => uploaded(),
    page: (x) => x.c.get(x.path),
    send: (x) => x.c.post(x.path, { accion: 'aceptar' }),
    done: people,
    all: ROWS,
    besides: (x) => assert.equal(count(`etapa WHERE entidad_id = ${x.e.id}`), 3 * ROWS),
    shown: async (x) => assert.match((await x.c.get(x.path)).plain, /0 entran/),
  },
  undo: {
    before: async () => { const x = await uploaded(); await accept(x); return { ...x, path: x.path.replace('/vista', '/deshacer') }; },
    page: (x) => x.c.get(x.path),
    send: (x) => x.c.post(x.path, {}),
    done: (x) => ROWS - people(x),
    all: ROWS,
    besides: (x) => assert.equal(count(`etapa WHERE entidad_id = ${x.e.id}`), 0),
    again: [303, 404], // undone already: there is nothing to undo
    shown: async (x) => assert.match((await x.c.get('/planilla/subir')).plain, /Deshecha/),
  },
  mark: {
    before: async () => { const e = newEntidad(), v = newVinculo(e); return { e, v, id: stageOf(v), c: signedIn('ORH_ANALISTA', e) }; },
    page: (x) => x.c.get(`/etapa/${x.id}/marcar`),
    send: (x) => { x.form ??= x.c.last; x.c.last = x.form; return x.c.submit({ estado: 'CULMINADA', fecha: day(-3).text }); },
    done: (x) => count(`etapa WHERE id = ${x.id} AND estado = 'CULMINADA'`),
    all: 1,
    besides: (x) => assert.equal(count(`evento WHERE vinculo_id = ${x.v.id} AND tipo = 'ETAPA_CULMINADA'`), 1),
    shown: async (x) => assert.match((await x.c.get(`/servidor/${x.v.id}/ficha`)).plain, /Culminó el/),
  },
  evidence: {
    before: async () => { const e = newEntidad(), v = newVinculo(e); return { e, v, id: stageOf(v), c: signedIn('ORH_ANALISTA', e), data: Buffer.concat([png, randomBytes(8)]) }; },
    page: (x) => x.c.get(`/etapa/${x.id}/evidencia`),
    send: (x) => x.c.upload(`/etapa/${x.id}/evidencia`, {}, { archivo: { filename: 'foto.png', data: x.data } }),
    done: (x) => count(`evidencia WHERE etapa_id = ${x.id}`),
    all: 1,
    besides: () => {},
    shown: async (x) => {
      const file = await x.c.get(`/evidencia/${one(`SELECT id FROM evidencia WHERE etapa_id = ${x.id}`)}/archivo`);
      assert.ok(file.buffer.equals(x.data), 'the bytes that were sent');
    },
  },
  'validate many': {
    before: async () => {
      const e = newEntidad();
      for (let i = 0; i < 4; i++) newVinculo(e);
      sql(`UPDATE etapa SET estado = 'CULMINADA', fecha_fin = '${day(-50).iso}' WHERE entidad_id = ${e.id} AND tipo <> 'ESTADO'`);
      return { e, c: signedIn('SERVIR_REVISOR') };
    },
    page: (x) => x.c.get(`/servir/revision?q=${x.e.sigla}`),
    // The whole list, ticked, as the person sent it the first time.
    send: (x) => { x.form ??= x.c.last; x.c.last = x.form; return x.c.submit({ confirmo: '1' }); },
    done: (x) => count(`etapa WHERE entidad_id = ${x.e.id} AND estado = 'VALIDADA'`),
    all: 8,
    besides: (x) => assert.equal(count(`evento WHERE entidad_id = ${x.e.id} AND tipo = 'ETAPA_VALIDADA'`), 8),
    shown: async (x) => assert.match((await x.c.get(`/servir/revision?q=${x.e.sigla}`)).plain, /Nada por revisar/),
  },
};

async function again(x, step, what) {
  for (let i = 0; i < 60; i++) {
    const rs = await step.send(x);
    if (rs.status < 500) return rs;
    assert.ok([502, 503].includes(rs.status), `${what}: ${rs.status}`);
    await pause(100);
  }
  return assert.fail(`${what}: sixty tries`);
}

for (const [blow, strike] of Object.entries(blows)) {
  test(`${blow} struck at each step (SEMILLA=${seed})`, async (t) => {
    let cut = 0, kept = 0;
    for (let round = 0; round < rounds; round++) {
      for (const [name, step] of Object.entries(steps)) {
        const wait = Math.floor(chance() * 120), what = `${name}, ${blow} after ${wait} ms, SEMILLA=${seed}`;
        const x = await step.before();
        await step.page(x);
        const page = x.c.last;
        const sent = step.send(x);
        await pause(wait);
        await strike();
        const rs = await sent;
        assert.ok([303, 502, 503].includes(rs.status), `${what}: ${rs.status} ${rs.plain?.slice(0, 300)}`);
        // A statement that lost its client may still be on its way: it ends, and nobody is told.
        for (let i = 0; i < 100 && count("pg_stat_activity WHERE application_name = 'portal' AND state <> 'idle'") > 0; i++) await pause(50);
        const done = step.done(x);
        cut += rs.status === 303 ? 0 : 1;
        kept += rs.status !== 303 && done > 0 ? 1 : 0;
        if (rs.status === 303) assert.equal(done, step.all, `${what}: acknowledged`);
        else assert.ok(done === 0 || done === step.all, `${what}: ${done} of ${step.all}`);
        if (rs.status !== 303) {
          x.c.last = page;
          const repeated = await again(x, step, what);
          assert.ok((step.again ?? [303]).includes(repeated.status) && (repeated.status === 303 || done === step.all), `${what}: again ${repeated.status} ${repeated.plain.slice(0, 300)}`);
        }
        assert.equal(step.done(x), step.all, `${what}: in the end`);
        step.besides(x);
        // Acknowledged just before the blow, the page is looked for while the portal comes back.
        const { last } = x.c;
        for (let i = 0; i < 60 && (await x.c.get('/cuenta/sesiones')).status >= 500; i++) await pause(100);
        x.c.last = last;
        await step.shown(x);
      }
    }
    t.diagnostic(`${cut} not acknowledged, of which ${kept} were there all the same`);
  });
}
