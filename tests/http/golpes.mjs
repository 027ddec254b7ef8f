// Blows that the crash tests deal to a stack: its workers, its connections, its database.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sql } from './mundo.mjs';

const DIR = process.env.STACK_DIR;
const lib = fileURLToPath(new URL('../../deploy/lib', import.meta.url));
export const dbUser = process.getuid() === 0 ? 'postgres' : execFileSync('id', ['-un'], { encoding: 'utf8' }).trim();
export const pause = (ms) => new Promise((r) => setTimeout(r, ms));
export const bash = (text) => execFileSync('bash', ['-c', `. ${lib}/common.sh; . ${lib}/postgres.sh; ${text}`], { stdio: 'pipe' });
export const start = () => bash(`pg_up ${dbUser} ${DIR}/pg ${DIR}/sock/postgres.log`);
export const kill = (pid, signal = 'SIGKILL') => { try { process.kill(pid, signal); } catch { /* gone */ } };

// What is acknowledged must be there: the stack of the tests does not wait for the disk by itself.
export function durable(on) {
  for (const text of [`ALTER SYSTEM ${on ? 'SET synchronous_commit = on' : 'RESET synchronous_commit'}`, 'SELECT pg_reload_conf()']) {
    execFileSync('psql', ['-Xqo', '/dev/null', process.env.STACK_DB_ADMIN, '-c', text]);
  }
}

// The processes of a program: descendants of the one that the stack started.
export function processes(root, program) {
  const parent = new Map(), name = new Map();
  for (const pid of readdirSync('/proc').filter((p) => /^\d+$/.test(p))) {
    try {
      const [, comm, rest] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
      parent.set(pid, rest.split(' ')[1]);
      name.set(pid, comm);
    } catch { /* gone meanwhile */ }
  }
  const ours = (pid) => (pid === root ? true : parent.has(pid) && pid !== '1' ? ours(parent.get(pid)) : false);
  return [...name].filter(([pid, comm]) => comm === program && ours(pid)).map(([pid]) => Number(pid));
}

export const blows = {
  'the web workers': () => processes(process.env.STACK_PID_WEB, 'portal').forEach((pid) => kill(pid)),
  'the connections': () => sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'portal'"),
  'the background worker': () => processes(process.env.STACK_PID_BACKGROUND, 'portal-worker').forEach((pid) => kill(pid)),
  // As by "pg_ctl stop -m immediate": no checkpoint, recovery at the next start.
  PostgreSQL: async () => {
    kill(Number(readFileSync(`${DIR}/pg/postmaster.pid`, 'utf8').split('\n')[0]), 'SIGQUIT');
    for (let i = 0; i < 200 && existsSync(`${DIR}/pg/postmaster.pid`); i++) await pause(20);
    start();
  },
};

// Numbers that a seed repeats (mulberry32).
export function random(seed) {
  let s = seed >>> 0;
  return () => {
    s = (s + 0x6d2b79f5) >>> 0;
    let t = Math.imul(s ^ (s >>> 15), s | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
