// The outbox against a real mail server: what arrives, what is refused, what is tried again.
import test, { after, before } from 'node:test';
import assert from 'node:assert/strict';
import { MailServer, Worker, enqueue, locked, pause, sql, until } from '../mail/fondo.mjs';

const server = new MailServer();
let worker;

before(async () => {
  await server.start();
  worker = await new Worker(server.settings).ready();
});
after(async () => {
  await worker.stop();
  await server.stop();
});

const ended = (job, estado) => until(`mail is ${estado}`, () => job.mail(), (mail) => mail.estado === estado);

test('a mail arrives whole: headers, accents, long lines and dots', async () => {
  const subject = 'Invitación al Portal de Inducción: señor(a) Ñandú, complete su año — 100 % en línea';
  const body = `Señor(a):\n\n.un punto al inicio\n..dos\nFrom aquí\n${'larga ñ '.repeat(200)}\n= igual =\n\tfin 😀\n`;
  const job = enqueue('ana', { subject, body });
  await ended(job, 'ENVIADO');
  const [mail, ...more] = await server.got(job.to);
  assert.equal(more.length, 0);
  assert.equal(mail.from, 'induccion@portal.example');
  assert.deepEqual(mail.headers.subject, [subject]);
  assert.deepEqual(mail.headers.from, ['Portal de Inducción <induccion@portal.example>']);
  assert.deepEqual(mail.headers.to, [`<${job.to}>`]);
  assert.match(mail.headers['message-id'][0], /^<correo-\d+-\d{16}@portal\.example>$/);
  assert.ok(Math.abs(Date.parse(mail.headers.date[0]) - Date.now()) < 60000);
  assert.deepEqual(mail.headers['auto-submitted'], ['auto-generated']);
  assert.deepEqual(mail.headers['mime-version'], ['1.0']);
  assert.match(mail.headers['content-type'][0], /^text\/plain; charset=utf-8$/i);
  assert.equal(mail.body.trimEnd(), body.replaceAll('\n', '\r\n').trimEnd());
  assert.doesNotMatch(mail.raw, /[\x80-\xff]/);
  assert.ok(mail.raw.split('\r\n').every((line) => line.length <= 78));
  assert.deepEqual([job.job().estado, job.job().intentos, job.mail().error], ['HECHA', '1', '']);
});

test('new mail wakes the worker at once', async () => {
  await pause(1000);
  const start = Date.now();
  const job = enqueue('pronto');
  await until('mail arrives', () => server.to(job.to).length, Boolean, 5000);
  assert.ok(Date.now() - start < 3000, `${Date.now() - start} ms`);
});

test('a sent mail keeps its text, a secret one does not', async () => {
  const plain = enqueue('uno', { body: 'queda' });
  const secret = enqueue('dos', { body: 'https://portal.example/cuenta/enlace/x', secret: true });
  await ended(plain, 'ENVIADO');
  await ended(secret, 'ENVIADO');
  assert.equal(plain.mail().cuerpo, 'queda');
  assert.equal(secret.mail().cuerpo, '');
  assert.match((await server.got(secret.to))[0].body, /enlace\/x/);
});

for (const [who, estado, reason] of [['rechaza', 'REBOTADO', /^RCPT failed: 550.*5\.1\.1 no such mailbox here/], ['texto', 'FALLIDO', /554.*looks like rubbish/]]) {
  test(`refused for good (${who}): given up at once, the reason stays, the secret does not`, async () => {
    const job = enqueue(who, { secret: true, body: 'secreto' });
    await ended(job, estado);
    assert.match(job.mail().error, reason);
    assert.equal(job.mail().cuerpo, '');
    assert.deepEqual([job.job().estado, job.job().intentos], ['FALLIDA', '1']);
    await until('a line of log', () => worker.log, (log) => log.includes(`msg="job given up" job=${job.job().id} `));
    assert.ok(!worker.log.includes(job.to) && !worker.log.includes('secreto'));
  });
}

test('refused for now: again after a minute, then sent', async () => {
  const job = enqueue('ocupado', { secret: true, body: 'secreto' });
  const failed = await until('failed', () => job.job(), (j) => j.error !== '');
  assert.deepEqual([failed.estado, failed.intentos, failed.espera], ['PENDIENTE', '1', '1']);
  assert.equal(job.mail().estado, 'PENDIENTE');
  assert.match(job.mail().error, /451/);
  assert.equal(job.mail().cuerpo, 'secreto');
  job.due();
  await ended(job, 'ENVIADO');
  assert.equal((await server.got(job.to)).length, 1);
  assert.deepEqual([job.mail().error, job.job().intentos], ['', '2']);
});

test('killed between sending and noting it: sent again with the same Message-ID', async () => {
  const job = enqueue('mitad', { secret: true, body: 'dos veces' });
  await ended(job, 'ENVIADO');
  sql(`UPDATE correo SET estado = 'PENDIENTE', cuerpo = 'dos veces' WHERE id = ${job.id}`);
  const release = await locked(`SELECT FROM correo WHERE id = ${job.id} FOR UPDATE`);
  sql(`UPDATE cola SET estado = 'PENDIENTE', intentos = 0, proximo_en = now() WHERE clave = 'correo-${job.id}'; NOTIFY cola`);
  await until('sent', () => server.to(job.to).length, (n) => n === 2);
  assert.equal(await worker.stop('SIGKILL'), 'SIGKILL');
  await release();
  await until('its transaction is gone', () => job.job().estado, (estado) => estado === 'EN_CURSO');
  assert.equal(job.mail().estado, 'PENDIENTE');

  worker = await new Worker(server.settings).ready();
  await pause(1500); // taken a moment ago: it may still be at work elsewhere
  assert.equal(job.job().intentos, '1');
  sql(`UPDATE cola SET tomado_en = now() - interval '11 minutes' WHERE clave = 'correo-${job.id}'; NOTIFY cola`);
  await ended(job, 'ENVIADO');
  const ids = (await server.got(job.to, 3)).map((mail) => mail.headers['message-id'][0]);
  assert.equal(ids.length, 3);
  assert.equal(new Set(ids).size, 1);
  assert.deepEqual([job.mail().cuerpo, job.job().estado, job.job().intentos], ['', 'HECHA', '2']);
});

test('a mail that was sent is not sent again, whatever the queue says', async () => {
  const job = enqueue('una');
  await ended(job, 'ENVIADO');
  sql(`UPDATE cola SET estado = 'EN_CURSO', tomado_en = now() - interval '1 hour' WHERE clave = 'correo-${job.id}'; NOTIFY cola`);
  await until('done', () => job.job().estado, (estado) => estado === 'HECHA');
  await pause(300);
  assert.equal(server.to(job.to).length, 1);
});

test('a job without a mail, or of a kind nobody knows, does not stop the others', async () => {
  sql(`INSERT INTO cola (tipo, clave, datos) VALUES ('CORREO', 'roto-1-${process.pid}', '{"correo_id": 999999999}'),
       ('CORREO', 'roto-2-${process.pid}', '{"correo_id": "x"}'), ('CORREO', 'roto-3-${process.pid}', '[]'),
       ('NADA', 'roto-4-${process.pid}', '{}')`);
  const job = enqueue('detras');
  await ended(job, 'ENVIADO');
  const state = () => sql(`SELECT estado FROM cola WHERE clave LIKE 'roto-_-${process.pid}' ORDER BY clave`).flat().join();
  await until('broken jobs', state, (s) => s === 'FALLIDA,PENDIENTE,FALLIDA,PENDIENTE');
  sql(`DELETE FROM cola WHERE clave LIKE 'roto-_-${process.pid}'`);
});

test('two workers share the mails, each is sent once', async () => {
  const other = await new Worker(server.settings).ready();
  try {
    const jobs = Array.from({ length: 30 }, () => enqueue('varios'));
    for (const job of jobs) await ended(job, 'ENVIADO');
    for (const job of jobs) assert.equal((await server.got(job.to)).length, 1);
    assert.match(other.log, /msg="job done"/);
  } finally {
    assert.equal(await other.stop(), 0);
  }
});

test('nothing more goes to an address that bounced, and no secret waits for it; to a corrected one it does', async () => {
  const job = enqueue('rechaza');
  await ended(job, 'REBOTADO');
  const [[id]] = sql(`SELECT correo_encolar('${job.to}-2', upper('${job.to}'), 'Otro', 'secreto', 'Prueba', true, NULL)`);
  assert.deepEqual(sql(`SELECT estado, error, cuerpo FROM correo WHERE id = ${id}`)[0], ['DETENIDO', 'El correo rebota', '']);
  const fixed = enqueue('corregido');
  await ended(fixed, 'ENVIADO');
});

test('nobody answers: after 1, 5, 30 and 120 minutes, then given up with the reason', async () => {
  assert.equal(await worker.stop(), 0);
  const away = await new Worker({ ...server.settings, PORTAL_SMTP: 'smtp://127.0.0.1:1' }).ready();
  const job = enqueue('nadie', { secret: true });
  for (const [i, wait] of ['1', '5', '30', '120'].entries()) {
    const failed = await until('failed', () => job.job(), (j) => j.estado === 'PENDIENTE' && j.intentos === String(i + 1));
    assert.equal(failed.espera, wait);
    assert.equal(job.mail().estado, 'PENDIENTE');
    job.due();
  }
  await ended(job, 'FALLIDO');
  assert.deepEqual([job.job().estado, job.job().intentos], ['FALLIDA', '5']);
  assert.match(job.mail().error, /connect/i);
  assert.equal(await away.stop(), 0);
  worker = await new Worker(server.settings).ready();
});

test('without a mail server mails wait, in silence', async () => {
  await worker.stop();
  const job = enqueue('espera');
  const without = await new Worker({ PORTAL_SMTP: 'none' }).ready();
  sql('NOTIFY cola');
  await pause(1500);
  assert.deepEqual([job.mail().estado, job.job().estado, job.job().intentos], ['PENDIENTE', 'PENDIENTE', '0']);
  assert.equal(without.log.split('no mail server').length, 2);
  assert.doesNotMatch(without.log, /level=(warn|error)/);
  assert.equal(await without.stop(), 0);
  worker = await new Worker(server.settings).ready();
  await ended(job, 'ENVIADO');
});
